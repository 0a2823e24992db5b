"""The comments of a YAML text, which its parser drops."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.files.yamltext import Mapping, Text, Value

COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
# A comment after the sign of a block scalar, which the parser counts as part of the scalar.
BLOCK_HEAD = re.compile(r"[|>][-+\d]*[ \t]+(?=#)")


@dataclass(frozen=True)
class Comment:
    """A comment with its 1-based place; `before` is what stands before it in its line."""

    text: str
    line: int
    col: int
    before: str

    @property
    def alone(self) -> bool:
        """True when nothing but a list's dash stands before it."""
        return not self.before.strip(" -")


def comments(text: str, values: Iterable[Value]) -> Iterator[Comment]:
    """Yield the comments of a text around the values read from it, in their order."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for match in _matches(text, values):
        line = bisect(starts, match.start())
        before = text[starts[line - 1] : match.start()]
        yield Comment(match[0].rstrip(), line, len(before) + 1, before)


def _matches(text: str, values: Iterable[Value]) -> Iterator[re.Match[str]]:
    """Yield the comments between one scalar and the next, where no '#' is text."""
    end = 0
    for scalar in _scalars(values):
        yield from COMMENT.finditer(text, end, scalar.start)
        end = scalar.end
        if head := BLOCK_HEAD.match(text, scalar.start, end):
            yield from COMMENT.finditer(text, head.end(), text.index("\n", head.end()))
    yield from COMMENT.finditer(text, end)


def _scalars(values: Iterable[Value]) -> Iterator[Text]:
    """Yield the keys and texts in the order in which they stand."""
    for value in values:
        if isinstance(value, Text):
            yield value
        elif isinstance(value, Mapping):
            for key, child in value.items():
                yield from _scalars((key, child) if isinstance(key, Text) else (child,))
        else:
            yield from _scalars(value)

"""Fences: which lines that look like one the parser left as text, and where code took one in.

PyMdown's SuperFences keeps a list of the lines that it read as code until it replaces them; what
is not in it was not read, whatever it looks like.
"""

import html
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from markdown import Markdown
from markdown.util import STX

LINE = re.compile(
    r"(?P<before>[ \t>]*(?P<listed>(?:[-*+]|\d+[.)])[ \t]+)*)"
    r"(?P<sign>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)"
)


@dataclass(frozen=True)
class Fence:
    """A line that looks like a fence, with its number from 0, and what stands before its sign.

    `listed` tells that a list's sign stands there, and `restored` that the parser took back what it
    had read as code.
    `taken` is the first line of its code that looks like the beginning of other code.
    """

    line: int
    before: str
    sign: str
    info: str
    listed: bool
    restored: bool = False
    taken: "Fence | None" = None

    @property
    def written(self) -> str:
        """The sign and what stands behind it."""
        return f"{self.sign}{self.info}".rstrip()

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing stands behind the sign, as where code ends."""
        return not self.info.strip()


class Fences:
    """Looks at each text that a parser reads, once the parser has found the code in it.

    `left` are the lines of the last text that look like a fence outside code, and `begun` those
    that begin code, by their numbers.
    With a `mark`, each gets one before what it is shown as.
    """

    def __init__(self, md: Markdown) -> None:
        self.left: list[Fence] = []
        self.begun: dict[int, Fence] = {}
        self.mark: Callable[[Fence], str] | None = None
        self.parser: Any = None
        if "fenced_code_block" in md.preprocessors:
            self.parser = md.preprocessors["fenced_code_block"]
        # Python-Markdown's own extension of this name keeps no list.
        if hasattr(self.parser, "reassemble"):
            self._replace = self.parser.reassemble
            self.parser.reassemble = self._reassemble
            # Colouring code costs most of the time, and places nothing.
            self.parser.extension.superfences[0]["formatter"] = _plain

    def begins_code(self, fence: Fence) -> bool:
        """Tell whether the parser reads code behind such a line, if only it ends."""
        return len(self.parser.run([fence.written, fence.sign])) == 1

    def may_be_wrong(self) -> bool:
        """Tell whether something in the last text may not have been read as it looks."""
        if not self.begun:
            return bool(self.left)
        # In indented code, and right below it, the parser restores what it had read.
        restored = len(self.begun) > len(self.parser.extension.stash)
        return bool(self.left) or restored or any(fence.taken for fence in self.begun.values())

    def _reassemble(self, lines: list[str]) -> list[str]:
        """Find what looks like a fence, and let the parser replace what it read as code."""
        stack = self.parser.stack
        text = "\n".join(lines)
        may_be = "```" in text or "~~~" in text  # of most pages this says enough
        fences = filter(None, map(read, lines, count())) if may_be else ()
        self.left, self.begun = _told(fences, [(start, end) for _, start, end in stack])
        if self.mark:
            lines = [*lines]
            for fence in self.left:
                lines[fence.line] = f"{fence.before}{self.mark(fence)}{fence.written}"
            self.parser.stack = [
                (self._marked(text, self.begun.get(start), self.mark), start, end)
                for text, start, end in stack
            ]
        return list(self._replace(lines))

    def _marked(self, text: str, fence: Fence | None, mark: Callable[[Fence], str]) -> str:
        """Return what stands for some code, marked; so is the code, should it be restored."""
        stash, key = self.parser.extension.stash, text[text.index(STX) + 1 : -1]
        if fence and (kept := stash.get(key)):
            begins = mark(replace(fence, restored=True)) + fence.sign
            stash.store(key, kept[0].replace(fence.sign, begins, 1), kept[1])
        return text.replace(STX, mark(fence) + STX, 1) if fence and fence.taken else text


def read(line: str, number: int) -> Fence | None:
    """Return the fence that a line looks like, if it does."""
    if "```" not in line and "~~~" not in line:
        return None
    match = LINE.fullmatch(line)
    listed = bool(match and match["listed"])
    return Fence(number, match["before"], match["sign"], match["info"], listed) if match else None


def _told(
    fences: Iterable[Fence], code: list[tuple[int, int]]
) -> tuple[list[Fence], dict[int, Fence]]:
    """Tell fences outside the lines of code from those that begin it, and what these take in."""
    left: list[Fence] = []
    begun: dict[int, Fence] = {}
    spans = iter([*code, (sys.maxsize, sys.maxsize)])
    start, end = next(spans)
    for fence in fences:
        while fence.line >= end:
            start, end = next(spans)
        if fence.line < start:
            left.append(fence)
        elif fence.line == start:
            begun[start] = fence
        elif start in begun and fence.line < end - 1 and _is_taken(fence, begun[start]):
            begun[start] = replace(begun[start], taken=fence)
    return left, begun


def _is_taken(inside: Fence, first: Fence) -> bool:
    """Tell what begins like other code, as far from the margin as the code that it stands in."""
    is_like = (inside.before, inside.sign) == (first.before, first.sign)
    return is_like and not inside.is_bare and not first.taken


def problems(
    shown: Iterable[tuple[Fence, int]], begins_code: Callable[[Fence], bool]
) -> Iterator[tuple[int, str]]:
    """Yield the place and what is wrong of the fences among a page's text, in their order."""
    open_sign = ""
    for fence, place in shown:
        # The end of code that did not begin.
        if open_sign and fence.is_bare and fence.sign.startswith(open_sign):
            open_sign = ""
            continue
        open_sign = "" if fence.taken else fence.sign
        yield place, _wrong(fence, begins_code)


def _wrong(fence: Fence, begins_code: Callable[[Fence], bool]) -> str:
    written, sign = fence.written, fence.sign
    if fence.taken and not fence.restored:
        below = fence.taken.line - fence.line
        return (
            f"The code that '{written}' begins has '{fence.taken.written}' in it, {below} lines "
            f"below. End it before with '{sign}', or write one sign more at its beginning and end."
        )
    if fence.restored:
        return f"'{written}' begins no code right below indented code. Put an empty line before it."
    if fence.listed:
        return (
            f"'{written}' begins no code on the line of a list's sign. "
            "Put it on a line of its own, indented by four blanks."
        )
    if not begins_code(fence):
        return (
            f"'{written}' begins no code, as what stands behind the sign can't be read. "
            "Write the language alone."
        )
    return (
        f"'{written}' begins no code, as it has no end, or a line before that stands further left. "
        f"Write '{sign}' below the code, and indent all of it alike."
    )


def _plain(src: str, **_: object) -> str:
    return f"<pre><code>{html.escape(src)}</code></pre>"

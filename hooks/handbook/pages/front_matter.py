"""Front matter: the YAML with which a page begins, and what is wrong with it."""

import re
from collections.abc import Iterator

from handbook.files.yamltext import Mapping, Text, load
from handbook.pages.placeholder import PLACEHOLDER, what_to_do
from handbook.problem import Problem

# MkDocs' own rule for where front matter ends (mkdocs.utils.meta.YAML_RE).
FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(?P<yaml>.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
# What was meant as front matter and is not closed: up to the first empty line, without headings.
UNCLOSED = re.compile(r"^-{3}[ \t]*\n(?P<yaml>(?:[ \t]*\S.*\n)*(?!\#)[ \t]*\S.*\n)")
# A key, which front matter that is closed may have after an empty line.
KEY_BEGINS = re.compile(r"\s*(?:\#.*\n\s*)*[a-z][\w-]*:")


def split(src_uri: str, text: str, problems: list[Problem]) -> tuple[Mapping, str, int]:
    """Return the front matter, the body, and the body's first line number."""
    match = FRONT_MATTER.match(text)
    value, found = load(match["yaml"], src_uri, 2) if match else (None, [])
    if (found or not match) and (unclosed := _unclosed(src_uri, text, problems)):
        return unclosed
    problems += found
    if value is None and not found:
        message = "The page has no front matter. Begin with '---', 'title: ...', '---'."
        problems.append(Problem(src_uri, 1, 1, "R305", message))
    if not match:
        return Mapping(), text, 1
    if value is not None and not isinstance(value, Mapping):
        message = "Front matter must be keys and values, such as 'title: ...'."
        problems.append(Problem(src_uri, value.line, value.col, "R303", message))
    front_matter = value if isinstance(value, Mapping) else Mapping()
    return front_matter, text[match.end() :], match[0].count("\n") + 1


def _unclosed(src_uri: str, text: str, problems: list[Problem]) -> tuple[Mapping, str, int] | None:
    """Return the same of a page whose front matter can be read up to where it should be closed."""
    begun = UNCLOSED.match(text)
    value, faults = load(begun["yaml"], src_uri, 2) if begun else (None, [])
    if not begun or not isinstance(value, Mapping) or faults or KEY_BEGINS.match(text, begun.end()):
        return None
    line = begun[0].count("\n") + 1
    message = "The front matter is not closed. Put '---' on a line of its own here."
    problems.append(Problem(src_uri, line, 1, "R305", message))
    return value, text[begun.end() :], line


def unwritten(src_uri: str, matter: Mapping) -> Iterator[Problem]:
    """Yield the placeholders in the texts of front matter."""
    for value in matter.values():
        if isinstance(value, Mapping):
            yield from unwritten(src_uri, value)
        elif isinstance(value, Text) and (match := PLACEHOLDER.search(value)):
            col = value.col + match.start()
            yield Problem(src_uri, value.line, col, "R602", what_to_do(match[0]))

"""A page read again: marks beside all that its first reading may have missed, and which are shown.

What is shown as text was not read as more, and what stands in code or in a comment is not shown.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from handbook.missed import box, fence, table
from handbook.missed.fence import Fence
from handbook.syntax import marks

# A key in brackets without its `@`: letters and digits, as rule R227 has them.
ALONE = r"\[(?<![\w\])]\[)[a-z]+[0-9][a-z0-9]*\](?![(\[:])"
# One with blanks behind its `@`.
APART = r"\[\s*-?@\s+\w+"
# A link to what is defined elsewhere on the page.
REFERENCE = r"(?<![\w\\\]])\[(?:[^\[\]\n]|\n(?!\s*\n))+\]\[[^\[\]^@\n]*\]"
# What may stand before what begins a line.
BEGIN = r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*"
# Each mark stands behind what it is about, but within the name of a note, where its text begins,
# behind the first sign of a table's head, and in the title of a box.
SIGNS = re.compile(
    rf"""
    </[a-z][^\s<>]*(?=\s*>)(?P<end>)
    | {BEGIN}\[\^[^\[\]\n]*(?=\]:)(?P<note>)
    | \[\^[^\[\]\n]*\](?!\(|\[[^\[\]^\n]*\])(?P<sign>)
    | ^(?:<{{7}}|>{{7}})[ ](?P<merge>)
    | {APART}(?P<apart>)
    | {ALONE}(?P<alone>)
    | {REFERENCE}(?P<reference>)
    | {BEGIN}(?:\\.|[^|\\\n])*\|(?=[ \t]*[^\s|][^\n]*\n{table.BELOW_HEAD})(?P<table>)
    | {BEGIN}{box.SIGN}[^"\n]*"(?=[^\n]*"[ \t]*$)(?P<titled>)
    | {BEGIN}{box.SIGN}[ ]?[\w-]+(?:[ ]+[\w-]+)*(?=[ ]*$)(?P<untitled>)
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
BEFORE = re.compile(BEGIN)
# What a text must end with before some marks, or something else was made of it; a sign that is
# escaped is not there.
SHOWN = {
    "note": re.compile(r"\[\^[^\[\]]*$"),
    "sign": re.compile(r"\[\^[^\[\]]*\]$"),
    "apart": re.compile(rf"{APART}$"),
    "alone": re.compile(rf"{ALONE}$", re.IGNORECASE),
    "reference": re.compile(r"\]\[[^\[\]]*\]$"),
    "table": re.compile(r"\|$"),
}
TO_LINE_END = frozenset({"merge", "table", "titled", "untitled"})
# As many characters before a mark are looked at, so that no text is slow.
LONGEST = 200
CODE = frozenset({"code", "pre"})


@dataclass(frozen=True)
class Seen:
    """A place that has a mark: what seems to be there, from where to where in the body."""

    kind: str
    start: int
    end: int
    fence: Fence | None = None


class Marker(Preprocessor):
    """Puts a mark beside all in a body that may be more than text, and keeps where it is."""

    def __init__(self, md: Markdown, body: str) -> None:
        super().__init__(md)
        self.body = marks.without(body)
        self.lines = self.body.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.places: list[Seen] = []

    def run(self, lines: list[str]) -> list[str]:  # noqa: ARG002 - those of the body
        return SIGNS.sub(self._marked, self.body).split("\n")

    def _marked(self, match: re.Match[str]) -> str:
        kind = str(match.lastgroup)
        # A merge begins with signs of a quote.
        before = None if kind == "merge" else BEFORE.match(match[0])
        start = match.start() + (len(before[0]) if before else 0)
        mark = marks.in_tag if kind == "end" else marks.mark
        inserted = mark(self._index(Seen(kind, start, match.end())))
        return match[0] + (f' "{inserted}"' if kind == "untitled" else inserted)

    def fence(self, found: Fence) -> str:
        """Return the mark of a line that looks like a fence."""
        # There are more lines when another preprocessor brought some in.
        number = min(found.line, len(self.lines) - 1)
        there = fence.read(self.lines[number], number)
        start = self.starts[number] + (len(there.before) if there else 0)
        return marks.mark(self._index(Seen("fence", start, start + len(found.written), found)))

    def _index(self, seen: Seen) -> int:
        self.places.append(seen)
        return min(len(self.places), marks.LIMIT) - 1

    def written(self, seen: Seen) -> str:
        """Return what stands at a place; of what begins a line, all that is left of it."""
        end = self.body.find("\n", seen.end) if seen.kind in TO_LINE_END else seen.end
        return self.body[seen.start : end if end >= 0 else None].rstrip()

    def below(self, seen: Seen) -> str:
        """Return the line below a place, without what stands before it."""
        line = self.lines[bisect_right(self.starts, seen.start)]
        before = BEFORE.match(line)
        return line[len(before[0]) :].rstrip() if before else line

    def at(self, mark: str) -> Seen:
        """Return what a mark was put at, also one within a text."""
        return self.places[marks.index(marks.first(mark))]

    def shown(self, root: Element) -> Iterator[Seen]:
        """Yield what a reader sees as text, in document order."""
        for text in _texts(root):
            at = 0
            for mark in marks.among(text):
                seen, at = self.at(mark), text.index(mark, at)
                before = marks.without(text[max(0, at - LONGEST) : at])
                if seen.kind not in SHOWN or SHOWN[seen.kind].search(before):
                    yield seen


def _texts(element: Element) -> Iterator[str]:
    if element.tag in CODE:
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""

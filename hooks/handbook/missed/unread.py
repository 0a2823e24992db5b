"""What a page's author wrote that its parser did not read as it was meant.

A first reading tells only that there is something.
Where it is, a second one tells, with marks of its own; most pages have none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown

from handbook.files import merge
from handbook.missed import again, box, fence, note, pair, table
from handbook.missed.again import Marker, Seen
from handbook.missed.fence import Fences
from handbook.missed.note import Notes
from handbook.missed.pair import Unpaired
from handbook.syntax import marks

MAY_BE_CITED = re.compile(f"{again.ALONE}|{again.APART}")
REFERENCE = re.compile(again.REFERENCE)
KEY = re.compile(r"\w+")
# The preprocessor that puts marks into a page, and its priority: before everything.
MARKS, FIRST = "handbook-marks", 1000


@dataclass(frozen=True)
class Missed:
    """Something at an offset in the body, the rule that it breaks, and what is wrong with it.

    Without a message, it depends on more than the page: a tag's name is allowed, a key known.
    """

    offset: int
    rule: str
    message: str = ""
    name: str = ""
    written: str = ""


class Looker:
    """Looks at what a parser made of a body; `parse` reads one with it once more."""

    def __init__(self, md: Markdown, parse: Callable[[str], Element]) -> None:
        self.md, self.parse = md, parse
        self.fences, self.notes, self.blocks = Fences(md), Notes(md), pair.Blocks(md)
        if "markdown_block" in md.parser.blockprocessors:
            # In the place of that of `md_in_html`, whose name and priority these are.
            md.preprocessors.register(self.blocks, "html_block", 20)

    def missed(
        self, body: str, tree: Element, shown: str, offset: Callable[[str], int]
    ) -> Iterator[Missed]:
        """Yield what the reading of a body missed that gave a tree, of which a text is shown."""
        yield from _links(self.md.references, body, offset)
        unpaired = self._unpaired(body, tree)
        for tag in unpaired:
            if not tag.is_end:
                yield Missed(offset(tag.mark), "R616", name=tag.name)
        ends = [tag.name for tag in unpaired if tag.is_end]
        if (
            ends
            or self.fences.may_be_wrong()
            or merge.may_be(body)
            or self.notes.are_odd(body)
            or MAY_BE_CITED.search(body)
            or ("][" in shown and REFERENCE.search(shown))
            or table.may_be(shown)
            or (box.may_be(body) and next(box.empty(tree), None) is not None)
        ):
            yield from self._again(body, ends)

    def _unpaired(self, body: str, tree: Element) -> list[Unpaired]:
        if "<" not in body:
            return []
        return pair.unpaired(tree, self.md.htmlStash.rawHtmlBlocks, self.blocks.unended)

    def _again(self, body: str, ends: list[str]) -> Iterator[Missed]:
        """Read a body once more, and yield what stands where; `ends` are those without a tag."""
        names, used = set(self.notes.names), self.notes.used
        marker, tree = self._read(body)
        strays = [tag for tag in self._unpaired(body, tree) if tag.is_end]
        noted = [*note.odd(self.notes.names, used)]
        shown = [*marker.shown(tree)]
        for seen in shown:
            yield from _as_text(seen, marker.written(seen), names)
            if seen.kind == "table":
                message = table.message(self.md, marker.written(seen), marker.below(seen))
                yield Missed(seen.start, "R622", message)
        for title in filter(None, map(_mark, box.empty(tree))):
            begun = marker.at(title)
            if begun.kind in {"titled", "untitled"}:
                yield Missed(begun.start, "R623", box.message(marker.written(begun)))
        for marked, message in noted:
            yield Missed(marker.at(marked).start, "R610", message)
        # What an extension wrote has no mark. Where the marks changed what a comment belongs to,
        # the first end of its name stands for each.
        is_same = [tag.name for tag in strays] == ends
        for tag in strays if is_same else ():
            if tag.mark:
                yield Missed(marker.at(tag.mark).start, "R617", name=tag.name)
        for name in () if is_same else ends:
            yield Missed(max(0, body.lower().find(f"</{name}")), "R617", name=name)
        fences = [(seen.fence, seen.start) for seen in shown if seen.fence]
        for start, message in fence.problems(fences, self.fences.begins_code):
            yield Missed(start, "R608", message)

    def _read(self, body: str) -> tuple[Marker, Element]:
        """Read a body with marks of the second reading in the place of those of the first."""
        first, second = self.md.preprocessors[MARKS], Marker(self.md, body)
        self.md.preprocessors.register(second, MARKS, FIRST)
        self.fences.mark = second.fence
        try:
            return second, self.parse(body)
        finally:
            self.fences.mark = None
            self.md.preprocessors.register(first, MARKS, FIRST)


def _links(references: Iterable[str], body: str, offset: Callable[[str], int]) -> Iterator[Missed]:
    """Yield the citations before a colon that the parser took for where a link leads."""
    for name in references:
        if "@" in name and (mark := marks.first(name)):
            start = max(0, body.rfind("[", 0, offset(mark)))
            written = body[start:].split("\n", maxsplit=1)[0]
            message = (
                f"'{written}' is read as where a link leads, and not shown. Put a word before it."
            )
            yield Missed(start, "R103", message)


def _as_text(seen: Seen, written: str, notes: set[str]) -> Iterator[Missed]:
    """Yield what is wrong with something that is shown as it was written."""
    if seen.kind in {"apart", "alone"}:
        key = KEY.findall(written)[-1]
        yield Missed(seen.start, "R105", name=key, written=written)
    elif seen.kind == "merge":
        yield Missed(seen.start, "R014", merge.message(written))
    elif seen.kind == "reference":
        written = " ".join(written.split())
        name = written.rpartition("][")[2].rstrip("]") or written.partition("]")[0][1:]
        message = f"'{written}' leads nowhere. Write '[{name}]: address' on a line of its own, "
        message += "or '\\[' where no link is meant."
        yield Missed(seen.start, "R621", message)
    elif seen.kind in {"note", "sign"} and (name := written[2:].rstrip("]")) not in notes:
        message = f"'[^{name}]' has no note. Write '[^{name}]: text' on a line of its own."
        yield Missed(seen.start, "R609", message)


def _mark(element: Element) -> str:
    return marks.first("".join(element.itertext()))

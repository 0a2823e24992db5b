"""Sentences: the running text of a page, each with what it cites, computes or is marked as.

Left out are code, headings, titles of notes, figures and tables' header rows.
A table's row is one sentence, and has what the header row cites.
In a table after a marked sentence, a row without a source of its own is that sentence's data.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from string import ascii_uppercase
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.util import BLOCK_LEVEL_ELEMENTS

from handbook.rendering.rendered import signs, without_html
from handbook.syntax import basis, computed, marks
from handbook.syntax.basis import Basis
from handbook.syntax.marks import MARK

if TYPE_CHECKING:
    from handbook.pages.page import Place

CODE = "\ufffc"
# What stands for a piece of code until its sentence is known: a private-use character of plane 0.
FIRST_PIECE, LAST_PIECE = 0xE000, 0xF8FF
PIECE = re.compile(f"[{chr(FIRST_PIECE)}-{chr(LAST_PIECE)}]")
SECTION = frozenset({"h1", "h2"})
LEFT_OUT = frozenset({"h3", "h4", "h5", "h6", "pre", "script", "style", "summary"})
# A mark on a line of its own at the end of a block.
OWN_LINE = re.compile(rf"(?:^|\n)[ \t]*(?P<mark>{MARK})\s*$")
SPACE_BEFORE_MARKS = re.compile(rf"\s+((?:{MARK})+)(?=[.,;:!?)\s]|$)")
# A full stop with closing quotes, and the citations and marks that follow it; then a beginning:
# a capital, a digit, code, or a citation that lower case follows.
END = re.compile(
    rf"""(?P<stop>[.!?…]+)["'”’»)\]]*(?:\s*{MARK})*
    (?= \s+["'“\u2018«(\[]*
        (?:[^\W_a-zß-öø-ÿ]|{CODE}|{PIECE.pattern}|[-+−<>≤≥≈$€£]\d|(?:{MARK})+\s*[a-z]) )""",
    re.VERBOSE,
)
# Before these a stop ends no sentence; the last ones only before a number.
ABBREVIATIONS = (
    *("e.g", "i.e", "cf", "vs", "viz", "ca", "approx"),
    *("Dr", "Mr", "Mrs", "Ms", "Prof", "St"),
)
ABBREVIATED = re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, ABBREVIATIONS))}|[A-Z])|^\W*\d+)$")
# What a text must end with for that; most do not.
LAST_SIGNS = (*{word[-2:] for word in ABBREVIATIONS}, *ascii_uppercase, *"0123456789")
NUMBERED = re.compile(
    r"\b(?:al|art|ch|chap|ed|eqs?|etc|figs?|nos?|para|pp?|secs?|tab|vols?)$", re.IGNORECASE
)
# As many characters around a stop as tell an abbreviation.
LONGEST = 12


@dataclass(frozen=True)
class Sentence:
    """One sentence; its `text` has U+FFFC for each piece of code.

    `shown` has the code itself, and in a table's row the name of each column.
    Each of `places` is the offset at which a word ends, with where it begins in the file.
    """

    text: str
    shown: str
    section: str
    at: "Place"
    citations: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()
    basis: Basis | None = None
    expires: Basis | None = None
    places: tuple[tuple[int, "Place"], ...] = ()

    def place(self, offset: int) -> "Place":
        """Return the place of the word that begins at an offset."""
        return next((at for end, at in self.places if end > offset), self.at)


def sentences(
    root: Element, place: Callable[[str], "Place"], matters: Callable[[str], bool]
) -> Iterator[Sentence]:
    """Yield the sentences of a page's elements; `place` gives the place of a mark, or of none.

    A sentence that cites and computes nothing is left out when its text does not matter.
    """
    return _Prose(place, matters).read(root)


class _Prose:
    """Reads elements in document order; `cited`, `computed` and `bases` say what marks mean."""

    def __init__(self, place: Callable[[str], "Place"], matters: Callable[[str], bool]) -> None:
        self.place, self.matters = place, matters
        self.section = ""
        # The last mark met, near which a sentence stands that has none.
        self.near = ""
        self.code: dict[str, str] = {}
        self.cited: dict[str, str] = {}
        self.computed: dict[str, str] = {}
        self.bases: dict[str, Basis] = {}
        self.before: Sentence | None = None

    def read(self, element: Element) -> Iterator[Sentence]:
        """Yield the sentences of a block: its own text, then that of each block in it."""
        run = element.text or ""
        for child in element:
            if child.tag in BLOCK_LEVEL_ELEMENTS:
                yield from self.split(run)
                yield from self.block(child)
                run = child.tail or ""
            else:
                run += self.inline(child) + (child.tail or "")
        yield from self.split(run)

    def block(self, element: Element) -> Iterator[Sentence]:
        before, self.before = self.before, None
        if element.tag in SECTION:
            self.section = _shown(marks.without("".join(element.itertext()))).strip()
        elif element.tag == "table":
            yield from self.table(element, before)
        elif element.tag not in LEFT_OUT and element.get("class") != "admonition-title":
            yield from self.read(element)

    def table(self, table: Element, before: Sentence | None) -> Iterator[Sentence]:
        """Yield a sentence for each row that is not the data of the sentence before the table."""
        head, *rows = [list(map(self.cell, row)) for row in table.iter("tr")] or [[]]
        meant = "".join(mark for mark in marks.among("".join(head)) if self.says(mark))
        for row in rows:
            text = "; ".join(row) + meant
            if not (before and before.basis) or self.says(text):
                named = zip(head, row, strict=False)
                shown = [f"{name}: {cell}".removeprefix(": ") for name, cell in named]
                yield self.sentence(text, "; ".join(shown))
        self.before = None

    def cell(self, cell: Element) -> str:
        return " ".join(_shown(self.inline(cell)).split())

    def inline(self, element: Element) -> str:
        """Return the text of an element in a line, with a mark for what is cited or computed."""
        if element.tag == "code":
            return self.piece(element.text or "")
        if element.tag == "br":
            return " "
        if element.get("class") == "hb-cite":
            return "".join(self.cite(work) for work in element.iter() if work.get("data-cite"))
        if mark := element.get("data-mark", ""):
            return self.marked(element, mark)
        if element.get("id", "").startswith("fnref") or element.get("class") == "hb-id":
            return ""
        said = element.text or ""
        return said + "".join(self.inline(child) + (child.tail or "") for child in element)

    def piece(self, text: str) -> str:
        if FIRST_PIECE + len(self.code) > LAST_PIECE:
            return CODE
        char = chr(FIRST_PIECE + len(self.code))
        self.code[char] = marks.without(unescape(text))
        return char

    def cite(self, work: Element) -> str:
        mark = work.get("data-mark", "")
        self.cited[mark] = work.get("data-cite", "")
        return mark

    def marked(self, element: Element, mark: str) -> str:
        if name := element.get("data-computed"):
            self.computed[mark] = name
            value = element.text or ""
            return CODE if computed.is_figure(value) else value + mark
        self.bases[mark] = basis.parse(element.get("data-basis", ""), self.place(mark))
        return mark

    def says(self, text: str) -> bool:
        """Tell whether a text cites or computes something, or is marked."""
        return any(
            mark in self.cited or mark in self.computed or mark in self.bases
            for mark in marks.among(text)
        )

    def split(self, run: str) -> Iterator[Sentence]:
        """Yield the sentences of a block's text."""
        if not run or run.isspace():  # as most, between one block and the next
            return
        own = OWN_LINE.search(run) if self.bases else None
        whole = own["mark"] if own and own["mark"] in self.bases else ""
        text = " ".join(_shown(run[: own.start()] if own and whole else run).split())
        matters = self.matters(marks.without(text))
        if not (whole or matters or self.says(text)):
            self.left_out(text)
            return
        for piece in _pieces(text):
            if whole or self.says(piece) or (matters and self.matters(marks.without(piece))):
                yield self.sentence(piece + whole)
            else:
                self.left_out(piece)

    def left_out(self, text: str) -> None:
        self.before = None if text else self.before
        self.near = marks.first(text) or self.near

    def sentence(self, text: str, shown: str = "") -> Sentence:
        """Return the sentence of a text with marks, shown as it is or in another form."""
        text = _closed_up(text.strip())
        plain = marks.without(text).strip()
        shown = marks.without(_closed_up(shown)) or plain
        placed = marks.offsets(text)
        found = list(placed)
        self.near = found[0] if found else self.near
        said = [self.bases[mark] for mark in found if mark in self.bases]
        self.before = Sentence(
            text=self.with_code(plain, shown=False),
            shown=self.with_code(shown, shown=True),
            section=self.section,
            at=self.place(self.near),
            citations=tuple(self.cited[mark] for mark in found if mark in self.cited),
            computed=tuple(self.computed[mark] for mark in found if mark in self.computed),
            basis=next((mark for mark in said if not mark.expires), None),
            expires=next((mark for mark in said if mark.expires), None),
            places=tuple((offset, self.place(mark)) for mark, offset in placed.items()),
        )
        return self.before

    def with_code(self, text: str, *, shown: bool) -> str:
        """Return a text with its pieces of code, or with a sign for each."""
        if text.isascii():
            return text
        return PIECE.sub(lambda piece: self.code.get(piece[0], CODE) if shown else CODE, text)


def _pieces(text: str) -> Iterator[str]:
    """Yield the sentences of a text with their marks."""
    start = 0
    for match in END.finditer(text):
        before = text[max(start, match.start() - LONGEST) : match.start()]
        after = text[match.end() : match.end() + LONGEST].lstrip()
        if match["stop"] != "." or not _goes_on(before, after):
            yield text[start : match.end()]
            start = match.end()
    if text[start:].strip():
        yield text[start:]


def _closed_up(text: str) -> str:
    """Return a text without the space before its marks."""
    return text if text.isascii() else SPACE_BEFORE_MARKS.sub(r"\1", text)


def _shown(text: str) -> str:
    return signs(without_html(text))


def _goes_on(before: str, after: str) -> bool:
    """Tell the stop of an abbreviation, an initial or a list number from a sentence's end."""
    if before.endswith(LAST_SIGNS) and ABBREVIATED.search(before):
        return True
    return marks.without(after)[:1] in {*"(0123456789"} and bool(NUMBERED.search(before))

"""Pairs: which tags of a page's HTML have no end, and which ends have no beginning.

A tag and its end stand in one element, as a browser wants them: in one paragraph, cell or block.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra
from markdown.htmlparser import void_tags
from markdown.util import HTML_PLACEHOLDER_RE

from handbook.syntax import marks
from handbook.syntax.tag import COMMENT

# What HTML ends by itself: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
OPTIONAL = frozenset(
    {"caption", "colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr"}
)


@dataclass(frozen=True)
class Unpaired:
    """A tag without an end, or an end without a tag; `mark` is that of its place, if it has one."""

    name: str
    mark: str
    is_end: bool = False


class Blocks(HtmlBlockPreprocessor):
    """Reads blocks of HTML as Python-Markdown does, which ends those with Markdown in them itself.

    `unended` are the marks of those tags in the last text.
    """

    unended: Sequence[str] = ()

    def run(self, lines: list[str]) -> list[str]:
        """Put aside the HTML of a text; as the method that it replaces."""
        reader = _Extractor(self.md)
        reader.feed("\n".join(lines))
        reader.close()
        self.unended = reader.unended
        return "".join(reader.cleandoc).split("\n")


def unpaired(root: Element, raw: Sequence[object], unended: Sequence[str]) -> list[Unpaired]:
    """Return what has no counterpart among the tags of elements and of the HTML put aside."""
    pairs = _Pairs(raw)
    pairs.within(root)
    return [
        *(Unpaired(name, mark) for mark, name in pairs.elements.items() if mark in unended),
        *pairs.found,
    ]


def _stray(left: Sequence[Unpaired], *, is_last: bool) -> list[Unpaired]:
    """Return those of the tags still open that nothing ends.

    The first of them has no tag around it where all that they stand in ends.
    """
    return [
        tag
        for depth, tag in enumerate(left)
        if tag.mark and (tag.name not in OPTIONAL or (is_last and not depth))
    ]


class _Extractor(HTMLExtractorExtra):
    """Keeps the marks of the tags that begin elements and that no tag ends."""

    mdstack: list[str]

    def reset(self) -> None:
        self.open: list[Unpaired] = []
        self.unended: list[str] = []
        super().reset()

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if len(self.mdstack) > len(self.open):
            self.open.append(Unpaired(tag, marks.first(self.get_starttag_text())))

    def handle_endtag(self, tag: str) -> None:
        # The parser ends a paragraph before a block, and all that is open at the end of the text.
        is_last = not self.rawdata.startswith("<", self.line_offset + self.offset)
        super().handle_endtag(tag)
        left = self.open[len(self.mdstack) + (not is_last) :]
        del self.open[len(self.mdstack) :]
        self.unended += [tag.mark for tag in _stray(left, is_last=is_last)]


class _Pairs:
    """Pairs tags in document order; one without a mark is an extension's, which ends it."""

    def __init__(self, raw: Sequence[object]) -> None:
        self.raw = raw
        self.open: list[Unpaired] = []
        self.names: Counter[str] = Counter()
        self.elements: dict[str, str] = {}
        self.found: list[Unpaired] = []

    def within(self, element: Element) -> None:
        """Pair the tags in an element, where all that begin have to end."""
        if mark := marks.first("".join(element.keys())):
            self.elements[mark] = element.tag
        outside = self.open, self.names
        self.open, self.names = [], Counter()
        self.text(element.text)
        for child in element:
            self.within(child)
            self.text(child.tail)
        self.end(0, is_last=True)
        self.open, self.names = outside

    def text(self, text: str | None) -> None:
        """Pair the tags that the parser put aside from a text."""
        for match in HTML_PLACEHOLDER_RE.finditer(text or ""):
            html = self.raw[int(match[1])]
            if isinstance(html, Element):
                self.within(html)
            elif isinstance(html, str) and "<" in html:
                self.html(COMMENT.sub("", html))

    def html(self, html: str) -> None:
        """Pair the tags of a piece of HTML: of a block, or of one tag in a line."""
        for tag in _Tags.of(html):
            if not tag.is_end:
                self.open.append(tag)
                self.names[tag.name] += 1
            elif self.names[tag.name]:
                depth = len(self.open)
                while self.open[depth - 1].name != tag.name:
                    depth -= 1
                self.end(depth)
                self.names[self.open.pop().name] -= 1
            else:
                self.found.append(tag)

    def end(self, depth: int, *, is_last: bool = False) -> None:
        """End what is open beyond a depth, where the tag around it ends, or what all is in."""
        self.found += _stray(self.open[depth:], is_last=is_last)
        self.names.subtract(tag.name for tag in self.open[depth:])
        del self.open[depth:]


class _Tags(HTMLParser):
    """Collects the tags of a piece of HTML that have an end, and ends."""

    @classmethod
    def of(cls, html: str) -> list[Unpaired]:
        parser = cls()
        parser.feed(html)
        parser.close()
        return parser.found

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Unpaired] = []
        self.ends_at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in void_tags and tag != "hr":
            mark = marks.first(self.get_starttag_text() or "")
            self.found.append(Unpaired(marks.without(tag), mark))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A browser does not look at the slash.
        self.handle_starttag(tag, attrs)

    def parse_endtag(self, i: int) -> int:
        self.ends_at = i
        return super().parse_endtag(i)

    def handle_endtag(self, tag: str) -> None:
        written = self.rawdata[self.ends_at : self.rawdata.find(">", self.ends_at)]
        self.found.append(Unpaired(marks.without(tag), marks.first(written), is_end=True))

"""Tags: what a page gives a browser besides Markdown, as raw HTML and as attribute lists."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import chain
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder

from handbook.syntax import marks

if TYPE_CHECKING:
    from handbook.pages.page import Place

# What no two readers of HTML understand differently. `<!-->` is a whole comment to a browser:
# https://html.spec.whatwg.org/multipage/parsing.html#parse-error-abrupt-closing-of-empty-comment
COMMENT = re.compile(r"<!--(?!-?>)(?:(?!-->|--!>|<!--).)*-->", re.DOTALL)
BEGUN = re.compile(rf"<[^\s/<>]+ ({marks.TAG_MARK})")
WORD = re.compile(r"[^\W_]")
PLAIN = re.compile(
    r"""<[a-z][\w-]*(?:\s+[^\s"'<>/=`]+(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?)*\s*/?>""",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tag:
    """A tag or the attributes of an element; `name` and those of attributes in small letters.

    Entities in the values are replaced by their signs, as a browser does.
    `written` is the tag itself where it is not written plainly enough to be sure of these.
    `hides` tells that it begins HTML that was put aside with words in it, which nothing reads.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    at: "Place"
    written: str = ""
    hides: bool = False


class AttributeLists(AttrListTreeprocessor):
    """Assigns attribute lists as the extension does, and keeps each as its author wrote it."""

    found: list[tuple[Element, str]]

    def tags(
        self, root: Element, place: Callable[[str], "Place"], look: Callable[[str], "Place"]
    ) -> Iterator[Tag]:
        """Yield what the lists of a page's elements say, which are assigned to them.

        One without a mark, as its braces begin like something else, is looked for.
        """
        self.found = []
        self.run(root)
        for element, written in self.found:
            given = [pair for pair in get_attrs_and_remainder(written)[0] if pair[0] != "."]
            mark = marks.first(written)
            at = place(mark) if mark else look(written)
            yield Tag(str(element.tag).lower(), tuple(_attributes(given)), at)

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Remember a list, and assign it."""
        self.found.append((elem, attrs_string))
        return super().assign_attrs(elem, attrs_string, strict=strict)


def tags(root: Element, raw: Iterable[object], place: Callable[[str], "Place"]) -> Iterator[Tag]:
    """Yield the tags of a page's elements, and of the HTML that the parser put aside.

    What has no mark was written by an extension: every tag that an author writes has one.
    """
    aside = [html for html in raw if isinstance(html, Element)]
    for element in chain(root.iter(), *(html.iter() for html in aside)):
        # The mark in a tag is one of its attributes.
        if mark := marks.first("".join(element.keys())):
            attributes = tuple(_attributes(element.items()))
            hides = element in aside and bool(WORD.search("".join(element.itertext())))
            yield Tag(str(element.tag).lower(), attributes, place(mark), hides=hides)
    for html in raw:
        if isinstance(html, str) and marks.first(html):
            yield from _raw(COMMENT.sub("", html), place)


def of_fragment(html: str, at: "Place") -> Iterator[Tag]:
    """Yield the tags of a piece of HTML that no author marked, all at one place."""
    for name, attributes, written in _starts(COMMENT.sub("", html)).found:
        yield Tag(name, attributes, at, "" if PLAIN.fullmatch(written) else written)


def _raw(html: str, place: Callable[[str], "Place"]) -> Iterator[Tag]:
    left = {match[1]: match.start() for match in BEGUN.finditer(html)}
    starts = _starts(html)
    for name, attributes, written in starts.found:
        if mark := marks.first(written):
            left = {other: at for other, at in left.items() if other not in written}
            plain = marks.without(written)
            unsure = "" if PLAIN.fullmatch(plain) else plain
            yield Tag(marks.without(name), attributes, place(mark), unsure, starts.has_words)
            starts.has_words = False
    # A browser may begin a tag where Python's parser sees none.
    for mark, at in left.items():
        yield Tag("", (), place(mark), marks.without(html[at:].split("\n", maxsplit=1)[0]))


def _starts(html: str) -> "_Starts":
    parser = _Starts()
    parser.feed(html)
    parser.close()
    return parser


def _attributes(given: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    for name, value in given:
        if named := marks.without(name).lower():
            yield named, marks.without(value or "").strip()


class _Starts(HTMLParser):
    """Collects name, attributes and text of start tags, and whether words stand between them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str], ...], str]] = []
        self.has_words = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(_attributes(attrs)), self.get_starttag_text() or ""))

    def handle_data(self, data: str) -> None:
        self.has_words = self.has_words or bool(WORD.search(data))

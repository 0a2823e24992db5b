"""Clusters: the citations of one bracket as HTML, read before links and after code and escapes.

What they leave alone: the texts of links and images, addresses, tags and comments.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    HTML_RE,
    LINK_RE,
    InlineProcessor,
)
from markdown.util import AtomicString

from handbook.references import author_year
from handbook.references.bibliography import Reference
from handbook.rendering.inline_link import LinkProcessor
from handbook.syntax import citation
from handbook.syntax.citation import Citation

# What `<` begins besides text; none of it is read for citations.
ADDRESS_OR_TAG = re.compile(f"{AUTOLINK_RE}|{AUTOMAIL_RE}|{HTML_RE}", re.DOTALL)
BEGINNING = r"[<\[]"
LABEL = re.compile(r"\[([^\]]*)\]")
NO_MARKUP = re.compile(r"[\w\s.,;()–-]*")


class CitationProcessor(InlineProcessor):
    """Turns `[see @key, p. 12]` into links to the page's list of references."""

    def __init__(self, references: dict[str, Reference], md: Markdown) -> None:
        super().__init__(BEGINNING, md)
        self.references = references
        self.link = LinkProcessor(LINK_RE, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if "@" not in data:
            return None, m.start(), len(data)
        if m[0] == "<":
            skipped = ADDRESS_OR_TAG.match(data, m.start())
            return (None, m.start(), skipped.end()) if skipped else (None, None, None)
        inside = citation.INSIDE.match(data, m.end())
        if not inside:
            return None, None, None
        end = inside.end() + 1
        if after := self._after_link(data, end, inside[0]):
            return None, m.start(), after
        citations = citation.parse(inside[0]) if "@" in inside[0] else ()
        return (self._element(citations), m.start(), end) if citations else (None, None, None)

    def _after_link(self, data: str, end: int, text: str) -> int:
        """Return where `[@key](address)` or `[@key][defined]` ends, whose text ends at `end`."""
        match data[end : end + 1]:
            case "(":
                _, _, after, is_link = self.link.getLink(data, end)
                # Of an address such as `('(` Python-Markdown says that it ends before it begins.
                return after if is_link and after > end else 0
            case "[" if label := LABEL.match(data, end):
                is_link = (label[1] or text).lower() in self.md.references
                return label.end() if is_link else 0
        return 0

    def _element(self, citations: tuple[Citation, ...]) -> Element:
        cluster = Element("span", {"class": "hb-cite"})
        _append(cluster, "(")
        before: Citation | None = None
        for cited in citations:
            joins = before and self._joins(before, cited)
            _append(cluster, joins or ("; " if before else ""))
            _append(cluster, f"{cited.prefix} " if cited.prefix else "")
            cluster.append(self._work(cited, author=not (cited.author_suppressed or joins)))
            _append(cluster, f", {cited.locator}" if cited.locator else "")
            _append(cluster, cited.suffix)
            before = cited
        _append(cluster, ")")
        return cluster

    def _joins(self, before: Citation, cited: Citation) -> str:
        """Return what joins two works whose author stands once: "(Mikolov 2013a, 2013b)"."""
        was, now = self._authors(before), self._authors(cited)
        if not was or was != now or before.suffix or cited.prefix or cited.suffix:
            return ""
        return "; " if before.locator or cited.locator else ", "

    def _authors(self, cited: Citation) -> tuple[object, ...]:
        """Return who stands in the text for a known work: two Weis with others are not one."""
        known = self.references.get(cited.key)
        if not known:
            return ()
        count = known.shown if len(author_year.everyone_of(known)) > 2 else None
        return known.author, *known.names[:count]

    def _work(self, cited: Citation, *, author: bool) -> Element:
        known = self.references.get(cited.key)
        if known:
            work = Element("a", {"href": f"#ref-{known.id}"})
            work.text = AtomicString(author_year.label(known, author=author))
        else:
            work = Element("span", {"class": "hb-unknown"})
            work.text = AtomicString(cited.written)
        work.set("data-cite", cited.key)
        if cited.mark:
            work.set("data-mark", cited.mark)
        return work


def _append(parent: Element, text: str) -> None:
    """Add text at the end of an element; what can't be markup is not looked at again."""
    if not text:
        return
    before = parent[-1].tail if len(parent) else parent.text
    whole = f"{before or ''}{text}"
    whole = AtomicString(whole) if NO_MARKUP.fullmatch(whole) else whole
    if len(parent):
        parent[-1].tail = whole
    else:
        parent.text = whole

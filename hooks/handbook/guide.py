"""The Python-Markdown extension that leads a reader on: terms explained, what to read before.

It needs no engine's help: `handbook.overviews.outline` knows a page by its text.
On a page that nobody wrote, such as a generated one, it does nothing.
"""

import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from handbook.overviews import glossary_page, outline
from handbook.overviews.outline import Outline
from handbook.pages import reading
from handbook.pages.page import Page
from handbook.pages.term import Term

SECTION = {"h1", "h2"}
# Where no term is looked for: in code and headings, and in what a reader clicks to do something.
LEFT_OUT = {"button", "code", "label", "pre", "script", "style", "summary", "svg"} | {
    f"h{level}" for level in range(1, 7)
}
LEFT_OUT_CLASSES = {"admonition-title", "hb-cite"}


class TextProcessor(Preprocessor):
    """Remembers the text that an engine renders."""

    text = ""

    def run(self, lines: list[str]) -> list[str]:
        """Take the text and leave it as it is."""
        self.text = "\n".join(lines)
        return lines


class GuideProcessor(Treeprocessor):
    """Puts before a page's text how long it takes and what comes before, and links its terms."""

    def __init__(self, options: dict[str, Any], text: TextProcessor, md: Markdown) -> None:
        super().__init__(md)
        self.options, self.text = options, text

    def run(self, root: Element) -> None:
        """Change the elements of a page that the outline knows."""
        text = self.text.text
        this = self.options["outline"] or outline.load_for(Path(self.options["root"]), text)
        if page := this.page(text):
            number = reading.words(root)
            _Marks(this, page).walk(root)
            kind = this.settings.kinds.get(page.get("kind"))
            if kind and kind.sections:
                root.insert(0, _facts(this, page, number))


def _facts(this: Outline, page: Page, number: int) -> Element:
    # The search need not find a page by the titles of others.
    facts = Element("p", {"class": "hb-way", "data-search-exclude": ""})
    facts.text = f"About {reading.spoken(reading.minutes(number))} to read"
    ways = {"Read first": this.before, "Leads to": this.after}
    for name, way in ways.items():
        for place, src_uri in enumerate(way[page.src_uri]):
            _append(facts, ", " if place else f" · {name}: ")
            link = SubElement(facts, "a", {"href": _link(src_uri, page)})
            link.text = AtomicString(this.pages[src_uri].title)
    return facts


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _link(src_uri: str, page: Page) -> str:
    return quote(posixpath.relpath(src_uri, posixpath.dirname(page.src_uri) or "."))


class _Marks:
    """Links the first occurrence of each term in each section of a page."""

    def __init__(self, this: Outline, page: Page) -> None:
        self.page = page
        self.terms = this.terms
        self.own = this.terms.own.get(page.src_uri, set())
        self.seen = set(self.own)

    def walk(self, element: Element) -> None:
        """Visit an element, its text, its children and what follows each of them, in order."""
        if element.tag in SECTION:
            self.seen = set(self.own)
        if element.tag in LEFT_OUT or element.get("class") in LEFT_OUT_CLASSES:
            return
        if element.tag == "a":
            self.see("".join(element.itertext()))
            return
        children = list(element)
        element.text, links = self.split(element.text)
        element[:0] = links
        for child in children:
            self.walk(child)
            child.tail, links = self.split(child.tail)
            place = list(element).index(child) + 1
            element[place:place] = links

    def see(self, text: str) -> None:
        """Note the terms that the page's author has linked."""
        self.seen.update(
            self.terms.term(match["name"]) for match in self.terms.pattern.finditer(text)
        )

    def split(self, text: str | None) -> tuple[str | None, list[Element]]:
        """Return a text up to its first new term, and a link for each with what follows it."""
        if not text or isinstance(text, AtomicString):
            return text, []
        before, end = text, 0
        links: list[Element] = []
        for match in self.terms.pattern.finditer(text):
            term = self.terms.term(match["name"])
            if term in self.seen:
                continue
            self.seen.add(term)
            between, end = text[end : match.start()], match.end()
            if links:
                links[-1].tail = between
            else:
                before = between
            links.append(self.link(term, match[0]))
        if links:
            links[-1].tail = text[end:]
        return before, links

    def link(self, term: Term, said: str) -> Element:
        href = f"{_link(glossary_page.SRC_URI, self.page)}#{term.anchor}"
        link = Element("a", {"class": "hb-term", "href": href, "title": term.meaning})
        link.text = AtomicString(said)
        return link


class GuideExtension(Extension):
    """Terms and the way through the handbook in a folder."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "root": [".", "The handbook's folder, relative to the working directory."],
            "outline": ["", "The outline of a build, so that no page has to look for changes."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processors."""
        text = TextProcessor(md)
        # Before snippets (32) and what else changes the text.
        md.preprocessors.register(text, "handbook-text", 999)
        guide = GuideProcessor(self.getConfigs(), text, md)
        # After `inline` (20), so that code and links are known, and where `handbook.pages.reader`
        # reads no further; before the reference list (15), whose titles are no text of the page's.
        md.treeprocessors.register(guide, "handbook-guide", 16)


def makeExtension(**options: Any) -> GuideExtension:  # noqa: N802 - Python-Markdown's name
    """Return the extension, as Python-Markdown asks for it."""
    return GuideExtension(**options)

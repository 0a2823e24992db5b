"""The Python-Markdown extension: citations, items, computed values and marks as HTML.

It renders and never judges: what it can't resolve stays visible as its author wrote it.
The same code runs under every engine, and under `handbook.pages.reader`, which reads the marks
that it keeps.
"""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE, InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from handbook.configuration import settings
from handbook.references import bibliography, dates
from handbook.rendering.cluster import CitationProcessor
from handbook.rendering.inline import SignsProcessor
from handbook.rendering.inline_link import LinkProcessor
from handbook.rendering.reference_list import ReferencesProcessor
from handbook.syntax import basis, computed, item, marks, register
from handbook.syntax.item import Task

# What a search need not find: labels in a picture, and what a reader sets a value with.
UNSEARCHED = re.compile("<(?:svg|form)(?= )")


class ComputedProcessor(InlineProcessor):
    """Turns `{=example.value}` into what the example computed."""

    def __init__(self, folder: Path, md: Markdown) -> None:
        super().__init__(computed.VALUE.pattern, md)
        self.folder = folder

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element | str, int, int]:
        value = computed.value(self.folder, m["name"])
        if value is not None and computed.is_figure(value) and not m["mark"]:
            value = UNSEARCHED.sub(r'\g<0> data-search-exclude=""', value)
            return self.md.htmlStash.store(value), m.start(), m.end()
        element = Element("span", {"data-computed": m["name"]})
        element.text = AtomicString(f"{{={m['name']}}}" if value is None else value)
        if value is None:
            element.set("class", "hb-unknown")
        if m["mark"]:
            element.set("data-mark", m["mark"])
        return element, m.start(), m.end()


class BasisProcessor(InlineProcessor):
    """Turns `{~illustrative}` into a small label, and `{~expires: 2027-06-30}` into a remark.

    An unknown mark is shown as it was typed, and so is a day that is none.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(basis.WRITTEN.pattern, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        text = marks.without(m["text"])
        word, _, detail = (part.strip() for part in text.partition(":"))
        if word == "expires" and not dates.not_a_date(detail, whole=True):
            element = self._expires(detail)
        else:
            known = word in basis.WORDS.keys() - {"expires"}
            label = AtomicString(text if known else f"{{~{text}}}")
            element = _element("span", "hb-basis" if known else "hb-unknown", label)
        element.set("data-basis", text)
        if m["mark"]:
            element.set("data-mark", m["mark"])
        return element, m.start(), m.end()

    def _expires(self, day: str) -> Element:
        element = _element("span", "hb-expires", "(to be checked again by ")
        time = SubElement(element, "time", {"datetime": day})
        time.text = AtomicString(dates.spoken(day))
        time.tail = ")"
        return element


class ItemProcessor(Treeprocessor):
    """Turns a task with an id into a checkbox whose label is the item's text.

    `tasks` holds every task of the document last read, as written, and its entry of a list;
    `was` the retired ids that lead to an item, by its id.
    """

    def __init__(self, was: dict[str, list[str]], md: Markdown) -> None:
        super().__init__(md)
        self.was = was
        self.tasks: list[tuple[Task, Element]] = []

    def run(self, root: Element) -> None:
        """Find the tasks and render those that have an id."""
        self.tasks = []
        for li in root.iter("li"):
            holder = li if (li.text or "").strip() or not len(li) else li[0]
            if holder is not li and holder.tag != "p":
                continue
            task = item.task(holder.text or "")
            if not task:
                continue
            self.tasks.append((task, li))
            if task.id:
                self._render(li, holder, task)

    def _render(self, li: Element, holder: Element, task: Task) -> None:
        li.set("class", "hb-item")
        holder.text = ""
        parts = [self._label(task)]
        if task.evidence:
            parts.append(_element("span", "hb-evidence", task.evidence))
        if item.WELL_FORMED_ID.fullmatch(task.id):
            li.set("id", task.id)
            if task.id in self.was:
                li.set("data-was", " ".join(self.was[task.id]))
            # Alone on a line it would look like a word that was forgotten.
            parts[-1].tail = "\N{NO-BREAK SPACE}"
            parts.append(_element("a", "hb-id", AtomicString(task.id)))
            parts[-1].set("href", f"#{task.id}")
        if task.why:
            parts.append(_element("span", "hb-why", f"Why: {task.why}"))
        if task.rest:
            parts.append(_element("span", "hb-rest", task.rest))
        if task.done_when:
            parts.append(_element("span", "hb-done-when", f"Done when: {task.done_when}"))
        for part in parts:
            part.tail = part.tail or " "
        for part in reversed(parts):
            holder.insert(0, part)

    def _label(self, task: Task) -> Element:
        label = Element("label")
        box = SubElement(label, "input", {"type": "checkbox"})
        if task.ticked:
            box.set("checked", "checked")
        label.append(_element("span", "hb-text", task.mark + task.text))
        return label


def _element(tag: str, name: str, text: str) -> Element:
    element = Element(tag, {"class": name})
    element.text = text
    return element


class HandbookExtension(Extension):
    """Citations, items, computed values and marks of the handbook in a folder."""

    def __init__(self, **options: Any) -> None:
        self.config = {"root": [".", "The handbook's folder, relative to the working directory."]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processors; what they need is read once and kept until it changes."""
        this = settings.load(Path(self.getConfig("root")))
        works = bibliography.load(this.bibliography, this.docs)
        # After code (190) and escapes (180). Before `reference` (170), which takes `[@key] [text]`
        # as one link, and before footnotes (175), whose `[^` is never a citation.
        md.inlinePatterns.register(
            CitationProcessor(works.references, md), "handbook-citation", 177
        )
        md.inlinePatterns.register(ComputedProcessor(this.computed, md), "handbook-computed", 176)
        # As early, so that no `~` in it is a subscript or a deletion of another extension.
        md.inlinePatterns.register(BasisProcessor(md), "handbook-basis", 175.5)
        # In the place of Python-Markdown's, whose names and priorities these are.
        md.inlinePatterns.register(LinkProcessor(LINK_RE, md), "link", 160)
        md.treeprocessors.register(SignsProcessor(md), "inline", 20)
        # Before pymdownx.tasklist (25), which would take the box, and `inline` (20), which then
        # renders the parts.
        was = register.load(this.register, this.docs).leading_to
        md.treeprocessors.register(ItemProcessor(was, md), "handbook-item", 30)
        # After `inline` (20), before `toc` (5), so that the heading is in the contents.
        md.treeprocessors.register(ReferencesProcessor(works, md), "handbook-references", 15)


def makeExtension(**options: Any) -> HandbookExtension:  # noqa: N802 - Python-Markdown's name
    """Return the extension, as Python-Markdown asks for it."""
    return HandbookExtension(**options)

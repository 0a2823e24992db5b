"""A walk through the elements of a page, which finds what the page holds and where it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any
from xml.etree.ElementTree import Element

from handbook.missed import lost
from handbook.missed.unread import Missed
from handbook.pages.page import Address, Cited, Item, Place, Section
from handbook.pages.placeholder import PLACEHOLDER, what_to_do
from handbook.problem import Problem
from handbook.rendering.rendered import done_when, outside, plain, prose, without_html
from handbook.syntax import basis, marks
from handbook.syntax.citation import KEY
from handbook.syntax.item import Task

# What says that an image only decorates: https://www.w3.org/TR/wai-aria-1.2/#presentation
DECORATES = re.compile(r"\{[^{}\n]*\brole=[\"']?(?:presentation|none)\b[^{}\n]*\}")
# A bracket that opens, is not escaped, and leads to an `@` as a citation's does.
BRACKET_BEFORE = re.compile(r"(?<!\\)\[(?:[^\[\]\n]*[\s;])?-?$")
# What makes an `@` text.
ESCAPED_BEFORE = re.compile(r"\\(?:\[[^\[\]\n]*)?$")
# What follows up to the closing bracket, within the paragraph; one more pair may stand inside.
BRACKET_AFTER = re.compile(r"(?:[^\[\]\n]|\[[^\[\]\n]*\]|\n(?!\s*\n))*\]")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass
class Begun:
    """An item whose text was met; what follows the text is still to come."""

    mark: str
    inside: Element
    section: str
    nested: bool
    done_when: str = ""


class Walk:
    """Collects what a page holds from its elements, in document order."""

    def __init__(self, src_uri: str, body: str, first: int, places: list[tuple[str, int]]) -> None:
        self.src_uri, self.body, self.first, self.places = src_uri, body, first, places
        self.starts = [0, *accumulate(len(line) + 1 for line in body.split("\n"))]
        self.tasks: dict[str, tuple[Task, Element]] = {}
        self.sections: list[Section] = []
        self.lost: Element | None = None
        self.begun: list[Begun] = []
        self.citations: list[Cited] = []
        self.addresses: dict[str, Address] = {}
        self.computed: list[tuple[str, Place]] = []
        self.bases: list[basis.Basis] = []
        self.unsure: list[tuple[Missed, Place]] = []
        self.problems: dict[Problem, None] = {}
        self.section = ""
        self.depth = 0

    def walk(self, element: Element) -> None:
        """Visit an element, its text, its children and what follows each of them."""
        if element.attrib:
            self.attributes(element)
        if element.tag in {"code", "pre"}:
            return
        if element.tag in HEADINGS:
            self.heading(element)
        self.depth += element.tag == "li"
        self.text(element.text, element)
        for child in element:
            self.walk(child)
            self.text(child.tail, element)
        self.depth -= element.tag == "li"

    def attributes(self, element: Element) -> None:
        """Note a citation, a computed value, a mark, an address, or when an item is done."""
        mark = element.get("data-mark", "")
        if mark and (key := element.get("data-cite")):
            self.citations.append(Cited(key, self.section, self.place(mark)))
        elif mark and (name := element.get("data-computed")):
            self.computed.append((name, self.place(mark)))
        elif mark and (written := element.get("data-basis")) is not None:
            self.bases.append(basis.parse(written, self.place(mark)))
        for name in ("href", "src"):
            for char in marks.among(url := element.get(name, "")):
                # One address may be that of several images.
                known = self.addresses.get(char)
                if self.kind(char) == "link" and not (known and known.is_bare):
                    self.addresses[char] = self.address(char, name, url, element)
        if element.get("class") == "hb-done-when":  # follows its item's text
            self.begun[-1].done_when = done_when(element)

    def address(self, mark: str, name: str, url: str, element: Element) -> Address:
        """Return the address of an element that has it in an attribute of some name."""
        is_image = name == "src"
        return Address(
            marks.without(url), self.place(mark), is_image, is_image and _is_bare(element)
        )

    def heading(self, element: Element) -> None:
        """Note a section; the sections that a page's kind asks for are those of level 2."""
        title = "".join(element.itertext())
        own = [mark for mark in marks.among(title) if self.kind(mark) in {"heading", "setext"}]
        if not own:  # a heading in raw HTML has no place of its own
            return
        section = Section(marks.without(title).strip(), int(element.tag[1]), self.place(own[0]))
        self.sections.append(section)
        if section.level <= 2:
            self.section = section.title

    def text(self, text: str | None, inside: Element) -> None:
        """Note the items of a text, and what in it should have been something else."""
        if not text:
            return
        for mark in marks.among(text):
            match self.kind(mark):
                case "item" if mark in self.tasks:
                    self.begun.append(Begun(mark, inside, self.section, self.depth > 1))
                case "item" if inside.tag == "p":
                    self.lost = inside
                    self.not_a_list(mark, inside)
                # What one cause makes text of is told once.
                case "id" if inside is self.lost:
                    pass
                case "citation" if inside.tag != "a":
                    self.not_cited(mark)
                case "placeholder":
                    self.placeholder(mark)
                case "basis":
                    self.not_a_mark(mark)
                case "id" if lost.shows_id(text, mark, inside.tag):
                    self.problem(self.place(mark), "R521", lost.without_id(self.line(mark)))

    def item(self, begun: Begun) -> Item:
        """Return an item of which all has been seen."""
        task, element = self.tasks[begun.mark]
        return Item(
            _unmarked(task),
            begun.section,
            at=self.place(begun.mark),
            id_at=self.place(task.id_mark) if task.id_mark else None,
            plain=plain(begun.inside),
            prose=prose(begun.inside),
            nested=begun.nested,
            outside=outside(task, element),
            done_when=begun.done_when,
            links=tuple(self.links(task)),
        )

    def kind(self, mark: str) -> str:
        """Return what a mark was put at."""
        return self.places[marks.index(mark)][0]

    def offset(self, mark: str) -> int:
        """Return where a mark stands in the body."""
        return self.places[marks.index(mark)][1]

    def place(self, mark: str, back: int = 0) -> Place:
        """Return the place of a mark, or of the character that many before it."""
        return self.at(self.offset(mark) - back if mark else 0)

    def line(self, mark: str) -> str:
        """Return the line of the body in which a mark stands."""
        number = bisect_right(self.starts, self.offset(mark))
        return self.body[self.starts[number - 1] :].partition("\n")[0]

    def written(self, text: str) -> Place:
        """Return the first place of a text as its author wrote it."""
        return self.at(max(0, self.body.find(text)))

    def at(self, offset: int) -> Place:
        """Return the place of an offset in the body."""
        line = bisect_right(self.starts, offset)
        return Place(self.first + line - 1, offset - self.starts[line - 1] + 1)

    def problem(self, at: Place, rule: str, message: str) -> None:
        """Add a problem."""
        self.problems[Problem(self.src_uri, at.line, at.col, rule, message)] = None

    def not_cited(self, mark: str) -> None:
        """Report an `@` in a bracket that looks like a citation and was not read as one."""
        offset = self.offset(mark)
        before = BRACKET_BEFORE.search(self.body, max(0, offset - 200), offset)
        if not before:
            if key := _bare(self.body, offset):
                self.missed(Missed(offset, "R105", name=key, written=f"@{key}"))
            return
        after = BRACKET_AFTER.match(self.body, offset)
        written = self.body[before.start() : after.end() if after else offset + 20].split("\n")[0]
        at = self.place(mark, back=offset - before.start())
        if not after:
            self.problem(at, "R101", f"'{written}' has no closing bracket. Write '[@key]'.")
        elif not self.body[after.end() :].startswith(("(", "[")):
            self.problem(
                at,
                "R103",
                f"'{written}' can't be read as a citation. "
                "Write '[@key, p. 12]', and ';' between several.",
            )

    def missed(self, missed: Missed) -> None:
        """Report what was not read as it was meant, or keep it for who knows more."""
        if missed.message:
            self.problem(self.at(missed.offset), missed.rule, missed.message)
        else:
            self.unsure.append((missed, self.at(missed.offset)))

    def not_a_mark(self, mark: str) -> None:
        """Report a mark that was not read as one."""
        offset = self.offset(mark)
        written = re.split(r"(?<=\})|\n", self.body[offset : offset + 40])[0]
        message = f"'{written}' can't be read as a mark. Write '{{~unsupported: plain words}}'."
        self.problem(self.place(mark), "R702", message)

    def not_a_list(self, mark: str, inside: Element) -> None:
        """Report the first line of a list that goes on a paragraph."""
        boxes = (box for box in marks.among("".join(inside.itertext())) if self.kind(box) == "item")
        if mark == next(boxes):
            message = "The list that begins here is read as text. Put an empty line before it."
            self.problem(self.place(mark), "R522", message)

    def placeholder(self, mark: str) -> None:
        """Report text that was meant to be replaced."""
        match = PLACEHOLDER.match(self.body, self.offset(mark))
        self.problem(self.place(mark), "R602", what_to_do(match[0] if match else ""))

    def links(self, task: Task) -> Iterator[tuple[str, int, int]]:
        """Yield the spans of addresses in a task's texts once marks and HTML are taken out."""
        for name in ("text", "done_when", "why"):
            text = without_html(getattr(task, name))
            for taken, mark in enumerate(marks.among(text)):
                address, offset = self.addresses.get(mark), text.index(mark)
                if address and text.startswith(address.url, offset + 1):
                    yield name, offset - taken, offset - taken + len(address.url)


def _bare(body: str, offset: int) -> str:
    """Return the key behind an `@` that stands alone, or nothing where that is meant as text."""
    match = KEY.match(body, offset)
    if not match or ESCAPED_BEFORE.search(body, max(0, offset - 200), offset):
        return ""
    return match["key"].strip("{}")


def _is_bare(image: Element) -> bool:
    """Tell whether an image has neither a text nor, in an attribute list, a role without one."""
    said = marks.without(image.get("alt", "")).strip()
    return not said and not DECORATES.match(marks.without(image.tail or ""))


def _unmarked(task: Task) -> Task:
    """Return a task without marks and without what stands for HTML."""
    texts: dict[str, Any] = {
        name: marks.without(without_html(text))
        for name, text in vars(task).items()
        if isinstance(text, str)
    }
    return replace(task, **texts)

"""Checklists: the items of each page, when and how they are used, and the same as data."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handbook.book import Book
from handbook.files.yamltext import Mapping
from handbook.pages.page import Item, Page
from handbook.syntax.register import FIELDS

FOLDER = "checklists"
HOW = {
    "do-confirm": "Do the work first, then confirm each item.",
    "read-do": "Read each item and do it, in this order.",
}


@dataclass(frozen=True, eq=False)
class Checklist:
    """The items of one page, and how and when to use them; equal to itself alone."""

    page: Page
    items: tuple[Item, ...]

    @property
    def src_uri(self) -> str:
        """The path of the list's own page."""
        return f"{FOLDER}/{self.page.src_uri}"

    def get(self, name: str) -> str:
        """Return a text of the page's `checklist`, or nothing."""
        about = self.page.front_matter.get("checklist")
        return about.text(name) if isinstance(about, Mapping) else ""

    @property
    def about(self) -> dict[str, str]:
        """When and how the list is used, a sentence under each name."""
        said = {
            "Objective": _sentence(self.get("objective")),
            "When": _sentence(self.get("pause_point")),
            "How": HOW.get(self.get("mode"), ""),
        }
        return {name: text for name, text in said.items() if text}

    @property
    def levels(self) -> list[str]:
        """The levels that the page serves."""
        return self.page.texts("level")

    @property
    def is_ordered(self) -> bool:
        """True when the items are done in their order, and so are numbered."""
        return self.get("mode") == "read-do"

    @cached_property
    def version(self) -> str:
        """Six hexadecimal digits that change when anything on the printed list does."""
        said = [
            *(self.page.title, self.get("objective"), self.get("pause_point"), self.get("mode")),
            *((item.task.id, item.plain, item.done_when) for item in self.items),
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:6]


def checklists(book: Book) -> Iterator[Checklist]:
    """Yield the checklist of each page whose kind has one and that has items, in site order."""
    for page in book.pages:
        items = tuple(item for item in book.items(page) if item.task.id)
        if items:
            yield Checklist(page, items)


def retired(book: Book) -> list[dict[str, str]]:
    """Return the retired ids as the values of a JSON array."""
    return [{name: entry.text(name) for name in FIELDS} for entry in book.register.entries.values()]


def data(one: Checklist) -> dict[str, object]:
    """Return a checklist as the values of a JSON object."""
    return {
        "page": one.page.src_uri,
        "title": one.page.title,
        "objective": one.get("objective"),
        "pause_point": one.get("pause_point"),
        "mode": one.get("mode"),
        "level": one.levels,
        "reviewed": one.page.get("reviewed"),
        "version": one.version,
        "items": [_item(item, one.page) for item in one.items],
    }


def _item(item: Item, page: Page) -> dict[str, object]:
    last = item.at.line + item.task.text.count("\n") + item.task.evidence.count("\n")
    return {
        "id": item.task.id,
        "text": item.plain,
        "done_when": item.done_when,
        "references": [c.key for c in page.citations if item.at.line <= c.at.line <= last],
    }


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "?", "!")) or not line else f"{line}."

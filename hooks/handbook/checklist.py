"""Checklists: the items of each page, when and how they are used, and all of them as data."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from handbook.book import Book
from handbook.page import Item, Page
from handbook.yamltext import Mapping, Sequence

FOLDER = "checklists"
HOW = {
    "do-confirm": "Do the work first, then confirm each item.",
    "read-do": "Read each item and do it, in this order.",
}


@dataclass(frozen=True)
class Checklist:
    """The items of one page, and how and when to use them."""

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
    def levels(self) -> list[str]:
        """The levels that the page serves."""
        levels = self.page.front_matter.get("level")
        return [str(level) for level in levels] if isinstance(levels, Sequence) else []

    @property
    def is_ordered(self) -> bool:
        """True when the items are done in their order, and so are numbered."""
        return self.get("mode") == "read-do"

    @cached_property
    def version(self) -> str:
        """Six hexadecimal digits that change when anything on the printed list does."""
        said = [
            *(self.page.title, self.get("objective"), self.get("pause_point"), self.get("mode")),
            *((item.task.id, item.plain, _line(item.task.done_when)) for item in self.items),
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:6]


def checklists(book: Book) -> Iterator[Checklist]:
    """Yield the checklist of each page whose kind has one and that has items, in site order."""
    for page in book.pages:
        items = tuple(item for item in book.items(page) if item.task.id)
        if items:
            yield Checklist(page, items)


def data(lists: Iterable[Checklist], book: Book) -> dict[str, object]:
    """Return checklists and the retired ids as the values of a JSON object."""
    retired = [
        {name: entry.text(name) for name in ("id", "retired", "text", "now")}
        for entry in book.register.entries.values()
    ]
    return {"checklists": [_data(one) for one in lists], "retired": retired}


def _data(one: Checklist) -> dict[str, object]:
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
        "done_when": _line(item.task.done_when),
        "references": [c.key for c in page.citations if item.at.line <= c.at.line <= last],
    }


def _line(text: str) -> str:
    return " ".join(text.split())

"""Checklists: the items of each page as a page of their own, all together, and as data."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book import Book, generated_data, generated_page
from handbook.escape import escaped
from handbook.page import Item, Page
from handbook.yamltext import Mapping

FOLDER = "checklists"
INDEX = f"{FOLDER}/index.md"
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


def checklists(book: Book) -> Iterator[Checklist]:
    """Yield the checklist of each page whose kind has one and that has items, in site order."""
    for page in book.pages:
        kind = book.kind(page)
        if not kind or not kind.checklist:
            continue
        items = tuple(
            item for item in page.items if item.section == kind.checklist and item.task.id
        )
        if items:
            yield Checklist(page, items)


def src_uris(book: Book) -> list[str]:
    """Return the paths of the pages that `pages` makes."""
    return [*(one.src_uri for one in checklists(book)), INDEX]


def pages(book: Book) -> dict[str, str]:
    """Return path -> text of a page for each checklist and one for all of them."""
    lists = list(checklists(book))
    texts = {one.src_uri: _one(one) for one in lists}
    return texts | {INDEX: _all(lists)}


def data(book: Book) -> str:
    """Return all checklists as JSON."""
    lists = [
        {
            "page": one.page.src_uri,
            "checklist": one.src_uri,
            "title": one.page.title,
            "objective": one.get("objective"),
            "pause_point": one.get("pause_point"),
            "mode": one.get("mode"),
            "level": one.page.front_matter.get("level", []),
            "reviewed": one.page.get("reviewed"),
            "items": [_item_data(item, one.page) for item in one.items],
        }
        for one in checklists(book)
    ]
    return generated_data(checklists=lists)


def _item_data(item: Item, page: Page) -> dict[str, object]:
    last = item.at.line + item.task.text.count("\n") + item.task.evidence.count("\n")
    cited = [c.key for c in page.citations if item.at.line <= c.at.line <= last]
    return {
        "id": item.task.id,
        "text": " ".join(item.task.text.split()),
        "done_when": " ".join(item.task.done_when.split()),
        "references": cited,
    }


def _one(one: Checklist) -> str:
    page = one.page
    folder = posixpath.dirname(one.src_uri)
    link = posixpath.relpath(page.src_uri, folder)
    body = f"{_about(one)}\n{_items(one, folder)}\nFrom the page [{escaped(page.title)}]({link}).\n"
    about = f"Checklist for the page “{page.title}”."
    return generated_page(body, title=f"Checklist: {page.title}", description=about, sheet=True)


def _all(lists: list[Checklist]) -> str:
    parts = [
        f"## [{escaped(one.page.title)}]({posixpath.relpath(one.src_uri, FOLDER)})\n\n"
        f"{_about(one)}\n{_items(one, FOLDER)}"
        for one in lists
    ]
    body = "\n".join(parts) or "No page has a checklist yet.\n"
    about = "Every checklist of the handbook on one page."
    return generated_page(body, title="All checklists", description=about, sheet=True)


def _about(one: Checklist) -> str:
    said = [
        f"**Objective:** {_sentence(one.get('objective'))}",
        f"**When:** {_sentence(one.get('pause_point'))}",
        f"**How:** {HOW.get(one.get('mode'), '')}",
        f"**Revised:** {escaped(one.page.get('reviewed'))}",
    ]
    return "".join(f"{line}  \n" for line in said)


def _items(one: Checklist, folder: str) -> str:
    return "".join(_markdown(item, one.page.src_uri, folder) for item in one.items)


def _markdown(item: Item, src_uri: str, folder: str) -> str:
    """Return an item as written, with its addresses seen from another folder."""
    task = item.task
    text = task.text
    for start, end in reversed(item.links):
        text = text[:start] + _moved(text[start:end], src_uri, folder) + text[end:]
    said = " ".join(f"{text} {task.evidence}".split())
    done_when = f"      Done when: {' '.join(task.done_when.split())}\n" if task.done_when else ""
    return f"- [ ] {said} {{#{task.id}}}\n{done_when}"


def _moved(url: str, src_uri: str, folder: str) -> str:
    path, sign, fragment = url.partition("#")
    if ":" in path.partition("/")[0] or path.startswith("/"):
        return url
    target = posixpath.join(posixpath.dirname(src_uri), path) if path else src_uri
    return posixpath.relpath(target, folder) + sign + fragment


def _sentence(text: str) -> str:
    return escaped(text.rstrip(".") + ".") if text else ""

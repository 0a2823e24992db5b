"""Exports: checklists as a Markdown task list, as CSV, as JSON and as an HTML document."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from functools import cache, partial
from textwrap import indent

from handbook.book import Book
from handbook.checklists import checklist
from handbook.checklists.checklist import Checklist
from handbook.checklists.document import Writer
from handbook.checklists.selection import Selection
from handbook.files.escape import for_github

SCHEMA = "api/checklists.schema.json"
COLUMNS = ("id", "text", "done_when", "title", "page", "level", "reviewed", "version", "address")
# What a cell must not begin with, or a spreadsheet takes it for a formula:
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

Format = Callable[[Selection], str]
# What is written of one checklist, in each selection that has it.
Part = Callable[[Checklist], str]


def formats(book: Book) -> dict[str, Format]:
    """Return what writes each format, by its name; each keeps what it wrote of one list."""
    return {
        "markdown": partial(_markdown, cache(partial(task_list, book))),
        "csv": partial(_csv, cache(partial(_rows, book))),
        "json": partial(_json, book, cache(_entry)),
        "html": Writer(book).document,
    }


def _markdown(part: Part, selection: Selection) -> str:
    """Return task lists that paste into an issue; each item's id is a link back to it."""
    parts = [*map(part, selection.lists)] or ["No checklist yet.\n"]
    if len(selection.lists) != 1:
        parts.insert(0, f"# {for_github(selection.title)}\n")
    return "\n".join(parts)


def task_list(book: Book, one: Checklist) -> str:
    """Return a list as GitHub's Markdown; each item's id is a link back to it."""
    about = [f"**{name}:** {for_github(text)}" for name, text in one.about.items()]
    about.append(f"Revised {one.page.get('reviewed')}, version {one.version}.")
    items = []
    for number, item in enumerate(one.items, 1):
        box = f"{number}. [ ]" if one.is_ordered else "- [ ]"
        ident, address = item.task.id, _address(book, one, item.task.id)
        back = f"[{ident}]({address})" if address else f"`{ident}`"
        items.append(f"{box} {for_github(item.plain)} {back}\n")
        if item.done_when:
            items.append(f"      Done when: {for_github(item.done_when)}\n")
    title, lines = for_github(one.page.title), "\n".join(about)
    return f"## {title}\n\n{lines}\n\n{''.join(items)}"


def _csv(part: Part, selection: Selection) -> str:
    """Return a header and a row an item, as RFC 4180 has it: lines end with CRLF."""
    return "".join([_lines([COLUMNS]), *map(part, selection.lists)])


def _rows(book: Book, one: Checklist) -> str:
    of_list = (one.page.title, one.page.src_uri, " ".join(one.levels))
    state = (one.page.get("reviewed"), one.version)
    rows = []
    for item in one.items:
        of_item = (item.task.id, item.plain, item.done_when)
        rows.append((*of_item, *of_list, *state, _address(book, one, item.task.id)))
    return _lines(rows)


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as text; a cell that a spreadsheet would run begins with an apostrophe."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(
        [f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in rows
    )
    return file.getvalue()


def _json(book: Book, part: Part, selection: Selection) -> str:
    """Return what `api/checklists.schema.json` describes, and where that is."""
    schema = {"$schema": book.settings.address(SCHEMA)} if book.settings.site_url else {}
    frame = _dumped({**schema, "checklists": [], "retired": checklist.retired(book)})
    lists = ",\n".join(map(part, selection.lists))
    filled = f'"checklists": [\n{lists}\n  ]' if lists else '"checklists": []'
    return frame.replace('"checklists": []', filled, 1) + "\n"


def _entry(one: Checklist) -> str:
    return indent(_dumped(checklist.data(one)), " " * 4)


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _address(book: Book, one: Checklist, ident: str) -> str:
    """Return where an item stands on the site, or nothing when the site has no URL."""
    here = book.settings.address(one.src_uri)
    return f"{here}#{ident}" if book.settings.site_url else ""

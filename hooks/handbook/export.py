"""Exports: checklists as a Markdown task list, as CSV, as JSON and as an HTML document."""

import csv
import io
import json
from collections.abc import Callable, Iterable

from handbook import checklist
from handbook.book import Book
from handbook.checklist import Checklist
from handbook.document import Writer
from handbook.escape import escaped

SCHEMA = "api/checklists.schema.json"
COLUMNS = ("id", "text", "done_when", "title", "page", "level", "reviewed", "version", "address")


def markdown(book: Book, lists: Iterable[Checklist]) -> str:
    """Return task lists that paste into an issue; each item's id is a link back to it."""
    return "\n".join(_markdown(book, one) for one in lists)


def _markdown(book: Book, one: Checklist) -> str:
    address = book.settings.address(one.src_uri)
    box = "1. [ ]" if one.is_ordered else "- [ ]"
    head = f"## {escaped(one.page.title)}\n\n"
    when = f"{escaped(one.get('objective'))}. {escaped(one.get('pause_point'))}.\n"
    items = "".join(
        f"{box} {escaped(item.plain)} [{item.task.id}]({address}#{item.task.id})\n"
        for item in one.items
    )
    return f"{head}{when}Revised {one.page.get('reviewed')}, version {one.version}.\n\n{items}"


def comma_separated(book: Book, lists: Iterable[Checklist]) -> str:
    """Return a row an item, as RFC 4180 has it but with LF line ends.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in lists:
        address = book.settings.address(one.src_uri)
        for item in one.items:
            row = {
                "id": item.task.id,
                "text": item.plain,
                "done_when": " ".join(item.task.done_when.split()),
                "title": one.page.title,
                "page": one.page.src_uri,
                "level": " ".join(one.levels),
                "reviewed": one.page.get("reviewed"),
                "version": one.version,
                "address": f"{address}#{item.task.id}",
            }
            writer.writerow({name: _no_formula(text) for name, text in row.items()})
    return file.getvalue()


def _no_formula(text: str) -> str:
    """https://owasp.org/www-community/attacks/CSV_Injection."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def json_text(book: Book, lists: Iterable[Checklist]) -> str:
    """Return what `api/checklists.schema.json` describes."""
    schema = book.settings.address(SCHEMA)
    said = {"$schema": schema, **checklist.data(lists, book)}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def document(book: Book, lists: Iterable[Checklist]) -> str:
    """Return a document to print, without a site."""
    return Writer(book).document(lists)


Format = Callable[[Book, Iterable[Checklist]], str]
FORMATS: dict[str, Format] = {
    "markdown": markdown,
    "csv": comma_separated,
    "json": json_text,
    "html": document,
}

"""What a program can repair, in the bibliography and in pages, and what it says of it."""

import re
from collections.abc import Iterator

from handbook.authoring.new_id import new_ids
from handbook.book import Book
from handbook.pages import glossary
from handbook.pages.page import Item, Page
from handbook.references.layout import arranged, is_sorted
from handbook.rules import REPAIRED
from handbook.rules.edit import Edit, applied, place
from handbook.syntax.item import LABEL

# The empty lines and comments below an entry, which belong to the next.
BELOW = re.compile(r"(?:\n(?:#.*)?)*\Z")


def fix(book: Book) -> Iterator[tuple[str, bytes, list[str]]]:
    """Yield the path of each file to change, its new bytes, and what was changed, a line each.

    In a page, nothing but what is said changes, byte for byte.
    """
    yield from _laid_out(book)
    yield from _sorted(book)
    fresh = new_ids(book)
    for page in book.pages:
        edits = [*_ids(book, page, fresh), *(e for rule in REPAIRED for e in rule.edits(page))]
        if edits:
            data = (book.settings.docs / page.src_uri).read_bytes()
            yield page.src_uri, applied(data, edits), [_said(page, edit) for edit in edits]


def _said(page: Page, edit: Edit) -> str:
    line, col = place(page.text, edit.start)
    return f"{page.src_uri}:{line}:{col}: {edit.done}"


def _laid_out(book: Book) -> Iterator[tuple[str, bytes, list[str]]]:
    bibliography = book.bibliography
    text = arranged(bibliography)
    if not text or text.encode() == book.settings.bibliography.read_bytes():
        return
    src_uri, lines = bibliography.src_uri, bibliography.text.split("\n")
    ends = [entry.line - 1 for entry in bibliography.entries[1:]] + [len(lines)]
    said = [] if is_sorted(bibliography) else [f"{src_uri}:1:1: sorted the entries by id"]
    for entry, end in zip(bibliography.entries, ends, strict=True):
        if BELOW.sub("", "\n".join(lines[entry.line - 1 : end])) not in text:
            said.append(f"{src_uri}:{entry.line}:{entry.col}: laid out '{entry.text('id')}'")
    yield src_uri, text.encode(), said or [f"{src_uri}:1:1: laid out the file"]


def _sorted(book: Book) -> Iterator[tuple[str, bytes, list[str]]]:
    terms = book.glossary
    if (text := glossary.arranged(terms)) != terms.text:
        yield terms.src_uri, text.encode(), [f"{terms.src_uri}:1:1: sorted the terms"]


def _ids(book: Book, page: Page, fresh: Iterator[str]) -> Iterator[Edit]:
    """Yield an id for each item that has none."""
    lines = page.text.split("\n")
    for item in book.items(page):
        if item.task.text and not item.task.id:
            last, ident = _last_line(item), next(fresh)
            end = sum(len(line) + 1 for line in lines[: last - 1]) + len(lines[last - 1].rstrip())
            yield Edit(end, end, f" {{#{ident}}}", "R501", "", f"wrote the id '{ident}'")


def _last_line(item: Item) -> int:
    """Return the number of the line at whose end the id stands: before "Done when" and "Why"."""
    return item.at.line + LABEL.split(item.task.text)[0].count("\n")

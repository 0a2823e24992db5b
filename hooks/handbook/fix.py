"""What a program can repair: it writes missing ids, lays out the bibliography, sorts the terms."""

import re
from collections.abc import Iterator

from handbook import glossary
from handbook.book import Book
from handbook.item import LABEL
from handbook.layout import arranged, is_sorted
from handbook.new_id import new_ids
from handbook.page import Item, Page

# The empty lines and comments below an entry, which belong to the next.
BELOW = re.compile(r"(?:\n(?:#.*)?)*\Z")


def fix(book: Book) -> Iterator[tuple[str, bytes, list[str]]]:
    """Yield the path of each file to change, its new bytes, and what was changed, a line each.

    In a page, nothing but the ids changes, byte for byte.
    """
    yield from _laid_out(book)
    yield from _sorted(book)
    fresh = new_ids(book)
    for page in book.pages:
        without = [item for item in book.items(page) if item.task.text and not item.task.id]
        if without:
            data = (book.settings.docs / page.src_uri).read_bytes()
            yield page.src_uri, *_with_ids(page, data, without, fresh)


def _laid_out(book: Book) -> Iterator[tuple[str, bytes, list[str]]]:
    bibliography = book.bibliography
    text = arranged(bibliography)
    if not text or text.encode() == book.settings.bibliography.read_bytes():
        return
    src_uri, lines = bibliography.src_uri, bibliography.text.split("\n")
    ends = [entry.line - 1 for entry in bibliography.entries[1:]] + [len(lines)]
    said = [] if is_sorted(bibliography) else [f"{src_uri}:1: sorted the entries by id"]
    for entry, end in zip(bibliography.entries, ends, strict=True):
        if BELOW.sub("", "\n".join(lines[entry.line - 1 : end])) not in text:
            said.append(f"{src_uri}:{entry.line}: laid out '{entry.text('id')}'")
    yield src_uri, text.encode(), said or [f"{src_uri}:1: laid out the file"]


def _sorted(book: Book) -> Iterator[tuple[str, bytes, list[str]]]:
    terms = book.glossary
    if (text := glossary.arranged(terms)) != terms.text:
        yield terms.src_uri, text.encode(), [f"{terms.src_uri}:1: sorted the terms"]


def _with_ids(
    page: Page, data: bytes, items: list[Item], fresh: Iterator[str]
) -> tuple[bytes, list[str]]:
    lines, said = data.splitlines(keepends=True), []
    for item in items:
        line, ident = _last_line(item), next(fresh)
        text = lines[line - 1].rstrip()
        rest = lines[line - 1][len(text) :]
        lines[line - 1] = text + f" {{#{ident}}}".encode() + rest
        said.append(f"{page.src_uri}:{line}: wrote the id '{ident}'")
    return b"".join(lines), said


def _last_line(item: Item) -> int:
    """Return the number of the line at whose end the id stands: before "Done when" and "Why"."""
    return item.at.line + LABEL.split(item.task.text)[0].count("\n")

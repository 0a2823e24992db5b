"""New ids of items: short, easy to read on paper, and never one that was in use before."""

import secrets
from collections.abc import Iterator

from handbook.book import Book

LETTERS = "abcdefghijkmnpqrstuvwxyz"  # without l and o, which read as 1 and 0 on paper
DIGITS = "23456789"


def new_ids(book: Book) -> Iterator[str]:
    """Yield ids without end that no item has, and no retired one had."""
    taken = {item.task.id for page in book.pages for item in page.items}
    taken |= set(book.register.entries)
    while True:
        ident = secrets.choice(LETTERS)
        ident += "".join(secrets.choice(LETTERS + DIGITS) for _ in range(3))
        if ident not in taken:
            taken.add(ident)
            yield ident

"""The rules: each has a stable id that is never used again, and says what it asks for."""

from collections.abc import Iterator

from handbook import history
from handbook.book import Book
from handbook.problem import Problem
from handbook.rules import (
    addresses,
    citations,
    files,
    front_matter,
    items,
    references,
    register,
    sections,
)

SUBJECTS = (files, citations, references, front_matter, sections, items, register, addresses)
# Rule id -> what it asks for.
RULES: dict[str, str] = dict(history.RULES)
for _subject in SUBJECTS:
    RULES |= _subject.RULES

# What no engine survives: MkDocs ends with a traceback.
FATAL = {"R601"}


def check(book: Book) -> list[Problem]:
    """Return every problem of a handbook, each once, sorted by place."""
    return sorted(set(_problems(book)))


def _problems(book: Book) -> Iterator[Problem]:
    yield from book.bibliography.problems
    for page in book.pages:
        yield from page.problems
    for subject in SUBJECTS:
        yield from subject.check(book)

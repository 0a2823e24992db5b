"""The rule on the layout of the bibliography, which `handbook check --fix` keeps."""

from collections.abc import Iterator
from itertools import zip_longest

from handbook.book import Book
from handbook.problem import Problem
from handbook.references.bibliography import Bibliography
from handbook.references.layout import arranged, sort_key
from handbook.rules.sections import longest_rising

RULES = {
    "R228": """The bibliography has its entries in order and one layout.
Why: a change shows what changed and nothing else, and two people add to different places.
Fix: run 'handbook check --fix', which sorts entries and fields, and keeps comments and texts.""",
}
FIX = "Run 'handbook check --fix', which sorts and lays out the entries."
SHOWN = 60


def check(book: Book) -> Iterator[Problem]:
    """Yield the first entry that is out of order, or else the first line in another layout."""
    works = book.bibliography
    # An entry without an id has no place yet.
    found = [] if works.unread else [*_misplaced(works), *_laid_out(works)]
    for line, col, message in found[:1]:
        yield Problem(works.src_uri, line, col, "R228", f"{message} {FIX}")


def _misplaced(works: Bibliography) -> Iterator[tuple[int, int, str]]:
    """Yield the entries outside the longest run in order, so that one that was moved is told."""
    entries = works.entries
    order = sorted(range(len(entries)), key=lambda place: sort_key(entries[place]))
    if order == [*range(len(entries))]:
        return
    ranks = {place: rank for rank, place in enumerate(order)}
    kept = longest_rising([ranks[place] for place in range(len(entries))])
    for place, entry in enumerate(entries):
        if place not in kept:
            before = entries[order[ranks[place] - 1]] if ranks[place] else None
            where = f"after '{before.text('id')}'" if before else "first"
            yield *entry.place("id"), f"'{entry.text('id')}' belongs {where}."


def _laid_out(works: Bibliography) -> Iterator[tuple[int, int, str]]:
    here, wanted = works.text.split("\n"), arranged(works).split("\n")
    for number, (line, other) in enumerate(zip_longest(here, wanted, fillvalue=""), 1):
        if line != other:
            message = f"{_shown(line)} stands where {_shown(other)} belongs."
            yield number, 1, message[0].upper() + message[1:]


def _shown(line: str) -> str:
    text = line.strip()
    if not text:
        return "an empty line"
    return f"'{text}'" if len(text) <= SHOWN else f"'{text[: SHOWN - 1]}…'"

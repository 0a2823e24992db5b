"""Rules on entries that stand twice: under one id, or as the same work under two."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from handbook.book import Book
from handbook.files.yamltext import Mapping
from handbook.problem import Problem
from handbook.references.bibliography import people
from handbook.references.identifier import same_arxiv, same_isbn

RULES = {
    "R202": """An id stands once.
Why: a citation could mean either.
Fix: give one of the two entries another id, or take it out.""",
    "R226": """A work stands once.
Why: pages would cite it under two keys, and the list of references would show it twice.
Fix: keep the better entry, and cite its id.
If they are two works, silence the rule and say what tells them apart.""",
}
# What one work alone has: what it is called, and what two of one work have in common.
IDENTIFIERS = {
    "DOI": ("DOI", str.casefold),
    "arxiv": ("arXiv id", same_arxiv),
    "ISBN": ("ISBN", same_isbn),
}
# Titles of fewer words are not compared with one word left out.
LONG_TITLE = 4
# Above this share of equal signs, two titles that differ in one word are wordings of one.
SAME_TITLE = 0.9
# What tells two parts of one work apart.
NUMBER = re.compile(r"\d+|[ivx]+|one|two|three|four|five|first|second|third")


def check(book: Book) -> Iterator[Problem]:
    """Yield each entry that an earlier one makes superfluous."""
    for entry, other, what in repeated(book.bibliography.entries):
        rule, ident = "R226", entry.text("id")
        message = (
            f"'{ident}' has the {what} of '{other.text('id')}' at line {other.line}. "
            "Keep one, or say why they are two."
        )
        if what == "id":
            rule = "R202"
            message = f"The id '{ident}' is that of the entry at line {other.line} too. Change one."
        yield Problem(book.bibliography.src_uri, *entry.place("id"), rule, message)


def repeated(entries: Iterable[Mapping]) -> Iterator[tuple[Mapping, Mapping, str]]:
    """Yield each entry that an earlier one makes superfluous, that one, and what they share."""
    first: dict[str, Mapping] = {}
    known: dict[tuple[object, ...], Mapping] = {}
    for entry in entries:
        ident = entry.text("id")
        other = first.setdefault(ident, entry) if ident else entry
        if other is not entry:
            yield entry, other, "id"
        elif found := _same(entry, known):
            yield entry, *found


def _same(entry: Mapping, known: dict[tuple[object, ...], Mapping]) -> tuple[Mapping, str] | None:
    """Return an earlier entry of the same work, and what they share; and remember this one."""
    found = None
    for name, (what, same) in IDENTIFIERS.items():
        # The chapters of a book have its ISBN.
        if (text := entry.text(name)) and (name != "ISBN" or entry.text("type") == "book"):
            other = known.setdefault((name, same(text)), entry)
            found = found or (None if other is entry else (other, what))
    author, year, words = _author(entry), _year(entry), _words(entry.text("title"))
    for wording in _wordings(words):
        # The same work may be said to have come out a year before or after.
        for near in (year - 1, year, year + 1):
            other = known.get((near, author, wording), entry)
            if not found and other is not entry and _close(words, _words(other.text("title"))):
                found = other, "title, first author and year"
        known.setdefault((year, author, wording), entry)
    return found


def _year(entry: Mapping) -> int:
    year = entry.text("issued")[:4]
    return int(year) if year.isascii() and year.isdigit() else 0


def _author(entry: Mapping) -> str:
    """Return the last word of the first author's name, as a mistyped given name must not matter."""
    first = next(people(entry, "author"), Mapping())
    return (_words(first.text("family") or first.text("literal")) or ("",))[-1]


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def _wordings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words, and the words without each: titles that differ in one word share one."""
    if words:
        yield words
    if len(words) >= LONG_TITLE:
        yield from (words[:i] + words[i + 1 :] for i in range(len(words)))


def _close(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell two wordings of one title from the titles of two works or of two parts, 'I' and 'II'."""
    if words == others:
        return True
    if any(NUMBER.fullmatch(word) for word in set(words) ^ set(others)):
        return False
    return SequenceMatcher(None, " ".join(words), " ".join(others)).ratio() >= SAME_TITLE

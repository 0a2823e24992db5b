"""Rules on terms: each is explained once, in order, and is one that a page uses."""

from collections.abc import Iterator
from itertools import pairwise

from handbook.book import Book
from handbook.pages.term import Term, Terms
from handbook.problem import Problem

RULES = {
    "R901": "A term is explained once.",
    "R902": "The glossary has terms and meanings of at most 160 characters.",
    "R903": "The glossary's terms are in order.",
    "R904": "A term of the glossary stands on a page.",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of the terms on pages and in the glossary."""
    yield from book.glossary.problems
    yield from _twice(book.terms)
    yield from _order(book.glossary.terms)
    if book.glossary.terms and book.is_read:
        yield from _unused(book)


def _twice(terms: tuple[Term, ...]) -> Iterator[Problem]:
    first: dict[str, tuple[Term, int]] = {}
    for term in terms:
        for name in term.names:
            key = " ".join(name.casefold().replace("-", " ").split())
            other, line = first.setdefault(key, (term, name.line))
            if other is not term or line != name.line:
                message = f"'{name}' is explained at {other.src_uri}:{line} too. Keep one."
                yield Problem(term.src_uri, name.line, name.col, "R901", message)


def _order(terms: tuple[Term, ...]) -> Iterator[Problem]:
    for before, term in pairwise(terms):
        if term.order < before.order:
            name, other = term.names[0], before.names[0]
            message = (
                f"'{name}' stands after '{other}'. "
                "Run 'handbook check --fix', which sorts the terms."
            )
            yield Problem(term.src_uri, name.line, name.col, "R903", message)
            return


def _unused(book: Book) -> Iterator[Problem]:
    found = Terms(book.glossary.terms)
    used = {
        found.term(match["name"])
        for page in book.pages
        for match in found.pattern.finditer(page.shown)
    }
    for term in book.glossary.terms:
        if term not in used:
            name = term.names[0]
            message = f"No page has '{name}' in its text. Use it, or take the term out."
            yield Problem(term.src_uri, name.line, name.col, "R904", message)

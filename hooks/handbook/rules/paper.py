"""The rule on paper, judged by printing each list."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.checklists.checklist import Checklist
from handbook.paper import pdf
from handbook.problem import Problem

RULES = {"R520": "A checklist fits one page of A4 and of Letter."}


def check(book: Book) -> Iterator[Problem]:
    """Yield each list that takes more than one page; none when no PDF can be made."""
    for one, paper, pages in pdf.pages(book):
        if pages > 1:
            message = f"The checklist takes {pages} pages on {paper}. Shorten or split it."
            yield Problem(one.page.src_uri, _line(book, one), 1, "R520", message)


def _line(book: Book, one: Checklist) -> int:
    """Return the line of the heading that the list stands under."""
    kind = book.kind(one.page)
    title = kind.checklist if kind else ""
    return next(section.at.line for section in one.page.sections if section.title == title)

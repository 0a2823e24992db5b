"""The rule on prerequisites: no page comes before itself."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.files.yamltext import Sequence, Text
from handbook.pages import way
from handbook.problem import Problem

RULES = {"R905": "Prerequisites lead in no circle."}


def check(book: Book) -> Iterator[Problem]:
    """Yield each circle once, where its first page names the next."""
    pages = {page.src_uri: page for page in book.pages}
    for circle in way.circles(way.before(book.pages)):
        named = pages[circle[0]].front_matter.get("prerequisites")
        found = [name for name in named if name == circle[1]] if isinstance(named, Sequence) else []
        for name in found[:1]:
            if isinstance(name, Text):
                message = f"The page comes before itself: {' needs '.join(circle)}. Take one out."
                yield Problem(circle[0], name.line, name.col, "R905", message)

"""The rule on the layout of the bibliography, which `handbook check --fix` keeps."""

from collections.abc import Iterator
from itertools import zip_longest

from handbook.book import Book
from handbook.layout import arranged
from handbook.problem import Problem

RULES = {
    "R228": """The bibliography has its entries in order and one layout.
Why: a change shows what changed and nothing else, and two people add to different places.
Fix: run 'handbook check --fix', which sorts entries and fields, and keeps comments and texts.""",
}
SHOWN = 60


def check(book: Book) -> Iterator[Problem]:
    """Yield the first line that is not as the layout has it."""
    here = book.bibliography.text.split("\n")
    wanted = arranged(book.bibliography).split("\n")
    for number, (line, other) in enumerate(zip_longest(here, wanted, fillvalue=""), 1):
        if line != other:
            message = f"{_shown(line)} stands where {_shown(other)} belongs."
            message += " Run 'handbook check --fix', which sorts and lays out the entries."
            yield Problem(
                book.bibliography.src_uri, number, 1, "R228", message[0].upper() + message[1:]
            )
            return


def _shown(line: str) -> str:
    text = line.strip()
    if not text:
        return "an empty line"
    return f"'{text}'" if len(text) <= SHOWN else f"'{text[: SHOWN - 1]}…'"

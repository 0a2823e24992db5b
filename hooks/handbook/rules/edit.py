"""Edits: what a program puts in place of a piece of a page, and nothing else of its file."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handbook.book import Book
from handbook.pages.page import Page
from handbook.problem import Problem

MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Edit:
    """What goes in place of a page's text from `start` to `end`.

    `rule` is broken until then, `wrong` is the problem's message, and `done` says what was changed.
    """

    start: int
    end: int
    text: str
    rule: str
    wrong: str
    done: str


def problems(book: Book, edits: Callable[[Page], Iterable[Edit]]) -> Iterator[Problem]:
    """Yield the problem of each edit that the pages need."""
    for page in book.pages:
        for edit in edits(page):
            yield Problem(page.src_uri, *place(page.text, edit.start), edit.rule, edit.wrong)


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file's bytes with the edits of its text; a mark and line ends stay as they are."""
    mark = MARK if data.startswith(MARK) else b""
    raw = data[len(mark) :].decode()
    ending = next(iter(re.findall(r"\r\n|\r|\n", raw)), "\n")
    # The text of a page has one character for each of these.
    shorter = [match.start() - before for before, match in enumerate(re.finditer("\r\n", raw))]
    pieces, end = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        start = edit.start + bisect_left(shorter, edit.start)
        pieces += [raw[end:start], edit.text.replace("\n", ending)]
        end = edit.end + bisect_left(shorter, edit.end)
    return mark + "".join([*pieces, raw[end:]]).encode()

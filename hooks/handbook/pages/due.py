"""When a page, or a sentence that ages, has to be checked again, as its author dated it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handbook.pages.page import Page
from handbook.references.dates import not_a_date

REVIEW_IN = re.compile(r"(?P<days>[1-9]\d{0,3}) days", re.ASCII)


@dataclass(frozen=True, order=True)
class Due:
    """What is due after a day; `line` and `col` are those of the author's date.

    `mark` is a sentence's mark as written, and nothing for a page; `what` names what to check.
    """

    day: date
    src_uri: str
    line: int
    col: int
    mark: str
    what: str


def dues(page: Page) -> Iterator[Due]:
    """Yield what is due on a page; a date that can't be read makes nothing due."""
    reviewed, days = page.get("reviewed"), REVIEW_IN.fullmatch(page.get("review_in"))
    if days and not not_a_date(reviewed, whole=True):
        day = _after(date.fromisoformat(reviewed), int(days["days"]))
        yield Due(day, page.src_uri, *page.front_matter.place("reviewed"), "", page.title)
    # A mark on a line of its own is about each sentence of its paragraph: the first one names it.
    shown = {said.expires: said.shown for said in reversed(page.sentences) if said.expires}
    for mark, what in shown.items():
        if not not_a_date(mark.detail, whole=True):
            day = date.fromisoformat(mark.detail)
            yield Due(day, page.src_uri, mark.at.line, mark.at.col, mark.written, what)


def _after(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))

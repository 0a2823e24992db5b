"""Rules on age: facts are checked again by the day that their author set."""

from collections.abc import Iterator
from datetime import date, timedelta

from handbook.book import Book
from handbook.pages.due import Due, dues
from handbook.pages.page import Page
from handbook.problem import Problem
from handbook.references.dates import not_a_date, today

RULES = {
    "R801": "A page is reviewed again in the time that it sets.",
    "R802": "A page's next review is at least 30 days away.",
    "R803": "A sentence is checked again by the day on which it expires.",
    "R804": "The day on which a sentence expires is at least 30 days away.",
    "R805": "A page was reviewed on a day that has come.",
}
WARNINGS = {"R802", "R804"}
NEAR = 30


def check(book: Book) -> Iterator[Problem]:
    """Yield what is past its day, and what is near it."""
    now = today()
    for page in book.pages:
        if _is_to_come(page.get("reviewed"), now):
            place, reviewed = page.front_matter.place("reviewed"), page.get("reviewed")
            message = (
                f"'reviewed' is {reviewed}, which is still to come. Write the day of the check."
            )
            yield Problem(page.src_uri, *place, "R805", message)
        for due in dues(page):
            left = (due.day - now).days
            if left < NEAR:
                rule, message = _sentence(due, left) if due.mark else _page(page, due, left)
                yield Problem(due.src_uri, due.line, due.col, rule, message)


def _is_to_come(day: str, now: date) -> bool:
    """Tell a day that has not come yet anywhere: where it comes first, it is a day ahead of UTC."""
    return not not_a_date(day, whole=True) and date.fromisoformat(day) > now + timedelta(1)


def _page(page: Page, due: Due, left: int) -> tuple[str, str]:
    reviewed, days = page.get("reviewed"), page.get("review_in")
    if left < 0:
        said = f"and {days} have passed. Check the facts of the page, then date it."
        return "R801", f"'reviewed' is {reviewed}, {said}"
    said = f"and its {days} end on {due.day}. Check the facts of the page by then, and date it."
    return "R802", f"'reviewed' is {reviewed}, {said}"


def _sentence(due: Due, left: int) -> tuple[str, str]:
    if left < 0:
        return "R803", f"'{due.mark}' has passed. Check the sentence, then move the day."
    return "R804", f"'{due.mark}' is near. Check the sentence by then, and move the day."

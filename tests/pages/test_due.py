"""What is due on a page, and when."""

from datetime import date

import pytest

from handbook.files.yamltext import Mapping, Text
from handbook.pages.due import dues
from handbook.pages.page import Page


def page(reviewed: str, review_in: str) -> Page:
    """Return a page that was reviewed, at the place where every page of this test says so."""
    matter = Mapping(title=Text("A page"))
    for name, value in (("reviewed", reviewed), ("review_in", review_in)):
        matter[name] = Text(value)
    return Page("a.md", matter)


@pytest.mark.parametrize(
    ("reviewed", "review_in", "day"),
    [
        ("2026-11-24", "180 days", date(2027, 5, 23)),
        ("2027-02-28", "1 days", date(2027, 3, 1)),
        ("9999-12-31", "9999 days", date.max),
    ],
)
def test_review(reviewed: str, review_in: str, day: date) -> None:
    """A page is due as many days after its review as it says, and no later than dates go."""
    assert [due.day for due in dues(page(reviewed, review_in))] == [day]


@pytest.mark.parametrize(
    ("reviewed", "review_in"),
    [("", "180 days"), ("2026-02-30", "180 days"), ("2026-11", "180 days"), ("2026-11-24", "soon")],
)
def test_no_review(reviewed: str, review_in: str) -> None:
    """What can't be read, or is not there, makes nothing due."""
    assert list(dues(page(reviewed, review_in))) == []

"""What a page's file is called."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from handbook.authoring.slug import LONGEST, SLUG, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Plot the data", "plot-the-data"),
        ("Don't — ever! — guess", "dont-ever-guess"),
        ("Größe, Ça va & ½", "grosse-ca-va-1-2"),
        ("C++ / R²", "c-r2"),
        ("机器学习", ""),
        ("—", ""),
        ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("w" * 70, "w" * 60),
    ],
)
def test_slug(title: str, expected: str) -> None:
    """Letters lose case and accents, what is between words is one hyphen, and long ones are cut."""
    assert slug(title) == expected


@given(text())
def test_any_title(title: str) -> None:
    """A slug is nothing, or of its form and length."""
    assert slug(title) == "" or (SLUG.fullmatch(slug(title)) and len(slug(title)) <= LONGEST)

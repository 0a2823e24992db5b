"""Patterns of words: they find what the words alone would find, in any case."""

import re

import pytest

from handbook.claims.wordstart import finder, pattern

WORDS = ("half", "orders?", r"an?(?=\sthird)")
TEXTS = (
    "Half of it.",
    "an order",
    "ORDERS",
    "a third",
    "(half)",
    "behalf",
    "halfway",
    "a thing",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_found(text: str) -> None:
    """Both ways find a text exactly when one of the words stands in it."""
    wanted = re.search(rf"\b(?:{'|'.join(WORDS)})\b", text, re.IGNORECASE)
    assert bool(re.search(rf"\b(?:{pattern(WORDS)})\b", text.lower())) == bool(wanted)
    assert finder(WORDS)(text) == bool(wanted)

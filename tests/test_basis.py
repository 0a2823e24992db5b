"""Marks of what a number rests on: their syntax."""

from handbook import basis
from handbook.page import Place


def test_parts_of_a_mark() -> None:
    """A mark is a word, and a detail after a colon; a second colon belongs to the detail."""
    here = Place(1, 1)
    for text, word, detail in [
        ("illustrative", "illustrative", ""),
        (" computed : tf_idf ", "computed", "tf_idf"),
        ("unsupported: see: there", "unsupported", "see: there"),
        ("", "", ""),
    ]:
        assert basis.parse(text, here) == basis.Basis(word, detail, here)


def test_without() -> None:
    """A text without marks has no space where one stood; a deletion of CriticMarkup is no mark."""
    assert basis.without("It is 5 %. {~illustrative}") == "It is 5 %."
    assert basis.without("It {~computed: a} is {~~5~>6~~}.") == "It is {~~5~>6~~}."

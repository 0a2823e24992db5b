"""Marks of what a number rests on: their syntax."""

from handbook.pages.page import Place
from handbook.syntax import basis


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


def test_mark_as_written() -> None:
    """A mark is named with its braces, and one that expires is told from a basis."""
    marks = [basis.parse(text, Place(1, 1)) for text in (" illustrative", "expires:2027-06-30")]
    assert [mark.written for mark in marks] == ["{~illustrative}", "{~expires: 2027-06-30}"]
    assert [mark.expires for mark in marks] == [False, True]


def test_what_is_no_mark() -> None:
    """A deletion of CriticMarkup is none, and a mark has neither a line's end nor a brace."""
    for text in ("{~~5~>6~~}", "{~a\nb}", "{~a{b}", "{~a"):
        assert not basis.WRITTEN.search(text), text

"""Notes at the foot of a page, by the marks in their names."""

from markdown import Markdown

from handbook.missed import note
from handbook.syntax import marks


def test_odd() -> None:
    """A note that is written twice and one that nothing leads to are told, with their marks."""
    first, second, third = (f"{name}{marks.mark(at)}" for at, name in enumerate("aab"))
    assert [*note.odd([first, second, third], {"a"})] == [
        (second, "The note '[^a]' stands twice, and only the last is shown. Keep one."),
        (third, "Nothing leads to the note '[^b]'. Write '[^b]' where it belongs."),
    ]


def test_without_the_extension() -> None:
    """Where notes are no part of a handbook's Markdown, none is odd."""
    notes = note.Notes(Markdown())
    assert (notes.names, notes.used, notes.are_odd("x[^a]")) == ([], set(), False)

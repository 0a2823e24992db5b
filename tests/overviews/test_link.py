"""Links between pages as HTML."""

from pathlib import Path

from handbook import book
from handbook.overviews.link import link


def test_link(study: Path) -> None:
    """A link begins at its own page, leads to a place on the other, and shows its text as it is."""
    said = link(book.load(study), "map/index.md", "habits/space-it.md", "A & B", "#c")
    assert said == '<a href="../habits/space-it/#c">A &amp; B</a>'

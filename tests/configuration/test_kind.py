"""Kinds of page, and what a matrix of them may say."""

from pathlib import Path

import pytest

from handbook.configuration import settings
from handbook.problem import UnusableError


def test_related(related: Path) -> None:
    """A row names columns and answers, each of these names rows, and no other kind names any."""
    this = settings.load(related)
    assert this.matrix is not None
    named = {
        name: [other.folder for other in this.matrix.related(kind)]
        for name, kind in this.kinds.items()
    }
    assert named == {
        "page": [],
        "habit": [],
        "term": [],
        "obstacle": ["places", "remedies"],
        "place": ["obstacles"],
        "remedy": ["obstacles"],
    }
    assert this.matrix.related(None) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('rows = "obstacle"\n', "", "has no rows. Add it."),
        (
            'rows = "obstacle"',
            'rows = "obstacles"',
            "rows = 'obstacles' is no kind. Did you mean 'obstacle'?",
        ),
        (
            'section = "What disturbs"',
            'section = "Disturbs"',
            "section = 'Disturbs' is no section of kind 'place'. Did you mean 'What disturbs'?",
        ),
        (
            'rows = "obstacle"',
            'row = "obstacle"',
            "has an unknown key 'row'. Did you mean 'rows'?",
        ),
        ('rows = "obstacle"', "rows = 1", "rows must be a string."),
    ],
    ids=["missing", "no-kind", "no-section", "unknown-key", "wrong-type"],
)
def test_matrix_that_cannot_be_used(old: str, new: str, message: str, related: Path) -> None:
    """What is wrong with the table of the matrix is said, with what was meant."""
    path = related / "pyproject.toml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(UnusableError) as raised:
        settings.load(related)
    assert str(raised.value) == f"pyproject.toml:1:1: [tool.handbook.matrix] {message}"

"""Which checklists go out together, and what is said when none is meant."""

from pathlib import Path

import pytest

from handbook import book
from handbook.checklists.selection import select
from handbook.problem import UnusableError


@pytest.mark.parametrize(
    ("page", "level", "title", "pages"),
    [
        ("", "", "All checklists", ["habits/space-it.md", "habits/test-yourself.md"]),
        ("", "pupil", "Checklists for pupil level", ["habits/test-yourself.md"]),
        ("habits/space-it.md", "", "Space it out", ["habits/space-it.md"]),
    ],
)
def test_select(page: str, level: str, title: str, pages: list[str], study: Path) -> None:
    """A page's path names its list, a level the lists that serve it, and nothing all."""
    found = select(book.load(study), page, level)
    assert (found.title, [one.page.src_uri for one in found.lists]) == (title, pages)


@pytest.mark.parametrize(
    ("page", "level", "message"),
    [
        (
            "habits/space-in.md",
            "",
            "'habits/space-in.md' is no page with a checklist. Did you mean 'habits/space-it.md'?",
        ),
        ("index.md", "", "'index.md' is no page with a checklist."),
        ("", "pupils", "'pupils' is no level. Did you mean 'pupil'? Levels: pupil, student."),
        ("", "x", "'x' is no level. Levels: pupil, student."),
    ],
)
def test_nothing_is_meant(page: str, level: str, message: str, study: Path) -> None:
    """A name that is none says so, with the nearest that is one."""
    with pytest.raises(UnusableError) as raised:
        select(book.load(study), page, level)
    assert str(raised.value) == message


def test_no_levels(study: Path) -> None:
    """A handbook without levels lists none."""
    settings = study / "pyproject.toml"
    settings.write_text(settings.read_text().replace('["pupil", "student"]', "[]"))
    with pytest.raises(UnusableError) as raised:
        select(book.load(study), level="pupil")
    assert str(raised.value) == "'pupil' is no level."

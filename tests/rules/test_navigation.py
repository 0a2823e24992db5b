"""The navigation of mkdocs.yml beside the pages that there are."""

from pathlib import Path

import pytest

from handbook.problem import UnusableError
from rules import found

PAGES = "index.md, habits/space-it.md, habits/test-yourself.md"


def told(study: Path, settings: str) -> list[str]:
    """Return the problems of the study handbook with more settings in the first lines."""
    path = study / "mkdocs.yml"
    path.write_text(settings + path.read_text("utf-8"), "utf-8")
    return found(study)


@pytest.mark.parametrize(
    "settings",
    [
        f"nav: [{PAGES}]\n",
        f"nav: [{PAGES}, bibliography.md, map/index.md, references.yml]\n",
        f"nav: [{PAGES}, {{Elsewhere: 'https://e.org/'}}, 'mailto:a@e.org', //e.org/, 'http://[::1']\n",
        "nav: [{Habits: [{A: habits/space-it.md}, habits/test-yourself.md]}, index.md]\n",
        "nav: [index.md]\nnot_in_nav: /habits/\n",
        "nav: [index.md]\nexclude_docs: |\n  space-it.md\ndraft_docs: |\n  test*\n",
        "nav: []\n",
        "",
    ],
)
def test_all_that_mkdocs_builds(settings: str, study: Path) -> None:
    """Pages, generated pages, files and other sites may be there, and pages left out on purpose."""
    assert told(study, settings) == []


def test_entry_that_is_no_page(study: Path) -> None:
    """An entry that leads nowhere is told at its place, as is one that begins in the root."""
    settings = f"# the site\nnav:\n  - Pages: [{PAGES}]\n  - habits/space_it.md\n  - A: /index.md\n"
    assert told(study, settings) == [
        "../mkdocs.yml:4:5: R015 The entry 'habits/space_it.md' of 'nav' is no page. "
        "Did you mean 'habits/space-it.md'?",
        "../mkdocs.yml:5:8: R015 The entry '/index.md' of 'nav' is no page. "
        "Did you mean 'index.md'?",
    ]


def test_page_that_is_left_out(study: Path) -> None:
    """A page that is neither in the navigation nor left out by a pattern is told."""
    (study / "docs/templates").mkdir()
    (study / "docs/templates/new.md").write_text("---\ntitle: So\n---\n", "utf-8")
    settings = "nav: [index.md]\nnot_in_nav: |\n  /habits/\n  !test-*\n"
    assert [line for line in told(study, settings) if " R01" in line] == [
        "habits/test-yourself.md:1:1: R016 No entry of 'nav' in mkdocs.yml is "
        "'habits/test-yourself.md'. Add it, or name it under 'not_in_nav' there."
    ]


def test_pattern_that_cannot_be_read(study: Path) -> None:
    """A pattern that MkDocs refuses is refused, with what is wrong with it."""
    with pytest.raises(UnusableError) as caught:
        told(study, "nav: [index.md]\nnot_in_nav: '!'\n")
    message = "mkdocs.yml:1:1: a pattern in exclude_docs, draft_docs, not_in_nav can't be read: "
    assert str(caught.value).startswith(message)

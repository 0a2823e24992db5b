"""The outline: a page is known by its text, until a file changes."""

import os
from pathlib import Path

from handbook import outline

BODY = "\n## Why\n\nBecause.\n"


def write(study: Path, name: str, title: str, body: str = BODY) -> Path:
    """Write a page."""
    page = study / f"docs/{name}.md"
    page.write_text(f"---\ntitle: {title}\ndescription: One.\nkind: page\n---\n{body}")
    return page


def test_page_of_a_text(study: Path) -> None:
    """Spaces and line ends do not matter; two pages with one text are not told apart."""
    write(study, "one", "One")
    this = outline.load(study)
    page = this.page("## Why\r\n\r\n\r\nBecause.")
    assert page is not None
    assert page.src_uri == "one.md"
    assert this.page("## Why") is None
    write(study, "two", "Two")
    assert outline.load(study).page(BODY) is None


def test_what_changes_is_read_again(study: Path) -> None:
    """An outline is kept while nothing changes, and no longer."""
    page = write(study, "one", "One")
    this = outline.load(study)
    assert outline.load(study) is this
    write(study, "one", "Other")
    os.utime(page, (0, 0))
    found = outline.load(study).page(BODY)
    assert found is not None
    assert found.title == "Other"
    (study / "docs/glossary.yml").write_text("cue: A hint.\n")
    assert [term.names for term in outline.load(study).terms] == [("cue",)]

"""The outline: a page is known by its text, until a file changes."""

import os
from pathlib import Path

from handbook.files import manifest
from handbook.overviews import outline

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
    assert [*outline.load(study).terms.terms] == ["cue"]


def test_what_changes_is_seen_from_one_page(study: Path) -> None:
    """Whoever renders a page that has changed sees all that has changed, and so does the next."""
    page = write(study, "one", "One")
    write(study, "two", "Two", "\nOther.\n")
    outline.load_for(study, BODY)
    write(study, "two", "Later", "\nAnother.\n")
    later = outline.load_for(study, "Another.")
    assert later.pages["two.md"].title == "Later"
    assert outline.load_for(study, BODY) is later
    os.utime(page, (0, 0))
    assert outline.load_for(study, BODY) is not later
    (study / "docs/glossary.yml").write_text("cue: A hint.\n")
    assert [*outline.load_for(study, BODY).terms.terms] == ["cue"]
    write(study, "copy", "Copy")
    assert outline.load_for(study, BODY).page(BODY) is None
    (study / "docs/copy.md").unlink()
    assert outline.load_for(study, BODY).page(BODY) == outline.load(study).pages["one.md"]


def test_few_files_are_looked_at(study: Path) -> None:
    """For a page, for a text that two have and for a generated page, no other file is looked at."""
    page = write(study, "one", "One")
    for name in ("two", "three"):
        write(study, name, "Same", "\nSame.\n")
    made = study / "docs/made.md"
    made.write_text("---\ntitle: Made\ngenerated: true\n---\n\nMade.\n")
    (study / "docs/api").mkdir()
    text = manifest.text({"made.md": made.read_bytes()})
    (study / f"docs/{manifest.SRC_URI}").write_text(text)
    this = outline.load_for(study, BODY)
    for other in (study / "docs").rglob("*.md"):
        if other != page:
            os.utime(other, (0, 0))
    assert [outline.load_for(study, text) is this for text in (BODY, "Same.", "Made.")] == [
        True
    ] * 3
    assert outline.load_for(study, "None.") is not this

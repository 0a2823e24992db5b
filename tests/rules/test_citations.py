"""Works are cited by a page."""

from pathlib import Path

from rules import found


def test_uncited(study: Path) -> None:
    """A work that no page cites is reported at its entry."""
    page = study / "docs/habits/space-it.md"
    page.write_text(page.read_text("utf-8").replace("@cepeda2006", "@roediger2006"), "utf-8")
    assert found(study) == [
        "references.yml:1:3: R229 No page cites 'cepeda2006'. Cite it, or take the entry out."
    ]


def test_bibliography_that_cannot_be_read(study: Path) -> None:
    """As long as the bibliography can't be read, no key is said to be missing from it."""
    path = study / "docs/references.yml"
    path.write_text(path.read_text("utf-8").replace("type:", "type: a:", 1), "utf-8")
    assert found(study) == [
        "references.yml:2:10: R006 This YAML can't be read: mapping values are not allowed in "
        "this context. Check indentation, colons and quotes here and above."
    ]


def test_page_that_cannot_be_read(study: Path) -> None:
    """As long as a page can't be read, no work is said to be cited by none."""
    page = study / "docs/habits/space-it.md"
    page.write_bytes("Fällt".encode("latin-1"))
    assert [line for line in found(study) if " R229 " in line] == []

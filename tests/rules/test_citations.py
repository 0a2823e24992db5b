"""Works are cited by a page."""

from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (" Science", " Science: A", "23:41: R006 This YAML can't be read: mapping values are not "
         "allowed in this context. Check indentation, colons and quotes here and above."),
        (" Psychological Science", " &a Psychological Science",
         "23:20: R008 '&a' is a YAML anchor or alias. Write the value out."),
        ("- id: roediger2006\n", "- roediger2006\n-\n",
         "17:3: R207 An entry must be a mapping that begins with 'id:'."),
        ("- id: roediger2006", "- ids: roediger2006",
         "17:3: R206 'ids' is not a known field. Did you mean 'id'?"),
        (" Science", " Sciénce", "23:37: R001 Byte 0xE9 is not UTF-8. Save the file as UTF-8."),
        ("- id: cepeda2006", "works:\n- id: cepeda2006",
         "1:1: R207 The bibliography must be a list of entries, each beginning with '- id:'."),
    ],
    ids=["colon", "anchor", "bullet", "no-id", "latin-1", "mapping"],
)  # fmt: skip
def test_entry_that_cannot_be_read(old: str, new: str, expected: str, study: Path) -> None:
    """A slip in the bibliography is one problem, and none at the citations of what it hides."""
    path = study / "docs/references.yml"
    path.write_bytes(path.read_text("utf-8").replace(old, new, 1).encode("latin-1"))
    page = study / "docs/habits/space-it.md"
    page.write_text(page.read_text("utf-8") + "\nSo it is [@nobody].\n", "utf-8")
    told = [line for line in found(study) if " R201 " not in line]
    assert told == [
        "habits/space-it.md:27:11: R102 citation '@nobody' is not in docs/references.yml.",
        f"references.yml:{expected}",
    ]


def test_other_entries_are_known(study: Path) -> None:
    """Two slips are two problems, and an entry without one is judged as ever."""
    path = study / "docs/references.yml"
    text = path.read_text("utf-8").replace("type: article", "type: an: article")
    path.write_text(f"{text}\n- id: smith2020\n  type: book\n", "utf-8")
    told = [line.partition(" ")[::2] for line in found(study)]
    assert [(place, said[:4]) for place, said in told] == [
        ("references.yml:2:11:", "R006"),
        ("references.yml:18:11:", "R006"),
        ("references.yml:27:3:", "R201"),
        ("references.yml:27:3:", "R201"),
        ("references.yml:27:3:", "R201"),
        ("references.yml:27:3:", "R201"),
        ("references.yml:27:3:", "R201"),
        ("references.yml:27:3:", "R229"),
    ]

"""The file of terms: what it may hold, and its order."""

from pathlib import Path

import pytest

from handbook import book
from handbook.command import main
from handbook.pages import glossary
from handbook.pages.glossary import parse


def test_terms(study: Path) -> None:
    """A page explains its title and its tags, the file its own terms; pages come first."""
    (study / "docs/glossary.yml").write_text("cue, hint: What brings it back.\n")
    (study / "docs/terms").mkdir()
    (study / "docs/terms/recall.md").write_text(
        "---\ntitle: Recall\ndescription: To bring back.\nkind: term\ntags: [retrieval, {}]\n---\n"
    )
    found = [(term.names, term.meaning, term.page) for term in book.load(study).terms]
    assert found == [
        (("Recall", "retrieval"), "To bring back.", "terms/recall.md"),
        (("cue", "hint"), "What brings it back.", ""),
    ]


def test_places() -> None:
    """Each name has its place in the file."""
    names = parse("a: A.\ncue,  hint: What brings it back.\n", "g.yml").terms[1].names
    assert [(name, name.line, name.col) for name in names] == [("cue", 2, 1), ("hint", 2, 7)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ""),
        (
            "- a\n",
            "g.yml:1:1: R902 The glossary must be terms and meanings, such as "
            "'gradient: How steep it is.'",
        ),
        (
            "cue:\n",
            "g.yml:1:1: R902 The term 'cue' has no meaning. Write a sentence after the colon.",
        ),
        (
            "cue: [a]\n",
            "g.yml:1:1: R902 The term 'cue' has no meaning. Write a sentence after the colon.",
        ),
        (
            "cue,: A.\n",
            "g.yml:1:1: R902 'cue,' has an empty name. Write a term, and other names after commas.",
        ),
        (
            f"a: A.\ncue: {'x' * 161}\n",
            "g.yml:2:1: R902 'cue' is explained in 161 characters; at most 160 fit beside a text.",
        ),
        ("cue: A.\ncue: B.\n", "g.yml:2:1: R007 'cue' stands twice; first at line 1. Keep one."),
    ],
)
def test_problems(text: str, message: str) -> None:
    """What can't be a term is reported at its place."""
    assert "\n".join(map(str, parse(text, "g.yml").problems)) == message


def test_sorted(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--fix` sorts the terms; a comment moves with the term below it, the head stays."""
    path = study / "docs/glossary.yml"
    path.write_text("# Terms.\n\ntest: A try.\n# Not a billiard cue.\ncue: A hint.\n  Or two.\n")
    main(["--root", str(study), "check", "--fix"])
    assert "glossary.yml:1:1: sorted the terms\n" in capsys.readouterr().out
    after = "# Terms.\n\n# Not a billiard cue.\ncue: A hint.\n  Or two.\ntest: A try.\n"
    assert path.read_text() == after
    main(["--root", str(study), "check", "--fix"])
    assert "sorted" not in capsys.readouterr().out


@pytest.mark.parametrize("text", ["b: B.\na:\n", "b: B: C\na: A.\n", "- b\n", ""])
def test_not_sorted(text: str) -> None:
    """A file with a problem, or without terms, is left alone."""
    assert glossary.arranged(parse(text, "g.yml")) == text

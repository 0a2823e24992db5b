"""Entries that stand twice: under one id, or as the same work under two."""

from pathlib import Path

import pytest

from handbook import book
from handbook.rules import check, duplicates
from rules import ENTRY, reported

TITLE = "Deep retrieval of small documents from large archives"


def works(study: Path, *changes: tuple[str, str]) -> list[str]:
    """Return what is reported when two entries differ in what is changed in the second."""
    first = ENTRY.replace("Something", TITLE)
    second = first.replace("new2020", "newer2020")
    for old, new in changes:
        second = second.replace(old, new)
    (study / "docs/references.yml").write_text(first + second, "utf-8")
    problems = duplicates.check(book.load(study))
    return [str(problem).removeprefix("references.yml:") for problem in problems]


def test_id(study: Path) -> None:
    """Two entries with one id are reported at the second."""
    lines = reported(study, ("new2020", "cepeda2006"))
    message = "The id 'cepeda2006' is that of the entry at line 1 too. Change one."
    assert f"17:3: R202 {message}" in lines


@pytest.mark.parametrize(
    "change",
    [
        ("x", "x"),
        (TITLE, TITLE.upper()),
        (TITLE, TITLE.replace("of ", "of the ")),
        (TITLE, TITLE.replace("documents", "docments")),
        (TITLE, f"{TITLE}."),
        (TITLE, TITLE.replace("Deep", "Déep")),
        ('"2020"', '"2021"'),
        ("given: Ann", "given: A."),
    ],
)
def test_same_work(change: tuple[str, str], study: Path) -> None:
    """Two wordings of a title with the same first author and about the same year are one work."""
    assert works(study, change) == [
        "9:3: R226 'newer2020' has the title, first author and year of 'new2020' at line 1. "
        "Keep one, or say why they are two."
    ]


@pytest.mark.parametrize(
    "changes",
    [
        [('"2020"', '"2022"')],
        [("family: New", "family: Old")],
        [(TITLE, TITLE.replace("documents", "pictures"))],
        [(TITLE, f"{TITLE} 2")],
        [(TITLE, f"{TITLE}, part II")],
        [(TITLE, "")],
    ],
)
def test_two_works(changes: list[tuple[str, str]], study: Path) -> None:
    """Another year, another author, another word or the number of a part is another work."""
    assert works(study, *changes) == []


@pytest.mark.parametrize(
    ("field", "first", "second", "what"),
    [
        ("DOI", "10.1000/abc", "10.1000/ABC", "DOI"),
        ("arxiv", "'1706.03762'", "1706.03762v2", "arXiv id"),
        ("ISBN", "9780262035613", "0-262-03561-8", "ISBN"),
    ],
)
def test_same_identifier(field: str, first: str, second: str, what: str, study: Path) -> None:
    """One DOI, arXiv id or ISBN is one work, whatever its title."""
    entries = [
        ENTRY.replace("webpage", "book")
        .replace("  URL:", f"  {field}: {text}\n  URL:")
        .replace("Something", title)
        for text, title in ((first, "One"), (second, "Two"))
    ]
    text = entries[0] + entries[1].replace("new2020", "newer2020")
    (study / "docs/references.yml").write_text(text, "utf-8")
    assert [str(problem) for problem in check(book.load(study)) if problem.rule == "R226"] == [
        f"references.yml:10:3: R226 'newer2020' has the {what} of 'new2020' at line 1. "
        "Keep one, or say why they are two."
    ]


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [("chapter", "9780262035613", "9780262035613"), ("book", "9780262035614", "9780262035613")],
)
def test_other_identifier(kind: str, first: str, second: str, study: Path) -> None:
    """Chapters of a book have its ISBN; an ISBN that is wrong is another one."""
    entries = [
        ENTRY.replace("webpage", kind).replace("  URL:", f"  ISBN: '{text}'\n  URL:")
        for text in (first, second)
    ]
    text = entries[0] + entries[1].replace("new2020", "newer2020").replace("Something", "Other")
    (study / "docs/references.yml").write_text(text, "utf-8")
    assert list(duplicates.check(book.load(study))) == []

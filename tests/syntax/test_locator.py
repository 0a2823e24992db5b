"""Locators, told from suffixes as Pandoc tells them."""

import time
from pathlib import Path

import pytest

import pandoc
from handbook.syntax import locator

LABELS = (
    *("book", "books", "bk.", "bks.", "chapter", "chapters", "chap.", "chaps.", "c.", "cc."),
    *("column", "columns", "col.", "cols.", "figure", "figures", "fig.", "figs.", "folio"),
    *("folios", "fol.", "fols.", "issue", "issues", "no.", "nos.", "line", "lines", "l.", "ll."),
    *("note", "notes", "n.", "nn.", "opus", "opera", "op.", "opp.", "page", "pages", "p.", "pp."),
    *("paragraph", "paragraphs", "para.", "paras.", "¶", "¶¶", "part", "parts", "pt.", "pts."),
    *("section", "sections", "sec.", "secs.", "§", "§§", "sub verbo", "sub verbis", "s.v."),
    *("s.vv.", "verse", "verses", "v.", "vv.", "volume", "volumes", "vol.", "vols.", "Chap.", "P."),
)
# Labels of other styles, and words that only begin like a label.
NO_LABELS = ("Art.", "art.", "rule", "app.", "ch.", "tab.", "eq.", "pg.", "sect.", "pagesx", "nosy")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", ("", "")),
        (", p. 12", ("p. 12", "")),
        (" p. 12", ("p. 12", "")),
        (", p.12", ("p.12", "")),
        (", 33-35", ("33–35", "")),
        (", pp. 33, 35-37, and nowhere else", ("pp. 33, 35–37", ", and nowhere else")),
        (", sec. 5.9", ("sec. 5.9", "")),
        (", §5", ("§5", "")),
        (", iv", ("", ", iv")),
        (", p. iv", ("p. iv", "")),
        (", p. a", ("", ", p. a")),
        (", pp. xi-xii.", ("pp. xi–xii", ".")),
        (", 3(a)(iv) of it", ("3(a)(iv)", " of it")),
        (" {p. 12 of it}, and", ("p. 12 of it", ", and")),
        (" {} 12 of them", ("", " 12 of them")),
        (" and others", ("", " and others")),
        (", as reprinted", ("", ", as reprinted")),
        ("s table", ("", ", s table")),
        (".", ("", ".")),
    ],
)
def test_split(after: str, expected: tuple[str, str]) -> None:
    """What is after a key is a locator and a suffix, each with what parts it from the rest."""
    assert locator.split(after) == expected


def test_labels_are_those_of_pandoc(tmp_path: Path) -> None:
    """Each label that pandoc knows makes "iv" a locator, and no other word does."""
    words = [*LABELS, *NO_LABELS]
    shown = pandoc.read_as([f"[@doe, {word} iv]" for word in words], ["doe"], tmp_path)
    theirs = [word for word, line in zip(words, shown, strict=True) if line == "⟪A|doe|iv⟫"]
    ours = [word for word in words if locator.split(f", {word} iv") == (f"{word} iv", "")]
    assert ours == theirs == list(LABELS)


@pytest.mark.parametrize("piece", ["1", "p. ", "((", "1.(", "i", "{", "1, ", ".", "§"])
def test_no_text_is_slow(piece: str) -> None:
    """A long text is split at once, whatever it repeats."""
    start = time.process_time()
    locator.split(f", {piece * 20_000}")
    locator.split(f", p. {piece * 20_000}")
    assert time.process_time() - start < 1

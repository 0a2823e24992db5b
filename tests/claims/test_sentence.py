"""Sentences: where they end, what they hold, and what a mark or a citation is about."""

import pytest

from claims.test_claim import READER
from handbook.claims import sentence
from handbook.claims.sentence import Sentence
from handbook.pages.page import Place
from handbook.pages.walk import Walk


def sentences(text: str) -> list[Sentence]:
    """Return all sentences of a text."""
    tree = READER._tree(text)
    place = Walk("case.md", text, 1, READER.preprocessor.places).place
    return list(sentence.sentences(tree, place, lambda _: True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("See e.g. Smith, i.e. Dr. J. Doe vs. St. Paul. Done.", None),
        ("See p. 12, no. 5 and fig. 2. Done.", None),
        ("Smith et al. (2019) say so. Done.", None),
        ("The answer is no. Done.", None),
        ("It is 3.5. Done.", None),
        ("So he said: “It is.” Done.", None),
        ("It goes on … and on. Done.", None),
        ("It (really.) is. Done.", None),
        ("It is. `x` was.", ["It is.", "\ufffc was."]),
        ("It is\nso. *Done.*", ["It is so.", "Done."]),
        ("It is\\. Done.", ["It is.", "Done."]),
        ("A line  \nbreaks.", ["A line breaks."]),
        ("R&D &amp; 5&nbsp;more <b>a</b>.", ["R&D & 5 more a."]),
    ],
)
def test_ends(text: str, expected: list[str] | None) -> None:
    """A sentence ends at a stop before a beginning, but not at that of an abbreviation."""
    if expected is None:
        expected = [text.removesuffix(" Done."), "Done."]
    assert [said.text for said in sentences(text)] == expected


def test_citations_belong_to_their_sentence() -> None:
    """A citation after the stop is still the sentence's; before lower case it begins the next."""
    found = sentences("It is [@a; @b]. So it is. [@c] [@d] finds more [@e, p. 3]. End.")
    assert [(said.text, said.citations) for said in found] == [
        ("It is.", ("a", "b")),
        ("So it is.", ("c",)),
        ("finds more.", ("d", "e")),
        ("End.", ()),
    ]


def test_marks_of_a_sentence_and_of_a_block() -> None:
    """A mark at a sentence's end is about it; one on the last line is about the whole block."""
    text = "A is. B is. {~illustrative} C is.\n\nD is. E is.\n{~computed: x}\n\n"
    found = sentences(text + "- F is.\n- G is.\n  {~illustrative}\n")
    assert [(said.text[0], said.basis.word if said.basis else "") for said in found] == [
        ("A", ""),
        ("B", "illustrative"),
        ("C", ""),
        ("D", "computed"),
        ("E", "computed"),
        ("F", ""),
        ("G", "illustrative"),
    ]


def test_what_expires_has_no_basis() -> None:
    """A day is kept beside a sentence's basis, in either order, and makes no table its data."""
    text = "A is. {~expires: 2027-06-30} B is. {~expires: 2027-07-01} {~illustrative}\n\n"
    found = sentences(text + "C is. {~expires: 2027-07-02}\n\n| n |\n|---|\n| D |\n")
    assert [
        (said.text[0], said.expires and said.expires.detail, said.basis and said.basis.word)
        for said in found
    ] == [
        ("A", "2027-06-30", None),
        ("B", "2027-07-01", "illustrative"),
        ("C", "2027-07-02", None),
        ("D", None, None),
    ]


def test_what_was_put_aside_in_a_row() -> None:
    """A row is shown with the names of its columns; escapes and entities are no numbers."""
    text = "| `x` | | *b* [@a] |\n|---|---|---|\n| a\\*&nbsp;b | c | 5 \\| 6 {~illustrative} |\n"
    (row,) = sentences(f"{text}")
    assert row.text == "a* b; c; 5 | 6"
    assert row.shown == "x: a* b; c; b: 5 | 6"


TABLE = "| x [@a] |\n|---|\n| 1; 2. 3 |\n| `4` {~illustrative} |\n"


def test_rows() -> None:
    """A row is one sentence, and has what the header row cites besides its own."""
    first, second = sentences(f"Look:\n\n{TABLE}")[1:]
    assert (first.text, first.citations, first.basis) == ("1; 2. 3", ("a",), None)
    assert second.basis
    assert second.basis.word == "illustrative"


def test_a_table_after_a_mark_is_data() -> None:
    """Directly after a marked sentence a row needs a source of its own to be a sentence."""
    table = "| x |\n|---|\n| 1 |\n| 2 [@a] |\n"
    assert len(sentences(f"Look. {{~illustrative}}\n\n{table}")) == 2
    assert len(sentences(f"Look.\n{{~illustrative}}\n\n{table}")) == 2
    assert len(sentences(f"Look. {{~illustrative}}\n\n### Else\n\n{table}")) == 3
    assert len(sentences(f"Look. {{~illustrative}} So.\n\n{table}")) == 4


def test_section_and_computed_values() -> None:
    """A sentence knows its section of level 2 and shows what it computes; a figure is none."""
    text = "## A\n\n### B\n\nIt is {=sample_size.weeks}.\n\n{=tf_idf.weights_figure}\n"
    value, figure = sentences(text)
    assert (value.text, value.section, value.computed) == ("It is 34.", "A", ("sample_size.weeks",))
    assert (figure.text, figure.computed) == ("\ufffc", ())


def test_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code is kept for showing and is no part of the text; more than fits is not shown."""
    (said,) = sentences("Let `x < 5 %` and\n``y. Z``.")
    assert (said.text, said.shown) == ("Let \ufffc and \ufffc.", "Let x < 5 % and y. Z.")
    monkeypatch.setattr(sentence, "LAST_PIECE", sentence.FIRST_PIECE)
    (said,) = sentences("Let `a` and `b`.")
    assert (said.text, said.shown) == ("Let \ufffc and \ufffc.", "Let a and \ufffc.")


def test_place_of_what_has_none() -> None:
    """Without a number of its own, a sentence stands where the last one before it stood."""
    first, second = sentences("Text.\n\nIt is 5 [three][x] %.\n\n[x]: y.md\n")
    assert first.at == Place(1, 1)
    assert second.place(0) == Place(3, 7)


def test_raw_html_and_empty_tables() -> None:
    """Raw HTML has no sentences; inside a block that Markdown reads it has, rows or no rows."""
    assert sentences("<p>It is 5.</p>") == []
    assert [s.text for s in sentences('<div markdown="1">\n\nIt is 5.\n\n</div>')] == ["It is 5."]
    assert sentences('<table markdown="1"></table>') == []

"""Terms, and where they stand in a text."""

import pytest

from conftest import ROOT
from handbook.files.yamltext import Text
from handbook.overviews import outline
from handbook.pages.term import Term, Terms

TERMS = Terms(
    Term(tuple(map(Text, names)), "What it means.", "glossary.yml")
    for names in [("recall",), ("RAG",), ("mean squared error", "MSE"), ("error",), ("A/B test",)]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Recall and RECALL", ["Recall", "RECALL"]),
        ("RAG, no rag and no Rag", ["RAG"]),
        ("the mean\nsquared  errors, an error", ["mean squared error", "error"]),
        ("errorless terror error-prone re-recall", []),
        ("MSEs of A/B tests", ["MSE", "A/B test"]),
        ("(recall)", ["recall"]),
    ],
)
def test_found(text: str, found: list[str]) -> None:
    """The longest name counts, in the plural too, and capitals do when a name has some inside."""
    names = [" ".join(match["name"].split()) for match in TERMS.pattern.finditer(text)]
    assert names == found
    assert all(TERMS.term(match["name"]) for match in TERMS.pattern.finditer(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a number that nobody can trace", []),
        ("the request trace tells them apart", ["request trace"]),
        ("in mixed precision", ["mixed precision"]),
        ("the validation sets of text collections", ["validation set"]),
    ],
)
def test_other_meanings(text: str, found: list[str]) -> None:
    """In this handbook no everyday verb is a term, and longer terms take what they are part of."""
    pattern = outline.load(ROOT).terms.pattern
    assert [match["name"] for match in pattern.finditer(text)] == found


def test_other_name() -> None:
    """Another name leads to the same term."""
    assert TERMS.term("MSE") is TERMS.term("mean  squared error")


def test_no_terms() -> None:
    """Without terms nothing is found."""
    assert Terms([]).pattern.search("recall") is None


@pytest.mark.parametrize(
    ("name", "anchor"),
    [("Recall at k", "term-recall-at-k"), ("C++", "term-c.2b.2b"), ("Größe", "term-gr.f6sse")],
)
def test_anchor(name: str, anchor: str) -> None:
    """An id has only signs that an address shows as they are."""
    assert Term((Text(name),), "", "").anchor == anchor

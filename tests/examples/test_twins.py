"""The accuracies of a model that only remembers, over every split."""

from fractions import Fraction
from itertools import combinations, product
from statistics import mean

import pytest

from examples import twins as example


def test_inputs() -> None:
    """Four questions stand twice, and four of the eight rows are tested."""
    assert len(example.ROWS) == 8
    assert len(example.BY_ROW) == len(example.BY_QUESTION) == 4


def test_known() -> None:
    """By row two of four tested rows have a twin in training, by question none has."""
    assert example.known(example.BY_ROW) == Fraction(2, 4)
    assert example.known(example.BY_QUESTION) == 0


@pytest.mark.parametrize(
    ("questions", "copies", "tested", "share"),
    [("ABCD", 2, 4, Fraction(4, 7)), ("ABC", 3, 3, Fraction(27, 28)), ("ABCDE", 1, 2, Fraction(0))],
)
def test_mean_known(questions: str, copies: int, tested: int, share: Fraction) -> None:
    """The formula is the mean over every split: 4/7 for pairs, 27/28 for triples."""
    rows = list(product(questions, range(copies)))
    splits = list(combinations(rows, tested))
    assert mean(example.known(split, rows) for split in splits) == share
    assert example.mean_known(len(questions), copies, tested) == share


def test_accuracy() -> None:
    """What is not known is a coin flip: 4/7 + 3/7 × 1/2 = 11/14."""
    assert example.accuracy(Fraction(4, 7)) == Fraction(11, 14)
    assert example.accuracy(Fraction(0)) == Fraction(1, 2)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "known": "0.571",
        "by_row": "0.786",
        "by_question": "0.500",
        "larger": "0.902",
        "triples": "0.982",
    }


def test_figures() -> None:
    """Each of the two splits shows four rows of each kind; only that by row parts two questions."""
    html = example.figures()["splits_figure"]
    assert html.count("<circle") == html.count("hb-mark-2") == 8
    assert html.count("hb-dash-2") == 2

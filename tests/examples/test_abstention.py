"""Twenty answers under three policies and several penalties, by hand."""

import pytest

from examples import abstention as example
from examples.calibration import STATED


def test_policies() -> None:
    """Of all answers 13 of 20 are right, and of the sure ones 7 of 10."""
    sure = example.answered(STATED, example.SURE)
    assert example.right(STATED) == 6 + 7
    assert [(group.right, group.total) for group in sure] == [(7, 10)]


@pytest.mark.parametrize(
    ("penalty", "every", "sure"), [(0, 13, 7), (1, 13 - 7, 7 - 3), (3, 13 - 21, 7 - 9)]
)
def test_score(penalty: float, every: float, sure: float) -> None:
    """Without a penalty guessing is best, with a harsh one silence is."""
    assert example.score(STATED, penalty) == every
    assert example.score(example.answered(STATED, example.SURE), penalty) == sure


@pytest.mark.parametrize("penalty", [0, 1, 3, 9])
def test_break_even(penalty: float) -> None:
    """At the break-even chance an answer is worth as much as silence."""
    chance = example.break_even(penalty)
    assert chance - penalty * (1 - chance) == pytest.approx(0)


def test_penalty_of_silence() -> None:
    """Six right and four wrong break even at 1.5, seven and three at 7/3."""
    sure, unsure = STATED
    assert example.penalty_of_silence([unsure]) == 1.5
    assert example.penalty_of_silence([sure]) == pytest.approx(7 / 3)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "right_all": "13",
        "wrong_all": "7",
        "right_sure": "7",
        "wrong_sure": "3",
        "accuracy_sure": "0.70",
        "mild_all": "6",
        "mild_sure": "4",
        "harsh_all": "−8",
        "harsh_sure": "−2",
        "break_even_mild": "0.50",
        "break_even_harsh": "0.75",
        "penalty_unsure": "1.50",
        "penalty_sure": "2.33",
        "try_harsh_sure": "6",
        "try_harsh_all": "0",
    }


def test_figures() -> None:
    """Three lines, and a table that has the score of each at each penalty."""
    html = example.figures()["score_figure"]
    assert html.count("<path") == 3
    assert '<th scope="row">3</th><td>−8</td><td>−2</td><td>0</td>' in html

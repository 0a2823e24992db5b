"""The two causes of one fall, and what each contributes."""

import pytest

from examples import accuracy_fall as example
from examples.accuracy_fall import BEFORE, BOTH, OTHER_ANSWERS, OTHER_INPUTS, Month


def test_inputs() -> None:
    """The shares of each month add up to 1, and all months have the same groups."""
    for month in (BEFORE, OTHER_INPUTS, OTHER_ANSWERS, BOTH):
        assert list(month) == ["short", "long"]
        assert sum(share for share, _ in month.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("month", "value"),
    [(BEFORE, 0.92), (OTHER_INPUTS, 0.83), (OTHER_ANSWERS, 0.83), (BOTH, 0.77)],
)
def test_accuracy(month: Month, value: float) -> None:
    """0.9 × 0.95 + 0.1 × 0.65 = 0.92, and either change leaves 0.83."""
    assert example.accuracy(month) == pytest.approx(value)


@pytest.mark.parametrize(
    ("after", "inputs", "answers"),
    [
        (OTHER_INPUTS, -0.09, 0),
        (OTHER_ANSWERS, 0, -0.09),
        (BOTH, -0.075, -0.075),
        (BEFORE, 0, 0),
    ],
)
def test_effects(after: Month, inputs: float, answers: float) -> None:
    """A change of shares alone is all inputs, one of accuracies alone all answers; they add up."""
    assert example.effects(BEFORE, after) == pytest.approx((inputs, answers))
    change = example.accuracy(after) - example.accuracy(BEFORE)
    assert sum(example.effects(BEFORE, after)) == pytest.approx(change)


def test_psi() -> None:
    """The shares move by -0.3 ln(2/3) + 0.3 ln 4 = 0.538 with other inputs, else not at all."""
    assert example.psi(BEFORE, OTHER_INPUTS) == pytest.approx(0.5375, abs=5e-5)
    assert example.psi(BEFORE, OTHER_ANSWERS) == 0


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "before": "0.92",
        "inputs": "0.83",
        "inputs_by_inputs": "−0.090",
        "inputs_by_answers": "0.000",
        "inputs_psi": "0.538",
        "answers": "0.83",
        "answers_by_inputs": "0.000",
        "answers_by_answers": "−0.090",
        "answers_psi": "0.000",
        "both": "0.77",
        "both_by_inputs": "−0.075",
        "both_by_answers": "−0.075",
        "both_psi": "0.538",
        "long_labels": "10",
        "long_error": "0.15",
    }


def test_figures() -> None:
    """The figure has two bars, each with its frame, in three panels, and a key."""
    html = example.figures()["areas_figure"]
    assert html.count("<rect") == 3 * 4 + 2
    assert html.count("accuracy 0.83") == 2

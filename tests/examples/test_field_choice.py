"""The weighted choice of a field, and where it flips."""

import pytest

from examples import field_choice as example


def test_inputs() -> None:
    """The page prints these weights, which add up to one, and these scores."""
    assert example.WEIGHTS == {"feedback": 0.5, "work": 0.3, "interest": 0.2}
    assert sum(example.WEIGHTS.values()) == pytest.approx(1)
    assert example.SCORES == {"feedback": (5, 2), "work": (4, 3), "interest": (2, 5)}


def test_totals_by_hand() -> None:
    """2.5 + 1.2 + 0.4 = 4.1 for language, and 1.0 + 0.9 + 1.0 = 2.9 for vision."""
    totals = [example.total(field, example.WEIGHTS) for field in example.FIELDS]
    assert totals == pytest.approx([4.1, 2.9])


def test_flip() -> None:
    """4.7 - 3w = 2.3 + 3w at w = 0.4, where both are 3.5, and beyond it vision leads."""
    assert example.flip() == pytest.approx(0.4)
    at_flip = [example.total(field, example.weights(0.4)) for field in example.FIELDS]
    assert at_flip == pytest.approx([3.5, 3.5])
    assert example.lead(0.39) > 0 > example.lead(0.41)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "language": "4.1",
        "vision": "2.9",
        "flip": "0.4",
        "equal": "3.5",
    }


def test_figure() -> None:
    """The figure marks both sums of the example and the crossing, and says where it is."""
    html = example.figures()["choice_figure"]
    assert html.count("<circle") == 2
    assert "until interest weighs 0.4 instead of 0.2" in html
    assert "<td>3.5</td><td>3.5</td>" in html

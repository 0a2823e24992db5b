"""What trials found that aim at the person and at the organisation."""

from statistics import NormalDist

import pytest

from examples import burnout_trials as example


def test_inputs() -> None:
    """The published effects, each inside its interval, which is symmetric to two digits."""
    assert list(example.EFFECTS.values()) == [(-0.18, -0.32, -0.03), (-0.45, -0.62, -0.28)]
    for middle, low, high in example.EFFECTS.values():
        assert (low + high) / 2 == pytest.approx(middle, abs=0.0051)


def test_better_off() -> None:
    """No effect leaves half below the average; one standard deviation leaves 84 % there."""
    assert example.better_off((0, -1, 1)) == 0.5
    assert example.better_off((-1, -2, 0)) == pytest.approx(NormalDist().cdf(1))


def test_gap() -> None:
    """-0.18 + 0.45 = 0.27, and 1.96 × √(0.074² + 0.087²) = 0.22 either way."""
    assert example.gap(*example.EFFECTS.values()) == pytest.approx((0.27, 0.05, 0.49), abs=0.005)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "person": "57",
        "organisation": "67",
        "gap": "0.27",
        "gap_interval": "0.05 to 0.49",
    }


def test_figure() -> None:
    """The figure has two marks with their intervals, and says what the effects mean."""
    html = example.figures()["trials_figure"]
    assert html.count("<circle") == 2
    assert "about 67 % after a programme for the organisation, and 57 % after one" in html

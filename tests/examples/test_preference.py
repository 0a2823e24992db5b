"""The loss of a preference, by hand and against small differences."""

from math import isclose, log

import pytest

from examples import preference as example


def test_even() -> None:
    """Without a lead the choice is a coin, and the loss that of a coin."""
    assert example.chance(0) == 0.5
    assert isclose(example.loss(0), log(2))


@pytest.mark.parametrize("lead", [-2.0, 0.0, 1.5])
def test_step_follows_the_slope(lead: float) -> None:
    """Each reward moves against the slope of the loss, the chosen up and the other down."""
    slope = (example.loss(lead + 1e-6) - example.loss(lead - 1e-6)) / 2e-6
    assert isclose(example.step(lead, 0.5), lead - 2 * 0.5 * slope, rel_tol=1e-6)


def test_chances_add_up() -> None:
    """One of the two answers is chosen."""
    assert isclose(example.chance(1.3) + example.chance(-1.3), 1)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "lead_0": "0.000",
        "chance_0": "0.500",
        "loss_0": "0.693",
        "lead_1": "1.000",
        "chance_1": "0.731",
        "loss_1": "0.313",
        "lead_2": "1.538",
        "chance_2": "0.823",
        "loss_2": "0.195",
        "wrong_chance": "0.269",
        "wrong_loss": "1.313",
    }


def test_figures() -> None:
    """The start and two steps stand on the curve."""
    assert example.figures()["loss_figure"].count("<circle") == 3

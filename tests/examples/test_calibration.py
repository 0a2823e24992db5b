"""E8: the numbers of the calibration example."""

from math import exp, log

import pytest

from examples import calibration as example

STATED = example.STATED
ANSWERS = [(0.9, 1)] * 7 + [(0.9, 0)] * 3 + [(0.6, 1)] * 6 + [(0.6, 0)] * 4
"""The same twenty one by one: confidence, and 1 when right."""


def test_inputs() -> None:
    """Ten answers at 0.9, seven of them right, and ten at 0.6, six of them right."""
    groups = [(group.confidence, group.right, group.total) for group in STATED]
    assert groups == [(0.9, 7, 10), (0.6, 6, 10)]


def test_accuracy() -> None:
    """Thirteen of twenty are right."""
    assert example.accuracy(STATED) == sum(right for _, right in ANSWERS) / 20 == 0.65


def test_calibration_error() -> None:
    """Half of the answers are 0.2 off and half are not off: 0.10."""
    assert example.calibration_error(STATED) == pytest.approx(0.5 * 0.2 + 0.5 * 0)


def test_brier() -> None:
    """The squared gaps add up to 4.9 over twenty answers, worse than always saying 0.65."""
    squared = sum((p - right) ** 2 for p, right in ANSWERS)
    assert squared == pytest.approx(4.9)
    assert example.brier(STATED) == pytest.approx(squared / 20)
    assert example.brier(STATED) == pytest.approx(0.245)
    assert example.brier(example.constant(STATED)) == pytest.approx(0.2275)


def test_log_loss() -> None:
    """The log loss is 0.7188, summed answer by answer."""
    losses = [-log(p if right else 1 - p) for p, right in ANSWERS]
    assert example.log_loss(STATED) == pytest.approx(sum(losses) / 20)
    assert example.log_loss(STATED) == pytest.approx(0.7188, abs=5e-5)


def test_temperature_by_brute_force() -> None:
    """Of all temperatures from 1 to 5 in steps of 0.001, 2.443 has the least log loss."""
    odds = [(p / (1 - p), right) for p, right in ANSWERS]

    def loss(temperature: float) -> float:
        powers = [(odd ** (1 / temperature), right) for odd, right in odds]
        return sum(-log(power / (1 + power)) if r else log(1 + power) for power, r in powers)

    best = min((step / 1000 for step in range(1000, 5001)), key=loss)
    assert best == 2.443
    assert example.best_temperature(STATED) == pytest.approx(best, abs=5e-4)


def test_after_the_temperature() -> None:
    """0.9 becomes 0.711 and 0.6 becomes 0.541; the errors fall, and accuracy stays."""
    after = example.heated(STATED, example.best_temperature(STATED))
    assert [group.confidence for group in after] == pytest.approx([0.711, 0.541], abs=5e-4)
    assert example.calibration_error(after) == pytest.approx(0.0347, abs=5e-5)
    assert example.brier(after) == pytest.approx(0.2268, abs=5e-5)
    assert example.log_loss(after) == pytest.approx(0.6456, abs=5e-5)
    assert example.accuracy(after) == example.accuracy(STATED)


def test_temperature_of_one() -> None:
    """A temperature of 1 changes nothing, and is best where confidence keeps its promise."""
    unchanged = example.heated(STATED, 1)
    assert [group.confidence for group in unchanged] == pytest.approx([0.9, 0.6])
    assert example.best_temperature(example.KEPT_PROMISE) == pytest.approx(1)


def test_sigmoid_undoes_logit() -> None:
    """Logit and sigmoid are each other's inverse, and the logit of 0.9 is ln 9."""
    assert exp(example.logit(0.9)) == pytest.approx(9)
    assert example.sigmoid(example.logit(0.3)) == pytest.approx(0.3)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "accuracy": "0.65",
        "calibration_error": "0.10",
        "brier": "0.245",
        "brier_constant": "0.2275",
        "log_loss": "0.7188",
        "temperature": "2.443",
        "high_after": "0.711",
        "low_after": "0.541",
        "accuracy_after": "0.65",
        "calibration_error_after": "0.0347",
        "brier_after": "0.2268",
        "log_loss_after": "0.6456",
        "try_temperature": "1.00",
        "try_calibration_error": "0.00",
        "try_brier": "0.165",
    }


def test_figures() -> None:
    """The figure shows two groups before and after, besides the legend, and owns up to the fit."""
    html = example.figures()["reliability_figure"]
    assert html.count("<circle") == html.count("<path") == 2 + 1
    assert "fitted and scored on the same twenty answers" in html

"""The operations, hours, memory and interruptions of a training run."""

import pytest

from examples import training_run as example


def test_operations_by_hand() -> None:
    """6 × 10⁹ × 2 · 10¹⁰ are 1.2 · 10²⁰."""
    assert example.operations(1e9, 20e9) == pytest.approx(1.2e20)


def test_hours_by_hand() -> None:
    """8 × 300 · 10¹² × 0.4 are 9.6 · 10¹⁴ a second, so 1.2 · 10²⁰ take 125,000 seconds."""
    assert example.hours(1.2e20, 8, 0.4) == pytest.approx(125_000 / 3600)


def test_state_by_hand() -> None:
    """16 bytes for each of seven billion parameters are 112 gigabytes."""
    assert example.state_gigabytes(7e9) == pytest.approx(112)


def test_hours_between_by_hand() -> None:
    """54 × 24 = 1,296 hours by 419 are 3.09; half the machines fail half as often."""
    assert example.hours_between(16_384) == pytest.approx(3.093, abs=5e-4)
    assert example.hours_between(8_192) == pytest.approx(2 * example.hours_between(16_384))


def test_best_interval_is_the_best() -> None:
    """A tenth more or less between checkpoints loses more."""
    best = example.best_interval(0.1, 3)
    for other in (0.9 * best, 1.1 * best):
        assert example.lost(other, 0.1, 3) > example.least_lost(0.1, 3)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "seconds": "125,000",
        "hours": "34.7",
        "cost": "694",
        "hours_half_used": "69.4",
        "cost_half_used": "1,389",
        "hours_scaled": "139",
        "state_1": "16",
        "state_7": "112",
        "largest": "5",
        "between_many": "3.1",
        "between_few": "264",
        "interval": "43",
        "lost": "23",
        "quick_interval": "19",
        "quick_lost": "10",
    }


def test_figures() -> None:
    """Three models with three parts each and a key; two curves, each with its lowest point."""
    memory, checkpoints = example.figures().values()
    for classes in ("hb-mark-1", "hb-mark-3", "hb-heat-2"):
        assert memory.count(f'class="{classes}"') == 3 + 1
    assert checkpoints.count("<circle") == 2
    assert "at 43 and 19 minutes" in checkpoints

"""E20: stale shares by hand, by a sum over small steps, and by the limits of the formula."""

from math import exp

import pytest

from examples import outdated_context as example


@pytest.mark.parametrize(("days", "share"), [(1, 0.0099), (7, 0.0668), (30, 0.248)])
def test_mean_stale(days: int, share: float) -> None:
    """At 2 % a day the mean stale share is 0.99 %, 6.68 % and 24.8 %."""
    assert example.mean_stale(days) == pytest.approx(share, abs=5e-5 if days < 30 else 5e-4)


@pytest.mark.parametrize("days", [1, 7, 30, 365])
def test_mean_is_the_mean(days: int) -> None:
    """Averaging the share over many moments between two builds gives the formula."""
    steps = 10_000
    moments = (1 - exp(-0.02 * days * (step + 0.5) / steps) for step in range(steps))
    assert example.mean_stale(days) == pytest.approx(sum(moments) / steps, rel=1e-6)


def test_short_periods() -> None:
    """For a short period the mean is half of rate times period."""
    assert example.mean_stale(0.1) == pytest.approx(0.02 * 0.1 / 2, rel=1e-3)


@pytest.mark.parametrize("allowed", [0.001, 0.05, 0.5, 0.9])
def test_longest_period(allowed: float) -> None:
    """The period that is found has the share that was allowed."""
    assert example.mean_stale(example.longest_period(allowed)) == pytest.approx(allowed)


def test_busy_documents() -> None:
    """One document in ten that changes ten times as often makes as many changes."""
    changes = example.BUSY_SHARE * example.BUSY_RATE
    assert changes == pytest.approx(example.RATE)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "daily": "0.99",
        "weekly": "6.68",
        "monthly": "24.8",
        "week_end": "0.1306",
        "week_mean": "0.0668",
        "never_90": "83.5",
        "never_365": "99.9",
        "half_after": "35",
        "allowed_period": "5.2",
        "busy_documents": "4.6",
        "busy_questions": "46.2",
        "busy_questions_daily": "9.4",
        "try_weekly": "3.4",
        "try_fortnight": "6.7",
    }


def test_figures() -> None:
    """One line over the period with three marks, and two lines over four weeks."""
    figures = example.figures()
    assert figures["period_figure"].count("<circle") == 3
    assert figures["period_figure"].count("<path") == 1
    assert figures["teeth_figure"].count("<path") == 2
    assert '<th scope="row">8</th><td>14.8 %</td><td>2.0 %</td>' in figures["teeth_figure"]

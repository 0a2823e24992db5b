"""The requests, the minutes and the harm of a canary."""

import pytest

from examples import canary as example


def test_requests_by_hand() -> None:
    """16 × 0.015 × 0.985 / 0.01² = 2,364."""
    assert example.requests_needed(0.01, 0.02) == 2364


def test_minutes_by_hand() -> None:
    """5 % of 20 a second are one a second, so 2,364 take 39.4 minutes."""
    assert example.minutes(0.05, 2364) == pytest.approx(39.4)


def test_harm_does_not_depend_on_the_share() -> None:
    """Whatever its share, the canary has had the same requests when the doubling shows."""
    found = [example.LOAD * share * 60 * example.minutes(share, 2364) for share in example.SHARES]
    assert found == pytest.approx([2364] * 2)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "needed": "2,364",
        "harmed": "24",
        "harmed_all": "720",
        "try_needed": "23,964",
        "try_hours": "6.7",
        "minutes_1": "197",
        "minutes_5": "39",
    }

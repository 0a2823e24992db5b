"""What a reviewer catches, and how long a case waits."""

import random
from math import exp

import pytest

from examples import oversight as example


def test_inputs() -> None:
    """1,000 cases a week, 2 % of them wrong; 5 % of right ones meet an objection."""
    assert (example.CASES, example.WRONG, example.FALSE_ALARMS) == (1_000, 0.02, 0.05)
    assert example.READERS == {"alert": 0.9, "tired": 0.6, "trusting": 0.3}
    assert (example.CAPACITY, example.PROMISED) == (12, 2)


def test_objections_by_hand() -> None:
    """18 of 20 wrong ones and 5 % of 980 right ones: 18 / 67 = 27 % of objections are right."""
    assert example.caught(0.9) == pytest.approx(18)
    assert example.false_alarms() == pytest.approx(49)
    assert example.worth(0.9) == pytest.approx(18 / 67)


def test_waiting_by_hand() -> None:
    """At 10 of 12 cases an hour a case takes 1 / (12 - 10) = half an hour."""
    assert example.hours_to_decision(10) == 0.5
    assert example.late(10) == pytest.approx(exp(-4))


def test_queue_simulated() -> None:
    """A simulated queue of 200,000 cases gives the same mean time and share of late cases."""
    dice = random.Random(7)  # noqa: S311 - no secret hangs on it
    arrival = free = total = late = 0.0
    cases = 200_000
    for _ in range(cases):
        arrival += dice.expovariate(10)
        free = max(arrival, free) + dice.expovariate(12)
        total += free - arrival
        late += free - arrival > example.PROMISED
    assert total / cases == pytest.approx(0.5, rel=0.05)
    assert late / cases == pytest.approx(exp(-4), rel=0.2)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "wrong": "20",
        "false_alarms": "49",
        "week_hours": "83",
        "planted_interval": "0.699 to 0.972",
        "planted_100_interval": "0.826 to 0.945",
        "try_two_reviewers": "9",
        "try_faster": "15",
        "try_faster_left": "0.8",
        "alert_caught": "18",
        "alert_left": "0.2",
        "alert_worth": "27",
        "tired_caught": "12",
        "tired_left": "0.8",
        "tired_worth": "20",
        "trusting_caught": "6",
        "trusting_left": "1.4",
        "trusting_worth": "11",
        "busy_9": "75",
        "minutes_9": "20",
        "late_9": "0.25",
        "busy_10": "83",
        "minutes_10": "30",
        "late_10": "1.8",
        "busy_11": "92",
        "minutes_11": "60",
        "late_11": "14",
        "busy_11_5": "96",
        "minutes_11_5": "120",
        "late_11_5": "37",
    }


def test_figures() -> None:
    """Each reviewer has two bars, each rate of arrival a mark on the curve."""
    figures = example.figures()
    assert figures["flags_figure"].count("<rect") == 2 * 3 + 2
    assert figures["waiting_figure"].count("<circle") == 4
    assert "from 20 to 60 minutes" in figures["waiting_figure"]

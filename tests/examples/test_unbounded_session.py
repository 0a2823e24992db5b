"""Tokens of a session, against the sums by hand, and the price of a loop."""

import pytest

from examples import latency_budget
from examples import unbounded_session as example


@pytest.mark.parametrize("turns", [1, 2, 10, 20, 40])
def test_whole_history(turns: int) -> None:
    """500 (1 + 2 + … + n) = 250 n (n + 1)."""
    assert example.read_in(turns) == 250 * turns * (turns + 1)


def test_cut_history() -> None:
    """By hand: 500, 1,000 and 1,500, then 17 times 2,000."""
    assert example.read_in(20, 4) == 500 + 1000 + 1500 + 17 * 2000 == 37_000
    assert example.read_in(20, 20) == example.read_in(20)


def test_loop() -> None:
    """A request a second for 60 hours at $0.0027 is $583.20, and $20 last 7,407 requests."""
    assert example.loop_requests(60) == 216_000
    assert 216_000 * latency_budget.request_price() == pytest.approx(583.2)
    assert example.loop_requests(example.hours_until(20)) == pytest.approx(7407.4, abs=0.05)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "turns": "20",
        "first_turn": "500",
        "last_turn": "10,000",
        "whole": "105,000",
        "cut": "37,000",
        "whole_per_thousand": "105",
        "cut_per_thousand": "37",
        "once": "10,000",
        "times_once": "10.5",
        "saved": "65",
        "doubled": "3.9",
        "loop_requests": "216,000",
        "loop_dollars": "583",
        "hours_to_cap": "2.1",
        "loop_times_cap": "29",
        "try_turns": "27,500",
    }


def test_figures() -> None:
    """Two lines, and a table with a row for each of five turns."""
    html = example.figures()["turns_figure"]
    assert html.count("<path") == 2
    assert html.count("<tr>") == 1 + 5

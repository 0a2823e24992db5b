"""The numbers of an A/B test that is watched from week to week."""

from math import sqrt

import pytest

from examples import ab_test as example
from examples import sample_size, score_intervals


def test_weeks_follow_the_plan() -> None:
    """Each week brings a quarter of the users that an uplift of ten percent asks for."""
    planned = sample_size.users_per_arm(sample_size.CONVERSION, example.UPLIFT)
    users = [week[0] for week in example.WEEKS]
    assert users == [planned * week // 4 for week in (1, 2, 3, 4)]


def test_difference() -> None:
    """A half and three quarters of 100: the error is that of two independent shares."""
    gap, low, high = example.difference(100, 50, 75)
    half = 1.959964 * sqrt(0.5 * 0.5 / 100 + 0.75 * 0.25 / 100)
    assert (gap, low, high) == pytest.approx((0.25, 0.25 - half, 0.25 + half), abs=1e-6)


def test_simpson() -> None:
    """Simpson's rule integrates a cubic exactly."""
    assert sum(weight * (x**3 + x**2) for x, weight in example.simpson(3)) == pytest.approx(18)


@pytest.mark.parametrize(
    ("looks", "chance"), [(1, 0.050), (2, 0.083), (5, 0.142), (10, 0.193), (20, 0.248)]
)
def test_false_winner(looks: int, chance: float) -> None:
    """One look keeps the promised 5 %, and five equally spaced ones reach the published 0.142."""
    assert example.false_winner(looks) == pytest.approx(chance, abs=5e-4)


def test_false_winner_by_tossing() -> None:
    """A fair coin tossed 400 times a look, followed exactly, gives nearly the same for four."""
    tosses, still_open = 400, {0: 1.0}
    for look in range(1, 5):
        for _ in range(tosses):
            after: dict[int, float] = {}
            for total, part in still_open.items():
                for step in (-1, 1):
                    after[total + step] = after.get(total + step, 0.0) + part / 2
            still_open = after
        bound = score_intervals.Z * sqrt(tosses * look)
        still_open = {total: part for total, part in still_open.items() if abs(total) <= bound}
    assert 1 - sum(still_open.values()) == pytest.approx(example.false_winner(4), abs=0.01)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "rule": "30,400",
        "users": "31,234",
        "bought_a": "1,562",
        "bought_b": "1,640",
        "gap": "0.25",
        "interval": "−0.10 to 0.60",
        "early_gap": "0.86",
        "early_interval": "0.15 to 1.57",
        "early_p": "0.018",
        "false_1": "5.0",
        "false_4": "12.6",
        "false_20": "24.8",
    }


def test_figures() -> None:
    """Two weeks are marked as significant, and two are not."""
    html = example.figures()["weeks_figure"]
    assert html.count("hb-mark-2") == html.count("hb-mark-1") == 2

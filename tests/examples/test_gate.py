"""The false alarms and the misses of a gate."""

from itertools import product
from math import prod

import pytest

from examples import gate as example


def test_inputs() -> None:
    """The good change is right on 90 %, the bad one on 80 %, and the gate asks for 85 %."""
    assert (example.GOOD, example.BAD, example.LIMIT) == (0.9, 0.8, 0.85)


@pytest.mark.parametrize("share", [0.8, 0.9])
def test_every_test_set(share: float) -> None:
    """The binomial chance to pass agrees with a walk through all outcomes of ten questions."""
    found = sum(
        prod(share if right else 1 - share for right in answers)
        for answers in product((True, False), repeat=10)
        if sum(answers) >= 9
    )
    assert example.passes(10, share) == pytest.approx(found)


@pytest.mark.parametrize(("size", "needed"), [(10, 9), (100, 85), (400, 340)])
def test_needed(size: int, needed: int) -> None:
    """85 % of ten questions are nine, because eight and a half can't be right."""
    assert example.needed(size) == needed


def test_miss_by_hand() -> None:
    """0.8^10 = 0.1074 and 10 × 0.8^9 × 0.2 = 0.2684 add up to 0.3758."""
    assert example.chance_of(10, 10, 0.8) == pytest.approx(0.1074, abs=5e-5)
    assert example.chance_of(9, 10, 0.8) == pytest.approx(0.2684, abs=5e-5)
    assert example.miss(10) == pytest.approx(0.3758, abs=5e-5)


def test_at_least_once() -> None:
    """Two tries at a half succeed three times in four."""
    assert example.at_least_once(0.5, 2) == 0.75


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "retried": "50",
        "flaky": "53",
        "strict_false_alarm": "65",
        "strict_miss": "11",
        "all_ten": "0.1074",
        "nine_of_ten": "0.2684",
        "needed_10": "9",
        "needed_100": "85",
        "needed_400": "340",
        "false_alarm_10": "26",
        "false_alarm_100": "4",
        "false_alarm_400": "0.063",
        "miss_10": "38",
        "miss_100": "13",
        "miss_400": "0.61",
    }


def test_figures() -> None:
    """Each panel has a curve for either change; with ten questions each score has a mark."""
    html = example.figures()["scores_figure"]
    assert html.count('class="hb-line-1"') == html.count('class="hb-line-2"') == 2
    assert html.count("<circle") == 5 + 1
    assert "from 38 to 13" in html

"""Whether few judged attempts show an improvement."""

from itertools import product
from math import prod

import pytest

from examples import progress as example


def test_inputs() -> None:
    """Skill rises from 60 to 75 %; vision judges six attempts a week, language forty."""
    assert (example.BEFORE, example.AFTER) == (0.6, 0.75)
    assert example.WEEKLY == {"vision": 6, "language": 40}


def test_two_by_hand() -> None:
    """0.16 × 0.9375 + 0.48 × 0.5625 = 0.42 show it; 0.3925 are equal and 0.1875 mislead."""
    assert example.outcomes(2) == pytest.approx((0.42, 0.3925, 0.1875))


def test_every_run_of_three() -> None:
    """The chance agrees with a walk through all outcomes of three attempts before and after."""
    found = sum(
        prod(
            share if right else 1 - share
            for share, right in zip([0.6] * 3 + [0.75] * 3, run, strict=True)
        )
        for run in product((True, False), repeat=6)
        if sum(run[3:]) > sum(run[:3])
    )
    assert example.seen(3) == pytest.approx(found)


@pytest.mark.parametrize("size", [2, 6, 40])
def test_no_improvement(size: int) -> None:
    """Without an improvement more and fewer are equally likely, and share what is not the same."""
    more, same, fewer = example.outcomes(size, 0.6, 0.6)
    assert example.imagined(size) == more == pytest.approx(fewer) == pytest.approx((1 - same) / 2)


def test_attempts() -> None:
    """With 37 attempts the improvement shows in under 90 % of cases, and with 38 in more."""
    assert example.attempts_for(0.9) == 38
    assert example.seen(37) < 0.9 <= example.seen(38)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "seen_2": "0.42",
        "same_2": "0.39",
        "fewer_2": "0.19",
        "attempts": "38",
        "try_small": "64",
        "weekly_vision": "6",
        "weekly_language": "40",
        "imagined_vision": "38",
        "imagined_language": "45",
        "seen_vision": "60",
        "same_vision": "21",
        "fewer_vision": "19",
        "seen_language": "91",
        "same_language": "3",
        "fewer_language": "6",
    }


def test_figure() -> None:
    """The figure marks the week of either field on both curves, and says what they show."""
    html = example.figures()["seen_figure"]
    assert html.count("<circle") == html.count('class="hb-mark-2"') == 2
    assert "shows a real improvement 60 % of the time, and one of forty 91 %" in html
    assert "where there is none (dashed) they show one 38 % and 45 % of the time." in html
    assert '<tr><th scope="row">40</th><td>91</td><td>3</td><td>6</td><td>45</td></tr>' in html

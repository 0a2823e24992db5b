"""What a sample of the log stores, costs and shows."""

from itertools import product
from math import prod

import pytest

from examples import log_sampling as example


def test_inputs() -> None:
    """10,000 requests a week, 1 % of them answered wrongly; 1 kB of facts and 7 kB of text."""
    assert (example.REQUESTS, example.WRONG) == (10_000, 0.01)
    assert (example.FACTS, example.TEXT, example.WEEKS, example.MINUTES) == (1, 7, 26, 2)
    assert (example.GROUP, example.GROUP_WRONG) == (200, 0.1)


def test_by_hand() -> None:
    """(1 - 0.0003)^10,000 is nearly e^-3 = 0.0498, so 3 % show an error in 95 % of weeks."""
    assert 1 - example.at_least(1, 0.03) == pytest.approx(0.0498, abs=5e-5)


@pytest.mark.parametrize("found", [1, 2, 5])
def test_every_week(found: int) -> None:
    """The binomial chance agrees with a walk through all weeks of eight requests."""
    chance = 0.5 * 0.4
    walked = sum(
        prod(chance if kept else 1 - chance for kept in week)
        for week in product((True, False), repeat=8)
        if sum(week) >= found
    )
    assert example.at_least(found, 0.4, requests=8, wrong=0.5) == pytest.approx(walked)


def test_smallest_share() -> None:
    """A tenth of a percent less would show one wrong answer too rarely."""
    assert example.share_for(1) == 0.03
    assert example.at_least(1, 0.029) < 0.95 <= example.at_least(1, 0.03)


def test_storage() -> None:
    """All text of 26 weeks: 10,000 × 8 kB × 26 = 2.08 GB; reading it takes 333 hours a week."""
    assert example.stored(1) == pytest.approx(2.08)
    assert example.hours(1) == pytest.approx(333.3, abs=0.05)


@pytest.mark.parametrize(
    ("share", "text"), [(0.0037, "0.4"), (0.634, "63"), (0.99, "99"), (0.996, "over 99")]
)
def test_percent(share: float, text: str) -> None:
    """Small chances keep a digit, and near certainty is not called certain."""
    assert example.percent(share) == text


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "by_hand": "0.0498",
        "share_for_1": "3.0",
        "share_for_5": "9.2",
        "group_3": "45",
        "group_50": "over 99",
        "group_hours": "3.3",
        "try_half": "78",
        "try_half_double": "95",
        "stored_1": "0.28",
        "stored_3": "0.31",
        "stored_10": "0.44",
        "stored_100": "2.08",
        "hours_1": "3",
        "hours_3": "10",
        "hours_10": "33",
        "hours_100": "333",
        "one_1": "63",
        "one_3": "95",
        "one_10": "over 99",
        "one_100": "over 99",
        "five_1": "0.4",
        "five_3": "18",
        "five_10": "97",
        "five_100": "over 99",
    }


def test_figures() -> None:
    """Three curves, each with a mark at 3 %, and a caption with two of the chances there."""
    html = example.figures()["shares_figure"]
    assert html.count('class="hb-line-1') == html.count('class="hb-line-3') == 1
    assert "(95\N{NO-BREAK SPACE}%)" in html
    assert "(45\N{NO-BREAK SPACE}%)" in html

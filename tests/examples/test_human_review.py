"""E18: the numbers of the review example."""

from itertools import combinations

import pytest

from examples import human_review as example
from examples.calibration import KEPT_PROMISE, STATED

HALF = 10


def test_alone() -> None:
    """Seven of twenty are wrong: 35 %."""
    assert example.error_share(STATED, 0, example.PERFECT) == pytest.approx(7 / 20)


def test_perfect_reviewer() -> None:
    """The ten at 0.6 hold four errors; without them three of twenty are left: 15 %."""
    assert example.error_share(STATED, HALF, example.PERFECT) == pytest.approx((7 - 4) / 20)


def test_good_reviewer() -> None:
    """A reviewer who is right nine times in ten adds one error of their own: 20 %."""
    assert example.error_share(STATED, HALF, example.GOOD) == pytest.approx((3 + 1) / 20)
    assert example.error_share(STATED, 20, example.GOOD) == pytest.approx(0.1)


def test_random() -> None:
    """Ten drawn at random leave half of the errors, nearly as few as the ten least sure."""
    assert example.error_share_at_random(STATED, HALF, example.PERFECT) == pytest.approx(0.175)
    assert example.error_share_at_random(STATED, 0, example.GOOD) == pytest.approx(0.35)
    assert example.error_share_at_random(STATED, 20, example.GOOD) == pytest.approx(0.1)


def test_agreeing() -> None:
    """Who corrects two of the four errors leaves five of twenty: 25 %."""
    assert example.error_share_agreeing(STATED, HALF) == pytest.approx(5 / 20)


def test_sure_ones_instead() -> None:
    """Reviewing the ten at 0.9 instead leaves the four errors at 0.6: 20 %."""
    assert example.errors_left(STATED, HALF, example.PERFECT) == pytest.approx(4)


def test_kept_promise() -> None:
    """Where nine of the sure ten are right, five of twenty are wrong, and one is left."""
    assert example.error_share(KEPT_PROMISE, 0, example.PERFECT) == pytest.approx(5 / 20)
    assert example.error_share(KEPT_PROMISE, HALF, example.PERFECT) == pytest.approx(1 / 20)
    assert example.error_share(KEPT_PROMISE, HALF, example.GOOD) == pytest.approx(2 / 20)


def test_within_a_group() -> None:
    """Five of the ten at 0.6 hold two of its four errors on average."""
    assert example.errors_left(example.least_sure_first(STATED), 5, 1) == pytest.approx(5)


def test_notice_by_every_sample() -> None:
    """Of the 120 samples of three out of ten, 85 hold one of the three wrong answers."""
    samples = list(combinations([False] * 3 + [True] * 7, 3))
    noticed = sum(not all(sample) for sample in samples)
    assert (noticed, len(samples)) == (85, 120)
    assert example.chance_to_notice(STATED[0], 3) == pytest.approx(85 / 120)


@pytest.mark.parametrize(("share", "people"), [(0.5, 7), (1, 13), (0.1, 2)])
def test_reviewers(share: float, people: int) -> None:
    """Half of 200 answers at three minutes are five hours each hour, so 6.25 people, so seven."""
    assert example.reviewers(share) == people


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "alone": "35",
        "perfect": "15",
        "good": "20",
        "all_good": "10",
        "random": "17.5",
        "agreeing": "25",
        "sure_instead": "20",
        "kept_alone": "25",
        "kept_perfect": "5",
        "kept_good": "10",
        "kept_random": "12.5",
        "notice": "70.8",
        "reviewers": "7",
        "reviewers_all": "13",
        "reviewers_tenth": "2",
    }


def test_figures() -> None:
    """Three lines are marked at no review, half and all, and explained below."""
    html = example.figures()["load_figure"]
    assert html.count("<circle") == 3 + 1
    assert html.count('class="hb-line-1"') == 1
    assert "leaves 15\N{NO-BREAK SPACE}% of the answers wrong" in html

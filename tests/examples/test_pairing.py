"""The doubt about a gap, on the same questions and on separate ones."""

from math import sqrt
from statistics import pstdev

import pytest

from examples import pairing as example


def test_gap() -> None:
    """18 - 8 of 200 are five points."""
    assert example.gap(18, 8) == pytest.approx(0.05)


def test_paired_error_of_the_differences() -> None:
    """The short formula is the spread of the 200 differences, each -1, 0 or 1, over sqrt(200)."""
    differences = [1] * 18 + [-1] * 8 + [0] * 174
    assert example.paired_error(18, 8) == pytest.approx(pstdev(differences) / sqrt(200))


def test_errors_by_hand() -> None:
    """sqrt(0.13 - 0.0025) / sqrt(200) = 0.0252; sqrt((0.1344 + 0.1659) / 200) = 0.0387."""
    assert example.paired_error(18, 8) == pytest.approx(0.0252, abs=5e-5)
    assert example.unpaired_error(0.84, 0.79, 200) == pytest.approx(0.0387, abs=5e-5)


def test_worth_is_in_questions() -> None:
    """Separate questions in that number leave the doubt of the paired ones."""
    many = round(200 * example.worth())
    assert example.unpaired_error(0.84, 0.79, many) == pytest.approx(0.02525, abs=5e-5)


def test_judging_cost() -> None:
    """Ten questions for one system at three minutes are half an hour."""
    assert example.judging_cost(10, 1) == pytest.approx(15)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "gap": "5",
        "paired_error": "2.52",
        "unpaired_error": "3.87",
        "paired_interval": "0.1 to 9.9",
        "unpaired_interval": "−2.6 to 12.6",
        "worth": "2.4",
        "unpaired_items": "472",
        "cost": "600",
        "cost_unpaired": "1,416",
        "try_gap": "5",
        "try_error": "2.09",
        "try_low": "0.9",
        "try_high": "9.1",
    }


def test_figures() -> None:
    """Each way of asking has an interval of a line and two ends."""
    html = example.figures()["gap_figure"]
    assert html.count('class="hb-line-1"') == html.count('class="hb-line-2"') == 3
    assert "worth 2.4 times" in html

"""The numbers of the straight line through a curve."""

import pytest

from examples import residuals as example
from examples.linear_regression import centred, co_spread, correlation, least_squares, mean
from examples.linear_regression import residuals as left_over

XS, YS = example.HUNDREDS, example.SECONDS


def test_inputs() -> None:
    """The example starts from the five points that the page prints."""
    assert (XS, YS) == ((1, 2, 3, 4, 5), (1, 4, 9, 16, 25))


def test_sums_by_hand() -> None:
    """The means are 3 and 11, S_xy is 60, S_xx 10 and S_yy 374."""
    assert (mean(XS), mean(YS)) == (3, 11)
    assert (co_spread(XS, YS), co_spread(XS, XS), co_spread(YS, YS)) == (60, 10, 374)


def test_line_and_residuals() -> None:
    """The line is -7 + 6 x, and its residuals 2, -1, -2, -1 and 2 add up to 0."""
    line = least_squares(XS, YS)
    assert line == pytest.approx((-7, 6))
    errors = left_over(line, XS, YS)
    assert errors == pytest.approx([2, -1, -2, -1, 2])
    assert sum(errors) == pytest.approx(0)


def test_r_squared_both_ways() -> None:
    """R squared is 60² / (10 · 374), and 1 minus 14 / 374."""
    assert correlation(XS, YS) ** 2 == pytest.approx(3600 / 3740)
    assert correlation(XS, YS) ** 2 == pytest.approx(1 - 14 / 374)


def test_centring() -> None:
    """With the mean taken off x the slope stays 6, and the intercept is the mean of y."""
    assert least_squares(centred(XS), YS) == pytest.approx((11, 6))


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "slope": "6",
        "intercept": "\N{MINUS SIGN}7",
        "r_squared": "0.96",
        "first": "2",
        "middle": "\N{MINUS SIGN}2",
        "sum": "0",
        "line_at_one": "\N{MINUS SIGN}1",
        "line_at_asked": "53",
        "truth_at_asked": "100",
        "centred_slope": "6",
        "centred_intercept": "11",
    }


def test_figures() -> None:
    """The figure shows the five points above and their residuals below."""
    assert example.figures()["curve_figure"].count("<circle") == 10

"""E1: the numbers of the line, its loss and the walk down."""

import re
from itertools import product

import pytest

from examples import linear_regression as example
from examples.linear_regression import ANSCOMBE, RATINGS, RATINGS_WITH_SLIP, TIMES, WORDS_FOUND

BEST = example.least_squares(WORDS_FOUND, RATINGS)


def test_inputs() -> None:
    """The example starts from the five points that the page prints."""
    assert (WORDS_FOUND, RATINGS) == ((1, 2, 3, 4, 5), (2, 4, 5, 4, 5))


def test_sums_by_hand() -> None:
    """The means are 3 and 4, S_xy is 6 and S_xx is 10."""
    assert (example.mean(WORDS_FOUND), example.mean(RATINGS)) == (3, 4)
    assert example.co_spread(WORDS_FOUND, RATINGS) == 6
    assert example.co_spread(WORDS_FOUND, WORDS_FOUND) == 10


def test_least_squares() -> None:
    """The line is 2.2 + 0.6 x."""
    assert pytest.approx((2.2, 0.6)) == BEST


def test_residuals() -> None:
    """The residuals are -0.8, 0.6, 1.0, -0.6 and -0.2, and their squares add up to 2.4."""
    errors = example.residuals(BEST, WORDS_FOUND, RATINGS)
    assert errors == pytest.approx([-0.8, 0.6, 1.0, -0.6, -0.2])
    assert sum(error**2 for error in errors) == pytest.approx(2.4)


def test_r_squared() -> None:
    """R squared is 0.6."""
    assert example.correlation(WORDS_FOUND, RATINGS) ** 2 == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("line", "loss"),
    [
        ((0, 0), 17.2),
        ((2.2, 0.6), 0.48),
        ((3.2, 0.6), 1.48),
        ((1.2, 0.6), 1.48),
        ((2.2, 1.1), 3.23),
        ((1.2, 1.1), 1.23),
        ((3.2, 1.1), 7.23),
    ],
)
def test_loss_surface(line: example.Line, loss: float) -> None:
    """The valley is tilted: moving both numbers is cheap one way and dear the other."""
    assert example.mse(line) == pytest.approx(loss)


def test_hessian() -> None:
    """The second derivatives are 2, 6 and 22, the curvatures 12 -/+ sqrt(136)."""
    assert example.hessian() == (2, 6, 22)
    assert example.curvatures() == pytest.approx((12 - 136**0.5, 12 + 136**0.5))
    assert example.curvatures() == pytest.approx((0.3381, 23.6619), abs=5e-5)
    assert example.condition_number() == pytest.approx(69.99, abs=5e-3)


def test_largest_step() -> None:
    """A step size above 2 / 23.6619 = 0.0845 diverges."""
    assert 2 / example.curvatures()[1] == pytest.approx(0.0845, abs=5e-5)
    assert example.loss_after(0.0845, 5000) < example.mse((0, 0))
    assert example.loss_after(0.0846, 5000) > example.mse((0, 0))


def test_centred() -> None:
    """Centring x makes the Hessian diag(2, 4), with condition number 2."""
    xs = example.centred(WORDS_FOUND)
    assert example.hessian(xs) == (2, 0, 4)
    assert example.condition_number(xs) == pytest.approx(2)


def test_first_step() -> None:
    """The gradient at (0, 0) is (-8, -26.4), so a step of 0.05 leads to (0.4, 1.32)."""
    assert example.gradient((0, 0)) == pytest.approx((-8, -26.4))
    assert example.descend(0.05, 1)[-1] == pytest.approx((0.4, 1.32))
    assert example.loss_after(0.05, 1) == pytest.approx(1.6464)


def test_gradient_is_the_slope_of_the_loss() -> None:
    """The gradient agrees with small differences of the loss."""
    b, w, small = 0.7, -0.3, 1e-5
    slope_b = (example.mse((b + small, w)) - example.mse((b - small, w))) / (2 * small)
    slope_w = (example.mse((b, w + small)) - example.mse((b, w - small))) / (2 * small)
    assert example.gradient((b, w)) == pytest.approx((slope_b, slope_w))


@pytest.mark.parametrize(
    ("step_size", "steps", "loss", "within"),
    [
        (0.02, 100, 0.6472, 5e-5),
        (0.08, 100, 0.4827, 5e-5),
        (0.08, 1000, 0.48, 5e-5),
        (0.085, 100, 151.4, 0.05),
    ],
)
def test_descent(step_size: float, steps: int, loss: float, within: float) -> None:
    """Step size 0.02 creeps, 0.08 converges and 0.085 diverges."""
    assert example.loss_after(step_size, steps) == pytest.approx(loss, abs=within)


def test_contour() -> None:
    """Every point of a contour lies the same height above the least loss."""
    assert [example.mse(line) for line in example.contour(4)] == pytest.approx([4.48] * 72)


@pytest.mark.parametrize("name", ANSCOMBE)
def test_anscombe(name: str) -> None:
    """All four sets give w 0.500, b 3.00, r 0.816 and means 9.0 and 7.50."""
    xs, ys = ANSCOMBE[name]
    assert example.least_squares(xs, ys) == pytest.approx((3.00, 0.500), abs=5e-3)
    assert example.correlation(xs, ys) == pytest.approx(0.816, abs=1e-3)
    assert (example.mean(xs), example.mean(ys)) == pytest.approx((9.0, 7.50), abs=5e-3)


def test_squared_against_absolute_error() -> None:
    """With one outlier the mean 22 has MSE 1522 and MAE 31.2, the median 3 has MAE 20.2."""
    zeros = [0.0] * 5
    assert (example.mean(TIMES), sorted(TIMES)[2]) == (22, 3)
    assert example.mse((22, 0), zeros, TIMES) == pytest.approx(1522)
    assert example.mae((22, 0), zeros, TIMES) == pytest.approx(31.2)
    assert example.mae((3, 0), zeros, TIMES) == pytest.approx(20.2)


@pytest.mark.parametrize(
    ("probability", "loss"), [(0.9, 0.105), (0.5, 0.693), (0.1, 2.303), (0.01, 4.605)]
)
def test_log_loss(probability: float, loss: float) -> None:
    """The log loss of what happened grows without bound as its probability falls."""
    assert example.log_loss(probability) == pytest.approx(loss, abs=5e-4)


def test_slip() -> None:
    """With 15 for the last rating, the slope is 2.6 by squares and 1.5 to 2.0 by absolute error."""
    assert example.least_squares(WORDS_FOUND, RATINGS_WITH_SLIP) == pytest.approx((-1.8, 2.6))
    assert example.least_absolute_slopes(WORDS_FOUND, RATINGS_WITH_SLIP) == pytest.approx(
        (1.5, 2.0)
    )
    assert example.least_absolute_slopes(WORDS_FOUND, RATINGS) == pytest.approx((1 / 3, 3 / 4))


def test_no_line_beats_the_least_absolute_ones() -> None:
    """On a grid of lines, none has less absolute error than those that join two points."""
    best = example.mae((0.5, 1.5), WORDS_FOUND, RATINGS_WITH_SLIP)
    assert best == pytest.approx(2.0)
    assert best == pytest.approx(example.mae((0.0, 2.0), WORDS_FOUND, RATINGS_WITH_SLIP))
    for b, w in product(range(-40, 41), range(-40, 41)):
        assert example.mae((b / 10, w / 10), WORDS_FOUND, RATINGS_WITH_SLIP) > best - 1e-9


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "slope": "0.6",
        "intercept": "2.2",
        "sse": "2.4",
        "mse": "0.48",
        "r_squared": "0.6",
        "mse_at_zero": "17.2",
        "mse_both_right_way": "1.23",
        "mse_both_wrong_way": "7.23",
        "first_step_intercept": "0.4",
        "first_step_slope": "1.32",
        "first_step_mse": "1.6464",
        "curvature_small": "0.3381",
        "curvature_large": "23.6619",
        "condition_number": "69.99",
        "condition_number_centred": "2",
        "largest_step": "0.0845",
        "mse_slow": "0.6472",
        "mse_stable": "0.4827",
        "mse_stable_long": "0.4800",
        "mse_diverging": "151.4",
        "slip_slope_mse": "2.6",
        "slip_slope_mae_low": "1.5",
        "slip_slope_mae_high": "2.0",
        "outlier_mean": "22",
        "outlier_median": "3",
        "outlier_mean_mse": "1522",
        "outlier_mean_mae": "31.2",
        "outlier_median_mae": "20.2",
        "log_loss_90": "0.105",
        "log_loss_50": "0.693",
        "log_loss_10": "2.303",
        "log_loss_01": "4.605",
        "anscombe_slope": "0.5",
        "anscombe_intercept": "3.0",
        "anscombe_correlation": "0.816",
    }


def test_figures() -> None:
    """The figures show five points and their gaps, three walks, and four sets of eleven points."""
    figures = example.figures()
    assert list(figures) == ["fit_figure", "descent_figure", "anscombe_figure"]
    assert figures["fit_figure"].count("<circle") == 5
    assert figures["fit_figure"].count("hb-dash-2") == 5
    assert len(re.findall(r'class="hb-line-2"', figures["descent_figure"])) == 3
    assert figures["anscombe_figure"].count("<circle") == 44

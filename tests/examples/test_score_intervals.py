"""E9: the numbers of the intervals and of the comparison of two models."""

from fractions import Fraction
from math import comb, erfc, sqrt

import pytest

from examples import score_intervals as example


@pytest.mark.parametrize(
    ("right", "total", "ends"),
    [
        (85, 100, (0.767, 0.907)),
        (850, 1000, (0.827, 0.871)),
        (9, 10, (0.596, 0.982)),
        (0, 20, (0, 0.161)),
    ],
)
def test_wilson(right: int, total: int, ends: example.Interval) -> None:
    """At both ends of the interval the score lies 1.96 of the end's own standard errors away."""
    found = example.wilson(right, total)
    assert found == pytest.approx(ends, abs=5e-4)
    for end in found:
        error = sqrt(end * (1 - end) / total)
        assert abs(right / total - end) == pytest.approx(1.959964 * error, abs=1e-6)


@pytest.mark.parametrize(("right", "total", "ends"), [(9, 10, (0.714, 1.086)), (0, 20, (0, 0))])
def test_wald(right: int, total: int, ends: example.Interval) -> None:
    """The simple interval reaches above 1 for 9 of 10 and has no width for 0 of 20."""
    assert example.wald(right, total) == pytest.approx(ends, abs=5e-4)


def test_exact_of_none() -> None:
    """For 0 of 20 the exact end is 1 - 0.025^(1/20) = 0.168; for 20 of 20 it is mirrored."""
    low, high = example.exact(0, 20)
    assert (low, high) == pytest.approx((0, 1 - 0.025 ** (1 / 20)))
    assert high == pytest.approx(0.168, abs=5e-4)
    assert example.exact(20, 20) == pytest.approx((1 - high, 1))


def test_exact_by_binomial_sums() -> None:
    """At the ends of 9 of 10 the binomial tails, summed in fractions, are 2.5 %."""
    low, high = map(Fraction, example.exact(9, 10))
    at_least_9 = sum(comb(10, k) * low**k * (1 - low) ** (10 - k) for k in (9, 10))
    at_most_9 = 1 - high**10
    assert float(at_least_9) == pytest.approx(0.025)
    assert float(at_most_9) == pytest.approx(0.025)


def test_rule_of_three() -> None:
    """For 0 of 20 it gives 0.15, and 20 wrong in a row then have a chance below 5 %."""
    assert example.rule_of_three(20) == 0.15
    assert example.at_most(0, 20, 0.15) < 0.05 < example.at_most(0, 20, 0.13)


def test_models() -> None:
    """On 200 items model A is right on 84 % and model B on 79 %."""
    counts = (example.BOTH, example.ONLY_A, example.ONLY_B, example.NEITHER)
    assert counts == (150, 18, 8, 24)
    values = example.results()
    assert (values["items"], values["share_a"], values["share_b"]) == ("200", "84", "79")


def test_unpaired() -> None:
    """Taken as two samples, p is 0.198: Pearson's chi-square of the two by two table agrees."""
    a, b, c, d = 168, 32, 158, 42
    square = 400 * (a * d - b * c) ** 2 / ((a + b) * (c + d) * (a + c) * (b + d))
    p = example.unpaired_p(a, c, 200)
    assert p == pytest.approx(erfc(sqrt(square / 2)))
    assert p == pytest.approx(0.198, abs=5e-4)


def test_mcnemar() -> None:
    """The exact p is 2 * 2,533,987 of 2^26 = 0.0755, and chi-square makes 0.0499 of it."""
    ways = sum(comb(26, k) for k in range(9))
    assert ways == 2_533_987
    assert example.mcnemar_exact(18, 8) == pytest.approx(2 * ways / 2**26)
    assert example.mcnemar_exact(18, 8) == pytest.approx(0.0755, abs=5e-5)
    assert example.mcnemar_approximate(18, 8) == pytest.approx(erfc(sqrt(100 / 26 / 2)))
    assert example.mcnemar_approximate(18, 8) == pytest.approx(0.0499, abs=5e-5)


def test_mcnemar_of_a_tie() -> None:
    """Equal disagreements have p = 1, not more."""
    assert example.mcnemar_exact(5, 5) == 1
    assert example.mcnemar_exact(5, 8) == example.mcnemar_exact(8, 5)


def test_items_for_a_margin() -> None:
    """Three points either way take 1,068 items, and 1,067 are too few."""
    assert example.items_for(0.03) == 1_068
    widest = [example.Z * sqrt(0.25 / items) for items in (1_067, 1_068)]
    assert widest[0] > 0.03 >= widest[1]


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "wilson_85_of_100": "0.767 to 0.907",
        "wilson_850_of_1000": "0.827 to 0.871",
        "wilson_9_of_10": "0.596 to 0.982",
        "wilson_0_of_20": "0.000 to 0.161",
        "wald_85_of_100": "0.780 to 0.920",
        "wald_850_of_1000": "0.828 to 0.872",
        "wald_9_of_10": "0.714 to 1.086",
        "wald_0_of_20": "0.000 to 0.000",
        "exact_85_of_100": "0.765 to 0.914",
        "exact_850_of_1000": "0.826 to 0.872",
        "exact_9_of_10": "0.555 to 0.997",
        "exact_0_of_20": "0.000 to 0.168",
        "rule_of_three": "0.15",
        "items": "200",
        "share_a": "84",
        "share_b": "79",
        "disagreements": "26",
        "unpaired_p": "0.198",
        "mcnemar_p": "0.0755",
        "mcnemar_approximate_p": "0.0499",
        "items_for_3_points": "1,068",
        "try_mcnemar_p": "0.0290",
        "try_mcnemar_approximate_p": "0.0186",
    }


def test_figures() -> None:
    """The figure shows four scores with two intervals each, and its caption 39 points and 4."""
    html = example.figures()["intervals_figure"]
    assert html.count("<circle") == 4 * 2
    assert "Ten items leave 39 points of doubt and a thousand 4," in html

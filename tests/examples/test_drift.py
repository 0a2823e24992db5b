"""E6: the numbers of the drift examples."""

from random import Random

import pytest

from examples import drift as example


def test_inputs() -> None:
    """The example starts from the shares and the questions that the page prints."""
    assert example.EXPECTED == (0.2, 0.2, 0.2, 0.2, 0.2)
    assert example.ACTUAL == (0.10, 0.15, 0.20, 0.25, 0.30)
    assert example.NEARLY_SAME == (0.18, 0.19, 0.20, 0.21, 0.22)
    assert example.FOUND_TRAINING == (1, 2, 3, 4, 5)
    assert example.FOUND_THIS_WEEK == (3, 4, 5, 6, 7)
    assert example.BALANCES == (-4, -3, -2, -1, 1, 2, 3, 4)


def test_psi_terms() -> None:
    """The five terms are 0.0693, 0.0144, 0, 0.0112 and 0.0405."""
    terms = example.psi_terms(example.EXPECTED, example.ACTUAL)
    assert terms == pytest.approx([0.0693, 0.0144, 0, 0.0112, 0.0405], abs=5e-5)


def test_psi() -> None:
    """The index of the five bins is 0.1354, and 0.0050 for the nearly equal shares."""
    assert example.psi(example.EXPECTED, example.ACTUAL) == pytest.approx(0.1354, abs=5e-5)
    assert example.psi(example.EXPECTED, example.NEARLY_SAME) == pytest.approx(0.005, abs=5e-5)


def test_psi_is_symmetric() -> None:
    """The index is the same in both directions."""
    there = example.psi(example.EXPECTED, example.ACTUAL)
    assert example.psi(example.ACTUAL, example.EXPECTED) == pytest.approx(there)


def test_psi_of_an_empty_bin() -> None:
    """An empty bin has no finite term."""
    with pytest.raises(ValueError, match=r"."):
        example.psi((0.5, 0.5), (1.0, 0.0))


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(2, 5.991), (4, 9.488), (6, 12.592), (10, 18.307)]
)
def test_chi_square_quantile(freedom: int, quantile: float) -> None:
    """The 5 % quantiles are those of the printed tables."""
    assert example.chi_square_quantile(0.05, freedom) == pytest.approx(quantile, abs=5e-4)


@pytest.mark.parametrize(("size", "limit"), [(100, 0.1898), (1_000, 0.01898), (10_000, 0.001898)])
def test_critical_psi(size: int, limit: float) -> None:
    """What chance alone can do to the index shrinks in proportion to the sample."""
    assert example.critical_psi(size) == pytest.approx(limit, abs=5e-5)


def test_critical_psi_in_a_simulation() -> None:
    """Two samples of 500 from the same five bins exceed the limit in about 5 % of cases."""
    source = Random(0)  # noqa: S311 - repeatable is what is wanted, not secret
    size, trials = 500, 1_000
    limit, beyond = example.critical_psi(size), 0
    for _ in range(trials):
        left, right = (
            [draws.count(bin_) / size for bin_ in range(5)]
            for draws in (source.choices(range(5), k=size), source.choices(range(5), k=size))
        )
        beyond += example.psi(left, right) > limit
    assert beyond / trials == pytest.approx(0.05, abs=0.02)


def test_ks_gap() -> None:
    """The largest gap between 1 to 5 and 3 to 7 is 0.4."""
    assert float(example.ks_gap(example.FOUND_TRAINING, example.FOUND_THIS_WEEK)) == 0.4


@pytest.mark.parametrize(("left", "right", "gap"), [([1], [1], 0), ([1, 2], [3, 4], 1)])
def test_ks_gap_at_its_ends(left: list[int], right: list[int], gap: float) -> None:
    """The gap is 0 for equal samples and 1 for samples that do not overlap."""
    assert example.ks_gap(left, right) == gap


def test_ks_p_value() -> None:
    """Of 252 ways to deal the ten values, 220 lie as far apart: p is 0.873."""
    samples = example.FOUND_TRAINING, example.FOUND_THIS_WEEK
    assert len(example.splits(*samples)) == 252
    assert example.splits_as_far(*samples) == 220
    assert example.ks_p_value(*samples) == pytest.approx(0.873, abs=5e-4)


def test_ks_p_value_without_overlap() -> None:
    """Two samples of five that do not overlap are as far apart in 2 of 252 ways."""
    assert example.ks_p_value(range(5), range(5, 10)) == 2 / 252


@pytest.mark.parametrize(("size", "limit"), [(100, 0.192), (1_000, 0.0607), (10_000, 0.0192)])
def test_critical_d(size: int, limit: float) -> None:
    """At 5 % the gap must exceed 0.192, 0.0607 or 0.0192 for 100, 1,000 or 10,000 questions."""
    assert example.ks_coefficient() == pytest.approx(1.358, abs=5e-4)
    assert example.critical_d(size) == pytest.approx(limit, rel=2e-3)


def test_a_shift_of_a_twentieth() -> None:
    """A gap of 0.05 is noise at 1,000 questions and significant at 10,000; 1,476 are the border."""
    assert example.critical_d(1_000) > 0.05 > example.critical_d(10_000)
    assert example.size_for_gap(0.05) == 1_476
    assert example.critical_d(1_476) <= 0.05 < example.critical_d(1_475)


def test_concept_drift() -> None:
    """The inputs stay the same, and accuracy falls from 1 to one half."""
    shares = [1 / len(example.BALANCES)] * len(example.BALANCES)
    assert example.psi(shares, shares) == 0
    assert example.accuracy(example.old_truth, example.old_truth) == 1
    assert example.accuracy(example.old_truth, example.new_truth) == 0.5


def test_alarm() -> None:
    """With accuracy 0.9 on 100 labels the standard error is 0.03."""
    assert example.standard_error(0.9, 100) == pytest.approx(0.03)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "psi": "0.1354",
        "psi_reversed": "0.1354",
        "psi_small": "0.0050",
        "psi_term_1": "0.0693",
        "psi_term_2": "0.0144",
        "psi_term_3": "0.0000",
        "psi_term_4": "0.0112",
        "psi_term_5": "0.0405",
        "critical_psi_100": "0.1898",
        "critical_psi_1000": "0.0190",
        "critical_psi_10000": "0.0019",
        "ks_d": "0.4",
        "ks_p": "0.873",
        "ks_splits": "252",
        "ks_splits_as_far": "220",
        "critical_d_100": "0.1921",
        "critical_d_1000": "0.0607",
        "critical_d_10000": "0.0192",
        "size_for_gap": "1,476",
        "concept_psi": "0",
        "accuracy_before": "1.00",
        "accuracy_after": "0.50",
        "standard_error": "0.03",
        "alarm": "0.84",
    }


def test_figures() -> None:
    """The figures show two times five bars, two staircases, and twice eight inputs, four wrong."""
    figures = example.figures()
    assert list(figures) == ["psi_figure", "ks_figure", "concept_figure"]
    assert figures["psi_figure"].count("<rect") == 2 * 5
    assert figures["ks_figure"].count("<path") == 2
    concept = figures["concept_figure"]
    assert concept.count("<circle") == 2 * 4 + 1
    assert concept.count("<path") == 2 * 4 + 1
    assert concept.count(">wrong<") == 4

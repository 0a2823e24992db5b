"""E13: the numbers of two groups under one model."""

import pytest

from examples import equalised_odds as example


def test_inputs() -> None:
    """Both groups have a hundred people, with the counts that the page prints."""
    assert (example.A.tp, example.A.fn, example.A.fp, example.A.tn) == (40, 10, 10, 40)
    assert (example.B.tp, example.B.fn, example.B.fp, example.B.tn) == (15, 10, 5, 70)
    assert example.A.total == example.B.total == 100


@pytest.mark.parametrize(
    ("rate", "a", "b"),
    [
        ("base_rate", 0.5, 0.25),
        ("tpr", 0.8, 0.6),
        ("fpr", 0.2, 5 / 75),
        ("ppv", 0.8, 0.75),
        ("selected", 0.5, 0.2),
        ("accuracy", 0.8, 0.85),
    ],
)
def test_rates(rate: str, a: float, b: float) -> None:
    """Group B has the higher accuracy and every other rate lower."""
    assert getattr(example.A, rate) == pytest.approx(a)
    assert getattr(example.B, rate) == pytest.approx(b)


def test_gaps() -> None:
    """Selection ratio 0.40 is below four fifths, the gaps are 0.20 and 0.133, and 0.20 counts."""
    a, b = example.A, example.B
    assert example.overall_accuracy(a, b) == pytest.approx(0.825)
    assert example.selection_ratio(a, b) == example.selection_ratio(b, a) == pytest.approx(0.4)
    assert example.selection_ratio(a, b) < example.FOUR_FIFTHS
    assert abs(a.fpr - b.fpr) == pytest.approx(0.133, abs=5e-4)
    assert example.odds_gap(a, b) == example.odds_gap(b, a) == pytest.approx(0.2)


@pytest.mark.parametrize(
    "group", [example.A, example.B, example.B_WITH_ODDS_OF_A, example.Counts(1, 2, 3, 4)]
)
def test_identity(group: example.Counts) -> None:
    """Base rate, PPV and TPR fix the FPR, whatever the counts."""
    implied = example.implied_fpr(group.base_rate, group.ppv, group.tpr)
    assert implied == pytest.approx(group.fpr)


def test_equal_odds_cost_precision() -> None:
    """With A's error rates and its own base rate, B's PPV falls to 20 of 35."""
    equal = example.B_WITH_ODDS_OF_A
    assert equal.base_rate == example.B.base_rate
    assert example.odds_gap(example.A, equal) == pytest.approx(0)
    assert equal.ppv == 20 / 35


def test_gap_error() -> None:
    """Variances 0.16 / 50 and 0.24 / 25 add up to 0.0128: 0.20 is not two errors wide."""
    error = example.tpr_gap_error(example.A, example.B)
    assert error**2 == pytest.approx(0.0032 + 0.0096)
    assert 1.96 * error > 0.2


def test_positives_needed() -> None:
    """Half the gap needs about four times the people."""
    assert example.positives_needed(0.8, 0.75) == 534
    assert example.positives_needed(0.8, 0.6) == 39


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "base_rate_a": "0.50",
        "base_rate_b": "0.25",
        "tpr_a": "0.80",
        "tpr_b": "0.60",
        "fpr_a": "0.2000",
        "fpr_b": "0.0667",
        "ppv_a": "0.80",
        "ppv_b": "0.75",
        "selected_a": "0.50",
        "selected_b": "0.20",
        "accuracy_a": "0.80",
        "accuracy_b": "0.85",
        "implied_fpr_a": "0.2000",
        "implied_fpr_b": "0.0667",
        "overall_accuracy": "0.825",
        "selection_ratio": "0.40",
        "tpr_gap": "0.20",
        "fpr_gap": "0.133",
        "tpr_gap_error": "0.113",
        "tpr_gap_low": "−0.02",
        "tpr_gap_high": "0.42",
        "positives_for_5_points": "534",
        "odds_gap": "0.20",
        "try_odds_gap": "0.00",
        "try_ppv_b": "0.571",
        "try_accuracy_b": "0.80",
        "try_selection_ratio": "0.70",
    }


def test_figures() -> None:
    """The figures show two tables of four counts, and five pairs of bars."""
    figures = example.figures()
    assert list(figures) == ["matrices_figure", "rates_figure"]
    assert figures["matrices_figure"].count("<rect") == 2 * 4
    assert figures["rates_figure"].count("<rect") == 2 * 5
    assert "found 20 points less often" in figures["rates_figure"]

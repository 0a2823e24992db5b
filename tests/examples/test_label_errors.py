"""What wrong labels do to a score, by hand and by counting tickets."""

from math import isclose

import pytest

from examples import label_errors as example


@pytest.mark.parametrize("rate", [0.0, 0.1, 0.2, 0.5])
def test_error_rate(rate: float) -> None:
    """Two labels differ when one is wrong and the other is not: 2e(1 − e), and back."""
    assert isclose(example.error_rate(2 * rate * (1 - rate)), rate, abs_tol=1e-9)


def test_measured() -> None:
    """Of 1,000 tickets, 950 right ones agree in 855, and 50 wrong ones in 5."""
    agree = 950 * 9 // 10 + 50 // 10
    assert isclose(example.measured(0.95, 0.1), agree / 1000)
    assert example.measured(0.5, 0.1) == pytest.approx(0.5)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "error_rate": "0.10",
        "copier_right": "0.90",
        "copier_measured": "1.00",
        "faultless_right": "1.00",
        "faultless_measured": "0.90",
        "better_right": "0.95",
        "better_measured": "0.86",
        "worse_right": "0.90",
        "worse_measured": "0.82",
        "try_error_rate": "0.20",
        "try_better": "0.77",
    }


def test_figures() -> None:
    """Each of the four models has two marks, besides those of the legend."""
    html = example.figures()["models_figure"]
    assert html.count("<circle") == html.count("hb-mark-2") == 5

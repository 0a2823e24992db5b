"""Variance explained, and what it means for two people."""

from math import sqrt
from statistics import NormalDist

import pytest

from examples import practice_shares as example


def test_inputs() -> None:
    """These are the five shares as corrected, not those of the abstract of 2014."""
    assert list(example.SHARES.values()) == [0.24, 0.23, 0.20, 0.05, 0.01]


@pytest.mark.parametrize(("share", "chance"), [(0, 0.5), (0.25, 2 / 3), (0.5, 0.75), (1, 1)])
def test_known_angles(share: float, chance: float) -> None:
    """Correlations of 0, 1/2, √½ and 1 have the angles 0, 30, 45 and 90 degrees."""
    assert example.ahead(share) == pytest.approx(chance)


@pytest.mark.parametrize("share", example.SHARES.values(), ids=str)
def test_against_a_sum(share: float) -> None:
    """The formula agrees with a sum over the difference in practice, one step after the other."""
    normal, r, step = NormalDist(), sqrt(share), 0.001
    total = sum(
        normal.pdf(x) * normal.cdf(r * x / sqrt(1 - share)) * step
        for x in (step * (number + 0.5) for number in range(8000))
    )
    assert example.ahead(share) == pytest.approx(2 * total, abs=1e-6)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "ahead_games": "66",
        "ahead_music": "66",
        "ahead_sports": "65",
        "ahead_education": "57",
        "ahead_professions": "53",
    }


def test_figure() -> None:
    """The figure has a bar and a mark for each field, with its share."""
    html = example.figures()["shares_figure"]
    assert html.count("<rect") == html.count("<circle") == 5
    assert "ahead in 66 of 100 pairs, and in professions in 53" in html
    assert "<td>1 %</td>" in html

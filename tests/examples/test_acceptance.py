"""The cases that a gate needs, and who passes it."""

from itertools import product
from math import prod

import pytest

from examples import acceptance as example


def test_inputs() -> None:
    """The release must fail in less than 1 % of cases; a system at 0.5 % deserves to pass."""
    assert (example.LIMIT, example.GOOD, example.CONFIDENCE) == (0.01, 0.005, 0.95)


def test_by_hand() -> None:
    """By ln 0.05 / ln 0.99 = 298.07, the first number of cases without a failure is 299."""
    assert example.cases_for(0) == 299
    assert 0.99**298 > 0.05 > 0.99**299


@pytest.mark.parametrize("allowed", [0, 1, 2])
def test_every_outcome(allowed: int) -> None:
    """The chance to pass agrees with a walk through all outcomes of ten cases."""
    found = sum(
        prod(0.1 if failed else 0.9 for failed in outcome)
        for outcome in product((True, False), repeat=10)
        if sum(outcome) <= allowed
    )
    assert example.passes(10, allowed, 0.1) == pytest.approx(found)


@pytest.mark.parametrize("allowed", [0, 2, 4])
def test_fewest(allowed: int) -> None:
    """With one case fewer, a system at the limit passes too often."""
    cases = example.cases_for(allowed)
    assert example.passes(cases, allowed, 0.01) <= 0.05 < example.passes(cases - 1, allowed, 0.01)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "cases_for_0_05": "59",
        "cases_for_0_01": "299",
        "cases_for_0_001": "2,995",
        "cases_0": "299",
        "cases_2": "628",
        "cases_4": "913",
        "good_passes_0": "22",
        "good_passes_2": "39",
        "good_passes_4": "52",
        "bad_passes_0": "5.0",
        "bad_passes_2": "5.0",
        "bad_passes_4": "5.0",
        "by_hand": "0.0495",
        "good_fails_0": "78",
        "better_passes_0": "74",
        "twelve_pass": "7",
    }


def test_figures() -> None:
    """Each gate has a curve, a mark on it and a mark in the key."""
    html = example.figures()["gates_figure"]
    assert html.count("<path") == 3 + 2  # a diamond is a path, too
    assert html.count("<circle") == 2
    assert "passes with 22\N{NO-BREAK SPACE}% or 52\N{NO-BREAK SPACE}%" in html

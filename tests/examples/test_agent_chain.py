"""The numbers of a chain of steps."""

from fractions import Fraction

import pytest

from examples import agent_chain as example


def test_chain() -> None:
    """Ten steps of 0.95 succeed together in 0.599 of cases, counted in exact fractions too."""
    exact = Fraction(1)
    for _ in range(10):
        exact *= Fraction(95, 100)
    assert example.chain(0.95, 10) == pytest.approx(float(exact))
    assert example.chain(0.95, 10) == pytest.approx(0.5987, abs=5e-5)


def test_with_check() -> None:
    """Of 1,000 steps 950 succeed, 40 of the 50 failures are caught, and 38 of those succeed."""
    assert example.with_check(0.95, 0.8) == pytest.approx((950 + 38) / 1000)
    assert example.with_check(0.95, 0) == 0.95


def test_success_needed() -> None:
    """Twenty steps succeed in nine of ten cases when each fails in about five of a thousand."""
    needed = example.success_needed(0.9, 20)
    assert needed == pytest.approx(0.9947, abs=5e-5)
    assert example.chain(needed, 20) == pytest.approx(0.9)


@pytest.mark.parametrize(("success", "whole", "steps"), [(0.95, 0.5, 13), (0.99, 0.9, 10)])
def test_longest(success: float, whole: float, steps: int) -> None:
    """One more step than the longest chain, and it falls below the wanted chance."""
    assert example.longest(success, whole) == steps
    assert example.chain(success, steps) >= whole > example.chain(success, steps + 1)


def test_tokens_read() -> None:
    """The sum of an arithmetic series: n times the start, and half of n (n - 1) times the rest."""
    for steps in (1, 5, 10, 20):
        assert example.tokens_read(steps) == 1_000 * steps + 500 * steps * (steps - 1) // 2


def test_tokens_per_success() -> None:
    """Tokens of a run times the runs that a success takes on average."""
    assert example.tokens_per_success(0.5, 1) == 2_000


def test_same_task() -> None:
    """Independent tries at the mean rate would all succeed in 2 of 100 cases."""
    assert example.chain(example.FIRST_TRY, example.TRIES) == pytest.approx(0.0192, abs=5e-5)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "success_1": "0.950",
        "success_5": "0.774",
        "success_10": "0.599",
        "success_20": "0.358",
        "tokens_1": "1,000",
        "tokens_5": "10,000",
        "tokens_10": "32,500",
        "tokens_20": "115,000",
        "tokens_per_success_1": "1,053",
        "tokens_per_success_5": "12,924",
        "tokens_per_success_10": "54,281",
        "tokens_per_success_20": "320,794",
        "tokens_10_to_20": "3.5",
        "checked_step": "0.988",
        "checked_10": "0.886",
        "same_task": "0.019",
        "try_step_needed": "0.9947",
        "try_longest": "10",
    }


def test_figures() -> None:
    """The figure shows three lines with two marks each."""
    html = example.figures()["chain_figure"]
    assert html.count("<path") == 3
    assert html.count("<circle") == 6

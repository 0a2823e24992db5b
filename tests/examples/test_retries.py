"""What becomes of requests with one retry, against every sequence of calls."""

from fractions import Fraction
from itertools import product

import pytest

from examples import retries as example
from examples.retries import Outcome


def test_inputs() -> None:
    """1,600 requests, of which one call in twenty fails, and half of those were done."""
    assert example.REQUESTS == 1600
    assert [1 / example.FAILS, 1 / example.LOST] == [20, 2]


def test_one_call() -> None:
    """Of 1,600, 1,520 are answered, 40 done without an answer and 40 not done."""
    counts = [1600 * share for share in example.first_call().values()]
    assert counts == [1520, 40, 40]


def test_two_calls() -> None:
    """By hand: 1,596 are answered, 39 done twice and 1 never."""
    shares = example.after(2)
    assert 1600 * example.unanswered(shares) == 4
    assert 1600 * example.done_twice(shares) == 38 + 1
    assert 1600 * shares[Outcome(answered=False, done=0)] == 1
    assert sum(shares.values()) == 1


@pytest.mark.parametrize("tries", [1, 2, 3, 4])
def test_every_sequence(tries: int) -> None:
    """The shares agree with a walk through every sequence of calls."""
    found = {"unanswered": Fraction(0), "twice": Fraction(0), "calls": Fraction(0)}
    for sequence in product(example.first_call().items(), repeat=tries):
        chance, done, made, answered = Fraction(1), 0, 0, False
        for outcome, share in sequence:
            chance *= share
            if not answered:
                made, done, answered = made + 1, done + outcome.done, outcome.answered
        found["unanswered"] += chance * (not answered)
        found["twice"] += chance * (done > 1)
        found["calls"] += chance * made
    shares = example.after(tries)
    assert found["unanswered"] == example.unanswered(shares) == example.FAILS**tries
    assert found["twice"] == example.done_twice(shares)
    assert float(found["calls"]) == pytest.approx(example.calls(example.FAILS, tries))


@pytest.mark.parametrize(
    ("fails", "tries", "calls"), [(0, 4, 1), (0.5, 4, 1.875), (1, 4, 4), (1, 1, 1)]
)
def test_calls(fails: float, tries: int, calls: float) -> None:
    """Four tries cost one call when all is well, 1.875 in half an outage and 4 in a whole one."""
    assert example.calls(fails, tries) == calls


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "with_retry": "0.25",
        "unanswered": "4",
        "twice": "39",
        "twice_percent": "2.4",
        "calls": "1,680",
        "unanswered_4": "0.000625",
        "calls_4_at_5": "1.05",
        "calls_4_at_50": "1.88",
        "calls_4_at_90": "3.44",
    }


def test_figures() -> None:
    """The tree has three boxes for the first call, six for the second, and a key of three."""
    html = example.figures()["tree_figure"]
    assert html.count("<rect") == 3 + 6 + 3
    assert "does the work of 39 twice" in html

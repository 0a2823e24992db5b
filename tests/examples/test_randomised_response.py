"""E19: the share behind answers that are half chance, by hand and by counting people."""

from math import exp, log

import pytest

from examples import randomised_response as example


def test_inputs() -> None:
    """1,000 people, of whom 40 % said yes, each telling the truth with chance 1/2."""
    assert (example.PEOPLE, example.SAID_YES, example.TRUTH) == (1000, 0.40, 0.5)


def test_estimate() -> None:
    """(0.40 - 0.25) / 0.5 = 0.30, and 30 % true yes make 40 % of the answers yes again."""
    assert example.estimate(0.5, 0.40) == pytest.approx(0.30)
    assert example.yes(0.5, 0.30) == pytest.approx(0.40)


def test_standard_errors() -> None:
    """0.031 with noise, 0.0145 without, which takes 4.57 times the people to make up."""
    assert example.standard_error(0.5, 0.30) == pytest.approx((0.40 * 0.60 / 1000) ** 0.5 / 0.5)
    assert example.standard_error(0.5, 0.30) == pytest.approx(0.031, abs=5e-4)
    assert example.standard_error(1, 0.30) == pytest.approx(0.0145, abs=5e-5)
    assert example.times_the_people(0.5, 0.30) == pytest.approx(4.57, abs=5e-3)
    more = round(4.571428 * 1000)
    assert example.standard_error(0.5, 0.30, more) == pytest.approx(0.0145, abs=5e-5)


def test_epsilon() -> None:
    """A true yes says yes three times as often as a true no: 3/4 against 1/4, so ln 3 = 1.099."""
    assert example.epsilon(0.5) == pytest.approx(log(3))
    assert example.epsilon(0.5) == pytest.approx(1.099, abs=5e-4)


@pytest.mark.parametrize("truth", example.CHOICES)
def test_counts(truth: float) -> None:
    """Of 8,000 people, counted one group after the other, Bayes' rule gives the same chances."""
    yes, no = 2400, 5600
    true_and_yes, false_and_yes = yes * (truth + 1) / 2, no * (1 - truth) / 2
    said = true_and_yes + false_and_yes
    assert example.truly_yes(truth, 0.30, said_yes=True) == pytest.approx(true_and_yes / said)
    missed = (yes - true_and_yes) / (8000 - said)
    assert example.truly_yes(truth, 0.30, said_yes=False) == pytest.approx(missed)


@pytest.mark.parametrize("truth", example.CHOICES)
def test_bound(truth: float) -> None:
    """No answer moves the odds of a true yes by more than e to the power of epsilon."""
    before = 0.30 / 0.70
    for said_yes in (True, False):
        chance = example.truly_yes(truth, 0.30, said_yes=said_yes)
        moved = chance / (1 - chance) / before
        assert exp(-example.epsilon(truth)) <= moved * (1 + 1e-9)
        assert moved <= exp(example.epsilon(truth)) * (1 + 1e-9)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "people": "1,000",
        "estimate": "30",
        "standard_error": "0.031",
        "standard_error_plain": "0.0145",
        "if_yes": "56",
        "if_no": "12.5",
        "epsilon_25": "0.511",
        "epsilon_50": "1.099",
        "epsilon_75": "1.946",
        "times_25": "18.86",
        "times_50": "4.57",
        "times_75": "1.93",
        "if_yes_25": "42",
        "if_yes_50": "56",
        "if_yes_75": "75",
        "try_estimate": "37",
    }


def test_figures() -> None:
    """Four intervals share one centre, and the caption names the people."""
    html = example.figures()["estimates_figure"]
    assert html.count("<circle") == 4
    assert html.count('cx="250.0"') == 4
    assert "each of 1,000 answers" in html

"""The luck of the best of several prompts, and the length of one."""

from itertools import product
from math import prod

import pytest

from examples import prompt_choice as example


def test_inputs() -> None:
    """Ten prompts are each worth 0.80, and the lucky score is 45 of 50."""
    assert (example.WORTH, example.TRIED) == (0.8, 10)
    assert (example.LUCKY, example.QUESTIONS) == (45, 50)


def test_best_of_two_by_hand() -> None:
    """On one question the better of two is right unless both are wrong: 1 - 0.2² = 0.96."""
    assert example.best_score(2, 1) == pytest.approx(1 - 0.2**2)


def test_one_prompt() -> None:
    """One prompt is expected to score what it is worth, whatever the size of the test."""
    for size in example.SIZES:
        assert example.best_score(1, size) == pytest.approx(0.8)


def test_every_outcome() -> None:
    """The best of three on three questions agrees with a walk through all outcomes."""
    chances = {sum(right): 0.0 for right in product((0, 1), repeat=3)}
    for right in product((0, 1), repeat=3):
        chances[sum(right)] += prod(0.8 if one else 0.2 for one in right)
    expected = sum(
        max(scores) * prod(chances[score] for score in scores)
        for scores in product(chances, repeat=3)
    )
    assert example.best_score(3, 3) == pytest.approx(expected / 3)


def test_tails_add_up() -> None:
    """At most 44 right and at least 45 right are all there is."""
    assert example.at_most(44, 50) + example.at_least(45, 50) == pytest.approx(1)


def test_lucky_of_ten_by_hand() -> None:
    """One prompt in twenty reaches 0.90 by luck, and so do four of ten sets of ten prompts."""
    lucky = example.at_least(45, 50)
    assert lucky == pytest.approx(0.048, abs=5e-4)
    assert 1 - (1 - lucky) ** 10 == pytest.approx(0.389, abs=5e-4)


def test_length() -> None:
    """Eight examples of each of four labels take 1,920 of 2,000 tokens, and a ninth set no more."""
    assert example.examples_per_label(2000, 60) == 8
    assert 8 * 4 * 60 <= 2000 < 9 * 4 * 60
    assert example.prompt_tokens(8) == 600 + 1920 + 100
    assert example.prompt_tokens(0) == 700


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "worth": "0.80",
        "tried": "10",
        "lucky": "0.048",
        "lucky_of_ten": "0.39",
        "lucky_interval": "0.79 to 0.96",
        "per_label": "8",
        "tokens": "2,620",
        "tokens_without": "700",
        "times_longer": "3.7",
        "try_per_label": "4",
        "try_three": "0.85",
        "try_three_lucky": "0.14",
        "best_10": "0.97",
        "best_50": "0.88",
        "best_200": "0.84",
    }


def test_figures() -> None:
    """The figure has a curve for each size of the test, and says what the prompts are worth."""
    html = example.figures()["best_figure"]
    assert html.count("<path") == 3
    assert "is worth 0.80" in html

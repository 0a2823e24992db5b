"""E5: the numbers of attention on three tokens."""

from itertools import permutations
from math import exp, log

import pytest

from examples import attention as example


def test_scores() -> None:
    """Divided by the root of 4, the scores are 0, ln 2 and ln 3."""
    scores = example.scaled_scores(example.QUERY, example.KEYS)
    assert scores == pytest.approx([0, log(2), log(3)])


def test_weights() -> None:
    """The weights are 1/6, 2/6 and 3/6."""
    scores = example.scaled_scores(example.QUERY, example.KEYS)
    assert example.softmax(scores) == pytest.approx([1 / 6, 2 / 6, 3 / 6])


def test_softmax_of_large_scores() -> None:
    """Scores whose powers are beyond any float still give shares."""
    assert example.softmax([1000, 1000]) == [0.5, 0.5]


def test_output() -> None:
    """The values (6, 0), (0, 6) and (6, 6) average to (4, 5)."""
    assert example.VALUES == ((6, 0), (0, 6), (6, 6))
    assert example.attend(example.QUERY, example.KEYS, example.VALUES) == pytest.approx([4, 5])


def test_order_does_not_matter() -> None:
    """Whichever way the pairs of key and value are ordered, the output is the same."""
    pairs = list(zip(example.KEYS, example.VALUES, strict=True))
    for order in permutations(pairs):
        keys, values = zip(*order, strict=True)
        assert example.attend(example.QUERY, keys, values) == pytest.approx([4, 5])


def test_causal_mask() -> None:
    """With equal scores the rows are 1, two halves and three thirds."""
    first, second, third = example.causal_weights([[0.0] * 3] * 3)
    assert first == [1, 0, 0]
    assert second == [0.5, 0.5, 0]
    assert third == pytest.approx([1 / 3] * 3)


def test_masked_scores_count_for_nothing() -> None:
    """A high score of a later token changes no weight of an earlier one."""
    assert example.causal_weights([[0.0, 99.0], [0.0, 0.0]]) == [[1, 0], [0.5, 0.5]]


def test_scaling() -> None:
    """At 64 numbers, 8 unscaled takes 0.9993 of the weight, and 1 scaled takes 0.5761."""
    assert exp(8) / (exp(8) + 2) == pytest.approx(0.9993, abs=5e-5)
    assert exp(1) / (exp(1) + 2) == pytest.approx(0.5761, abs=5e-5)
    values = example.results()
    assert (values["wide_unscaled"], values["wide_scaled"]) == ("0.9993", "0.5761")


def test_stronger_query() -> None:
    """A query of twice the length squares the odds: 1/14, 4/14 and 9/14."""
    scores = example.scaled_scores(example.STRONGER_QUERY, example.KEYS)
    assert example.softmax(scores) == pytest.approx([1 / 14, 4 / 14, 9 / 14])


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "score_the": "0.0000",
        "score_model": "0.6931",
        "score_drifts": "1.0986",
        "weight_the": "0.1667",
        "weight_model": "0.3333",
        "weight_drifts": "0.5000",
        "output_x": "4.00",
        "output_y": "5.00",
        "shuffled_x": "4.00",
        "shuffled_y": "5.00",
        "even_row_1": "1.00",
        "even_row_2": "0.50",
        "even_row_3": "0.33",
        "wide_unscaled": "0.9993",
        "wide_scaled": "0.5761",
        "try_weight_the": "0.0714",
        "try_weight_model": "0.2857",
        "try_weight_drifts": "0.6429",
        "try_output_x": "4.29",
        "try_output_y": "5.57",
    }


def test_figures() -> None:
    """The figures show three ribbons, and nine cells of which three are masked."""
    figures = example.figures()
    assert list(figures) == ["weights_figure", "mask_figure"]
    assert figures["weights_figure"].count("<path") == 3
    assert "1/6 (6, 0) + 2/6 (0, 6) + 3/6 (6, 6) = (4, 5)" in figures["weights_figure"]
    assert figures["mask_figure"].count("<rect") == 9
    assert figures["mask_figure"].count(">masked<") == 3

"""E14: the accuracies that pure noise reaches, chosen before and after the split."""

from statistics import mean, variance

import pytest

from examples import leakage as example


def test_inputs() -> None:
    """The example has 50 rows, 500 features, 20 kept, 5 folds and 20 seeds, as the page says."""
    assert (example.ROWS, example.FEATURES, example.KEPT) == (50, 500, 20)
    assert (example.FOLDS, example.SEEDS) == (5, 20)
    columns, labels = example.noise(0)
    assert {len(column) for column in columns} == {len(labels)} == {50}
    assert len(columns) == 500


def test_noise_is_noise() -> None:
    """The features have mean 0 and variance 1, and about half of the labels are 1."""
    columns, _ = example.noise(0)
    numbers = [value for column in columns for value in column]
    assert mean(numbers) == pytest.approx(0, abs=0.03)
    assert variance(numbers) == pytest.approx(1, abs=0.03)
    labels = [label for seed in range(example.SEEDS) for label in example.noise(seed)[1]]
    assert mean(labels) == pytest.approx(0.5, abs=0.03)


def test_relevance() -> None:
    """A feature that goes with the labels ranks above one that does not, whatever its sign."""
    labels = [0, 0, 1, 1]
    assert example.relevance([0.0, 0.0, 1.0, 1.0], labels) == pytest.approx(1)
    assert example.relevance([5.0, 5.0, -5.0, -5.0], labels) == pytest.approx(1)
    assert example.relevance([0.0, 1.0, 0.0, 1.0], labels) == pytest.approx(0)


def test_choice_sees_only_its_rows() -> None:
    """Labels outside the given rows change nothing in what is chosen."""
    columns, labels = example.noise(0)
    train = range(10, 50)
    flipped = [1 - label if row < 10 else label for row, label in enumerate(labels)]
    chosen = example.most_relevant(columns, labels, train)
    assert len(set(chosen)) == 20
    assert example.most_relevant(columns, flipped, train) == chosen
    assert example.most_relevant(columns, flipped, range(50)) != example.most_relevant(
        columns, labels, range(50)
    )


def test_hits() -> None:
    """A row is hit when it lies nearer to the centroid of its own label."""
    column, labels = [0.0, 1.0, 10.0, 11.0, 2.0, 9.0, 3.0], [0, 0, 1, 1, 0, 1, 1]
    assert example.hits([column], labels, range(4), range(4, 7)) == 2


def test_a_real_feature_is_found_honestly() -> None:
    """The honest test is no pessimist: a feature that decides the label gives accuracy near 1."""
    columns, labels = example.noise(0, features=20)
    real = [20.0 * label for label in labels]
    assert example.cross_validated([*columns, real], labels, leaky=False) == 1


def test_mean_accuracies() -> None:
    """Over 20 seeds the leaky order reaches about 0.904, the honest one about 0.484."""
    leaky, honest = zip(*example.trials(), strict=True)
    assert mean(leaky) == pytest.approx(0.904, abs=0.03)
    assert mean(honest) == pytest.approx(0.484, abs=0.03)


def test_spread() -> None:
    """Each leaky run lies above 0.8, while the honest ones reach below 0.4 and above 0.6."""
    leaky, honest = zip(*example.trials(), strict=True)
    assert min(leaky) > 0.8
    assert min(honest) < 0.4
    assert max(honest) > 0.6


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "leaky": "0.909",
        "leaky_low": "0.86",
        "leaky_high": "0.96",
        "honest": "0.494",
        "honest_low": "0.34",
        "honest_high": "0.74",
        "points_invented": "42",
        "standard_error": "0.07",
        "fewer_leaky": "0.689",
        "fewer_honest": "0.514",
    }


def test_figures() -> None:
    """The figure has one mark for each seed in each row, and a line at 0.5 in both."""
    html = example.figures()["seeds_figure"]
    assert html.count("<circle") == 20
    assert html.count("hb-mark-2") == 20
    assert html.count("hb-dash-2") == 2
    assert html.count("<tr>") == 1 + 20


def test_stacked() -> None:
    """Equal scores stand above each other, so that each can be counted."""
    assert example.stacked([0.3, 1.0, 0.3], 100) == [(24, 100), (376, 100), (24, 88)]

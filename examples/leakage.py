"""E14: features of pure noise look useful when they are chosen before the data is split."""

from collections.abc import Sequence
from math import sqrt
from random import Random
from statistics import mean

from examples import figure as fig

ROWS = 50
FEATURES = 500
KEPT = 20
FOLDS = 5
SEEDS = 20

Columns = Sequence[Sequence[float]]
"""One sequence for each feature, with one number for each row."""

Scores = list[tuple[float, float]]
"""For each seed the accuracy of the leaky and of the honest test, 0 to 1."""


def noise(seed: int, features: int = FEATURES) -> tuple[list[list[float]], list[int]]:
    """Columns of standard normal numbers, and a label 0 or 1 for each row by a fair coin."""
    source = Random(seed)  # noqa: S311 - repeatable is what is wanted, not secret
    labels = [source.randrange(2) for _ in range(ROWS)]
    return [[source.gauss(0, 1) for _ in range(ROWS)] for _ in range(features)], labels


def average(values: Sequence[float]) -> float:
    """The plain mean: that of `statistics` is exact, and too slow for so many columns."""
    return sum(values) / len(values)


def relevance(values: Sequence[float], labels: Sequence[int]) -> float:
    """Absolute covariance over the spread of `values`: it ranks features as correlation does."""
    middle, share = average(values), average(labels)
    co_spread = sum((v - middle) * (y - share) for v, y in zip(values, labels, strict=True))
    return abs(co_spread) / sqrt(sum((v - middle) ** 2 for v in values))


def most_relevant(columns: Columns, labels: Sequence[int], rows: Sequence[int]) -> list[int]:
    """Places of the `KEPT` features that go best with the labels on these rows alone."""
    known = [labels[row] for row in rows]
    scores = [relevance([column[row] for row in rows], known) for column in columns]
    return sorted(range(len(columns)), key=lambda place: -scores[place])[:KEPT]


def hits(columns: Columns, labels: Sequence[int], train: Sequence[int], test: Sequence[int]) -> int:
    """How many test rows lie nearer to the centroid of their own label."""
    centroids = [
        [average([column[row] for row in train if labels[row] == label]) for column in columns]
        for label in (0, 1)
    ]
    found = 0
    for row in test:
        distances = [
            sum((column[row] - c) ** 2 for column, c in zip(columns, centroid, strict=True))
            for centroid in centroids
        ]
        found += (distances[1] < distances[0]) == bool(labels[row])
    return found


def cross_validated(columns: Columns, labels: Sequence[int], *, leaky: bool) -> float:
    """Accuracy over the folds; `leaky` chooses the features once, with the test rows in view.

    Hastie et al. (2009), section 7.10.2, call the leaky order the wrong way to cross-validate.
    """
    rows = range(len(labels))
    chosen = most_relevant(columns, labels, rows) if leaky else []
    found = 0
    for fold in range(FOLDS):
        train = [row for row in rows if row % FOLDS != fold]
        kept = chosen or most_relevant(columns, labels, train)
        test = [row for row in rows if row % FOLDS == fold]
        found += hits([columns[place] for place in kept], labels, train, test)
    return found / len(labels)


def trials(features: int = FEATURES) -> Scores:
    """The leaky and the honest accuracy for the seeds 0 to `SEEDS` - 1."""
    scores = []
    for seed in range(SEEDS):
        columns, labels = noise(seed, features)
        leaky = cross_validated(columns, labels, leaky=True)
        scores.append((leaky, cross_validated(columns, labels, leaky=False)))
    return scores


def results() -> dict[str, str]:
    leaky, honest = zip(*trials(), strict=True)
    fewer_leaky, fewer_honest = zip(*trials(features=50), strict=True)
    return {
        "leaky": f"{mean(leaky):.3f}",
        "leaky_low": f"{min(leaky):.2f}",
        "leaky_high": f"{max(leaky):.2f}",
        "honest": f"{mean(honest):.3f}",
        "honest_low": f"{min(honest):.2f}",
        "honest_high": f"{max(honest):.2f}",
        "points_invented": f"{100 * (mean(leaky) - mean(honest)):.0f}",
        "standard_error": f"{sqrt(0.5 * 0.5 / ROWS):.2f}",
        "fewer_leaky": f"{mean(fewer_leaky):.3f}",
        "fewer_honest": f"{mean(fewer_honest):.3f}",
    }


def figures() -> dict[str, str]:
    return {"seeds_figure": seeds_figure()}


def across(accuracy: float) -> float:
    return fig.scale((0.3, 1), (24, 376))(accuracy)


def stacked(scores: Sequence[float], floor: float) -> list[fig.Point]:
    """A place for each score, equal scores above each other, the lowest at `floor`."""
    points = []
    for place, score in enumerate(scores):
        below = scores[:place].count(score)
        points.append((across(score), floor - 12 * below))
    return points


def seeds_figure() -> str:
    """The twenty seeds, tested in the leaky and in the honest order."""
    scores = trials()
    leaky, honest = zip(*scores, strict=True)
    shapes = [
        fig.text(8, 14, f"Chosen before the split (leaky): mean {mean(leaky):.3f}"),
        fig.line((across(0.5), 24), (across(0.5), 100), "hb-axis hb-dash-2"),
        fig.text(across(0.5) + 8, 64, "truth 0.50", "hb-small"),
        *(fig.diamond(point, "hb-mark-2") for point in stacked(leaky, 88)),
        fig.text(8, 120, f"Chosen inside each fold (honest): mean {mean(honest):.3f}"),
        fig.line((across(0.5), 130), (across(0.5), 186), "hb-axis hb-dash-2"),
        *(fig.circle(point, "hb-mark-1") for point in stacked(honest, 176)),
        fig.line((8, 186), (392, 186), "hb-axis"),
        *(
            fig.text(across(tick / 10), 206, f"{tick / 10:.1f}", anchor="middle")
            for tick in range(3, 11)
        ),
        fig.text(200, 228, "Accuracy for one seed", anchor="middle"),
    ]
    rows = [[str(seed), f"{cheat:.2f}", f"{fair:.2f}"] for seed, (cheat, fair) in enumerate(scores)]
    return fig.figure(
        "leakage-seeds",
        alt=f"Two rows of {SEEDS} accuracies on pure noise, leaky above and honest below.",
        desc=f"The leaky accuracies lie between {min(leaky):.2f} and {max(leaky):.2f}; the honest "
        f"ones spread about the dashed line at 0.50, from {min(honest):.2f} to {max(honest):.2f}.",
        height=236,
        shapes=shapes,
        caption="Every leaky test beats chance on pure noise, while the honest ones spread "
        "about it.",
        data=fig.table(["Seed", "Leaky", "Honest"], rows),
    )

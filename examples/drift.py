"""E6: two ways to see that inputs moved, and a change of the labels that neither of them sees."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations
from math import ceil, exp, factorial, log, sqrt

from examples import figure as fig

BINS = ("1–4", "5–8", "9–12", "13–16", "17+")
"""Words in a question; the cuts give each bin a fifth of the training questions."""

EXPECTED = (0.20, 0.20, 0.20, 0.20, 0.20)
ACTUAL = (0.10, 0.15, 0.20, 0.25, 0.30)
NEARLY_SAME = (0.18, 0.19, 0.20, 0.21, 0.22)

FOUND_TRAINING = (1, 2, 3, 4, 5)
FOUND_THIS_WEEK = (3, 4, 5, 6, 7)
"""Question words found in the best note, for five questions each."""

SIZES = (100, 1_000, 10_000)
"""Questions in each of the two samples."""

BALANCES = (-4, -3, -2, -1, 1, 2, 3, 4)
"""Question words found in the best note minus words missing from it."""

Rule = Callable[[int], bool]
"""True when the note suffices, false when a person must answer."""


def psi_terms(expected: Sequence[float], actual: Sequence[float]) -> list[float]:
    """(actual - expected) * ln(actual / expected) for each bin, in nats (Yurdakul 2018).

    Both are shares that add up to 1; an empty bin raises an error, because its term is infinite.
    """
    return [(a - e) * log(a / e) for e, a in zip(expected, actual, strict=True)]


def psi(expected: Sequence[float], actual: Sequence[float]) -> float:
    """Population stability index: the sum of the terms."""
    return sum(psi_terms(expected, actual))


def chi_square_tail(value: float, freedom: int) -> float:
    """Chance that a chi-square variable exceeds `value`; only for even degrees of freedom.

    exp(-x/2) times the sum of (x/2)^k / k! for k below half the degrees of freedom.
    """
    half = value / 2
    return exp(-half) * sum(half**k / factorial(k) for k in range(freedom // 2))


def chi_square_quantile(tail: float, freedom: int) -> float:
    """The value that is exceeded with chance `tail`, by halving an interval."""
    low, high = 0.0, 1_000.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        if chi_square_tail(middle, freedom) > tail:
            low = middle
        else:
            high = middle
    return high


def critical_psi(size: int, bins: int = len(BINS)) -> float:
    """PSI that two samples of `size` exceed by chance in about 5 % of cases; `bins` must be odd.

    Without change PSI is close to (1/n + 1/m) times chi-square with bins - 1 degrees of freedom
    (Yurdakul 2018).
    """
    return 2 / size * chi_square_quantile(0.05, bins - 1)


def share_up_to(value: float, sample: Sequence[int]) -> Fraction:
    """The empirical distribution function: the share of the sample that is at most `value`."""
    return Fraction(sum(one <= value for one in sample), len(sample))


def ks_gap(left: Sequence[int], right: Sequence[int]) -> Fraction:
    """Kolmogorov-Smirnov D: the largest gap between the two empirical distribution functions.

    A fraction, so that equal gaps compare as equal.
    """
    return max(abs(share_up_to(v, left) - share_up_to(v, right)) for v in {*left, *right})


def splits(left: Sequence[int], right: Sequence[int]) -> list[Fraction]:
    """D for every way to deal the pooled values into two groups of these sizes."""
    pooled = [*left, *right]
    gaps = []
    for chosen in combinations(range(len(pooled)), len(left)):
        group = [pooled[i] for i in chosen]
        rest = [value for i, value in enumerate(pooled) if i not in chosen]
        gaps.append(ks_gap(group, rest))
    return gaps


def splits_as_far(left: Sequence[int], right: Sequence[int]) -> int:
    """How many of the splits lie at least as far apart as the samples do."""
    observed = ks_gap(left, right)
    return sum(gap >= observed for gap in splits(left, right))


def ks_p_value(left: Sequence[int], right: Sequence[int]) -> float:
    """Exact two-sided p of the permutation test, ties included."""
    return splits_as_far(left, right) / len(splits(left, right))


def ks_coefficient(level: float = 0.05) -> float:
    """sqrt(-ln(level / 2) / 2), from the first term of Smirnov's limit: 1.358 at 5 %."""
    return sqrt(-log(level / 2) / 2)


def critical_d(size: int) -> float:
    """D that two samples of `size` exceed by chance in about 5 % of cases."""
    return ks_coefficient() * sqrt(2 / size)


def size_for_gap(gap: float) -> int:
    """The smallest size of each sample at which a gap D of this size is significant at 5 %."""
    return ceil(2 * (ks_coefficient() / gap) ** 2)


def old_truth(balance: int) -> bool:
    """What the router learnt: a note suffices when more words are found than missing."""
    return balance > 0


def new_truth(balance: int) -> bool:
    """Pasted error logs, far below zero, have a note now; half matches need a person."""
    return abs(balance) > 2


def accuracy(router: Rule, truth: Rule, inputs: Sequence[int] = BALANCES) -> float:
    """Share of the inputs on which the router says what is true."""
    return sum(router(x) == truth(x) for x in inputs) / len(inputs)


def standard_error(share: float, count: int) -> float:
    """Standard error of a share that was measured on `count` cases."""
    return sqrt(share * (1 - share) / count)


def results() -> dict[str, str]:
    same_inputs = [1 / len(BALANCES)] * len(BALANCES)
    values = {
        "psi": f"{psi(EXPECTED, ACTUAL):.4f}",
        "psi_reversed": f"{psi(ACTUAL, EXPECTED):.4f}",
        "psi_small": f"{psi(EXPECTED, NEARLY_SAME):.4f}",
        "ks_d": f"{float(ks_gap(FOUND_TRAINING, FOUND_THIS_WEEK)):.1f}",
        "ks_p": f"{ks_p_value(FOUND_TRAINING, FOUND_THIS_WEEK):.3f}",
        "ks_splits": str(len(splits(FOUND_TRAINING, FOUND_THIS_WEEK))),
        "ks_splits_as_far": str(splits_as_far(FOUND_TRAINING, FOUND_THIS_WEEK)),
        "size_for_gap": f"{size_for_gap(0.05):,}",
        "concept_psi": f"{psi(same_inputs, same_inputs):.0f}",
        "accuracy_before": f"{accuracy(old_truth, old_truth):.2f}",
        "accuracy_after": f"{accuracy(old_truth, new_truth):.2f}",
        "standard_error": f"{standard_error(0.9, 100):.2f}",
        "alarm": f"{0.9 - 2 * standard_error(0.9, 100):.2f}",
    }
    for number, term in enumerate(psi_terms(EXPECTED, ACTUAL), 1):
        values[f"psi_term_{number}"] = f"{term:.4f}"
    for size in SIZES:
        values[f"critical_d_{size}"] = f"{critical_d(size):.4f}"
        values[f"critical_psi_{size}"] = f"{critical_psi(size):.4f}"
    return values


def figures() -> dict[str, str]:
    return {
        "psi_figure": psi_figure(),
        "ks_figure": ks_figure(),
        "concept_figure": concept_figure(),
    }


def histogram(title: str, top: float, shares: Sequence[float], classes: str) -> list[str]:
    """Five bars with their shares above them; 116 high, 76 a bar."""
    floor, up = top + 116, fig.scale((0, 0.3), (0, 78))
    shapes = [fig.text(8, top + 14, title)]
    for column, share in enumerate(shares):
        x, height = 16 + 76 * column, up(share)
        shapes.append(fig.rect((x, floor - height), (60, height), classes))
        shapes.append(fig.text(x + 30, floor - height - 5, f"{share:.2f}", "hb-small", "middle"))
    return [*shapes, fig.line((8, floor), (392, floor), "hb-axis")]


def psi_figure() -> str:
    """Question lengths in training and this week, with the PSI term of each bin."""
    terms = psi_terms(EXPECTED, ACTUAL)
    middles = [46 + 76 * column for column in range(len(BINS))]
    shapes = [
        *histogram("Share of training questions", 0, EXPECTED, "hb-mark-1"),
        *histogram("Share of this week's questions", 130, ACTUAL, "hb-mark-2"),
        *(fig.text(x, 264, name, anchor="middle") for x, name in zip(middles, BINS, strict=True)),
        fig.text(200, 286, "Words in the question", anchor="middle"),
        fig.text(8, 318, f"PSI terms, which add up to {sum(terms):.4f}"),
        *(
            fig.text(x, 342, f"{term:.4f}", anchor="middle")
            for x, term in zip(middles, terms, strict=True)
        ),
    ]
    rows = [
        [name, f"{e:.2f}", f"{a:.2f}", f"{term:.4f}"]
        for name, e, a, term in zip(BINS, EXPECTED, ACTUAL, terms, strict=True)
    ]
    return fig.figure(
        "drift-psi",
        alt="Two histograms of question length, in training and this week, above the PSI terms.",
        desc="The training bars are level; this week's rise from left to right, and the outer "
        "bins have the largest terms.",
        height=350,
        shapes=shapes,
        caption="Questions got longer, and the bin of the shortest alone makes up "
        f"{100 * terms[0] / sum(terms):.0f}\N{NO-BREAK SPACE}% of the index.",
        data=fig.table(["Words", "Training", "This week", "PSI term"], rows),
    )


def stairs(sample: Sequence[int]) -> list[tuple[float, float]]:
    """Corners of the empirical distribution function from 0 to 8."""
    corners: list[tuple[float, float]] = [(0, 0)]
    for value in sorted(set(sample)):
        corners += [(value, corners[-1][1]), (value, float(share_up_to(value, sample)))]
    return [*corners, (8, 1)]


def ks_figure() -> str:
    """The two empirical distribution functions and the gap between them."""
    across, up = fig.scale((0, 8), (48, 392)), fig.scale((0, 1), (236, 12))
    gap = float(ks_gap(FOUND_TRAINING, FOUND_THIS_WEEK))
    middle = 3.3
    low, high = (float(share_up_to(middle, sample)) for sample in (FOUND_THIS_WEEK, FOUND_TRAINING))
    shapes = fig.levels(
        up, (48, 392), {share: f"{share:g}" for share in (0, 0.2, 0.4, 0.6, 0.8, 1)}
    )
    for sample, classes in (
        (FOUND_TRAINING, "hb-line-1"),
        (FOUND_THIS_WEEK, "hb-line-2 hb-dash-2"),
    ):
        shapes.append(fig.path([(across(x), up(y)) for x, y in stairs(sample)], classes))
    shapes += [
        fig.line((48, 236), (392, 236), "hb-axis"),
        *(fig.text(across(x), 256, str(x), anchor="middle") for x in range(1, 8)),
        fig.text(220, 278, "Question words found in the best note", anchor="middle"),
        fig.line((across(middle), up(low)), (across(middle), up(high)), "hb-line-4 hb-dash-3"),
        fig.text(across(middle) + 7, up(0.5) + 5, f"D = {gap:g}"),
        fig.text(56, up(0.72), "Solid: training"),
        fig.text(388, up(0.3) + 5, "Dashed: this week", anchor="end"),
    ]
    rows = [
        [
            str(value),
            f"{float(share_up_to(value, FOUND_TRAINING)):.1f}",
            f"{float(share_up_to(value, FOUND_THIS_WEEK)):.1f}",
        ]
        for value in range(1, 8)
    ]
    return fig.figure(
        "drift-ks",
        alt="Two staircases: the share of questions with at most so many words found.",
        desc=f"The staircase of this week runs to the right of that of training, by {gap:g} at "
        "the widest upright gap.",
        height=286,
        shapes=shapes,
        caption=f"The largest gap is {gap:g}, and yet five questions against five prove nothing.",
        data=fig.table(["Words found, at most", "Training", "This week"], rows),
    )


def concept_panel(title: str, top: float, truth: Rule) -> list[str]:
    """The same eight inputs, marked by what is true and by where the router errs; 92 high."""
    across = fig.scale((-4, 4), (32, 368))
    level = top + 46
    shapes = [
        fig.text(8, top + 14, title),
        fig.line((8, level), (392, level), "hb-grid"),
        fig.line((across(0), level - 20), (across(0), level + 24), "hb-axis hb-dash-2"),
    ]
    for x in BALANCES:
        point = across(x), level
        if truth(x):
            shapes.append(fig.circle(point, "hb-mark-1", 7))
        else:
            shapes.append(fig.diamond(point, "hb-mark-2", 8))
        if old_truth(x) != truth(x):
            shapes.append(fig.text(across(x), level + 24, "wrong", "hb-small", "middle"))
    return shapes


def concept_figure() -> str:
    """The same inputs under the old and the new truth."""
    across = fig.scale((-4, 4), (32, 368))
    before, after = accuracy(old_truth, old_truth), accuracy(old_truth, new_truth)
    words = {True: "note", False: "person"}
    rows = [
        [
            fig.signed(x, 0),
            words[old_truth(x)],
            words[old_truth(x)],
            words[new_truth(x)],
        ]
        for x in BALANCES
    ]
    return fig.figure(
        "drift-concept",
        alt="The same eight inputs twice, with the labels of training and with those of now.",
        desc="In training every point right of the dashed line is a circle and every point left "
        "of it a diamond; now the outer two on either side are circles and the inner diamonds.",
        height=262,
        shapes=[
            *concept_panel(f"Labels in training: accuracy {before:.2f}", 0, old_truth),
            *concept_panel(f"Labels now: accuracy {after:.2f}", 92, new_truth),
            *(
                fig.text(across(x), 196, fig.signed(x, 0), "hb-small", "middle")
                for x in range(-4, 5)
            ),
            fig.text(across(0) + 6, 32, "router's border", "hb-small"),
            fig.text(200, 218, "Words found minus words missing", anchor="middle"),
            *fig.legend(
                (8, 245),
                (130, 0),
                {"hb-mark-1": "note suffices", "hb-mark-2": "person needed"},
                fig.MARKS,
            ),
        ],
        caption="No input moved, so a monitor of inputs stays silent while half of the answers "
        "turn wrong.",
        data=fig.table(["Balance", "Router", "Truth in training", "Truth now"], rows),
    )

"""E9: how far a score on a few items can be from the truth, and when two models really differ.

All scores are invented.
"""

from math import ceil, comb, sqrt
from statistics import NormalDist

from examples import figure as fig

Interval = tuple[float, float]
"""Low and high end, as shares."""

LEVEL = 0.95
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)
"""1.960 standard errors either way hold 95 % of a normal distribution."""

SCORES = {
    "9_of_10": (9, 10),
    "0_of_20": (0, 20),
    "85_of_100": (85, 100),
    "850_of_1000": (850, 1000),
}
"""Items right and items asked."""

BOTH, ONLY_A, ONLY_B, NEITHER = 150, 18, 8, 24
"""Items that both models, one of them or neither got right."""


def wald(right: int, total: int) -> Interval:
    """Share p ± z sqrt(p (1 - p) / n): simple, and wrong near 0, near 1 and for few items.

    Brown, Cai and DasGupta (2001) advise against it.
    """
    share = right / total
    half = Z * sqrt(share * (1 - share) / total)
    return share - half, share + half


def wilson(right: int, total: int) -> Interval:
    """The shares that a normal test would not reject, given the score (Wilson 1927)."""
    share, weight = right / total, Z**2 / total
    middle = (share + weight / 2) / (1 + weight)
    half = Z / (1 + weight) * sqrt(share * (1 - share) / total + weight / (4 * total))
    return middle - half, middle + half


def at_most(right: int, total: int, share: float) -> float:
    """Chance of so many or fewer right items when each is right with chance `share`.

    `total` is at most 1,029: beyond it a binomial coefficient can exceed every float.
    """
    return sum(
        comb(total, one) * share**one * (1 - share) ** (total - one) for one in range(right + 1)
    )


def exact(right: int, total: int) -> Interval:
    """The shares that neither binomial tail of 2.5 % rejects (Clopper and Pearson 1934)."""
    tail = (1 - LEVEL) / 2
    wrong = total - right
    low = 1 - share_with_tail(wrong, total, tail) if right else 0.0
    return low, share_with_tail(right, total, tail) if wrong else 1.0


def share_with_tail(right: int, total: int, tail: float) -> float:
    """The share at which so many or fewer have the chance `tail`, by halving an interval."""
    low, high = 0.0, 1.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        if at_most(right, total, middle) > tail:
            low = middle
        else:
            high = middle
    return high


def rule_of_three(total: int) -> float:
    """3 / n: what the true share may be when none of n was right (Hanley, Lippman-Hand 1983).

    One-sided at 95 %, since (1 - 3/n)^n is a little below 0.05.
    """
    return 3 / total


def two_sided(z: float) -> float:
    """Chance that a standard normal number lies further from 0 than `z`."""
    return 2 * NormalDist().cdf(-abs(z))


def unpaired_p(right_a: int, right_b: int, total: int) -> float:
    """Two-sided p of the pooled z test for two shares, as if each model had its own items."""
    pooled = (right_a + right_b) / (2 * total)
    return two_sided((right_a - right_b) / total / sqrt(2 * pooled * (1 - pooled) / total))


def mcnemar_exact(only_a: int, only_b: int) -> float:
    """Exact two-sided p of McNemar's test, which takes disagreements for tosses of a fair coin."""
    return min(1.0, 2 * at_most(min(only_a, only_b), only_a + only_b, 0.5))


def mcnemar_approximate(only_a: int, only_b: int) -> float:
    """The same with (a - b)² / (a + b) as chi-square with one degree of freedom (McNemar 1947)."""
    return two_sided((only_a - only_b) / sqrt(only_a + only_b))


def items_for(margin: float) -> int:
    """Items for a simple interval of ± `margin` at a share of one half, where it is widest."""
    return ceil(Z**2 * 0.25 / margin**2)


def span(interval: Interval) -> str:
    return f"{fig.signed(interval[0], 3)} to {fig.signed(interval[1], 3)}"


def results() -> dict[str, str]:
    total = BOTH + ONLY_A + ONLY_B + NEITHER
    right_a, right_b = BOTH + ONLY_A, BOTH + ONLY_B
    values = {
        "rule_of_three": f"{rule_of_three(20):.2f}",
        "items": str(total),
        "share_a": f"{100 * right_a / total:.0f}",
        "share_b": f"{100 * right_b / total:.0f}",
        "disagreements": str(ONLY_A + ONLY_B),
        "unpaired_p": f"{unpaired_p(right_a, right_b, total):.3f}",
        "mcnemar_p": f"{mcnemar_exact(ONLY_A, ONLY_B):.4f}",
        "mcnemar_approximate_p": f"{mcnemar_approximate(ONLY_A, ONLY_B):.4f}",
        "items_for_3_points": f"{items_for(0.03):,}",
        "try_mcnemar_p": f"{mcnemar_exact(ONLY_A + 1, ONLY_B - 1):.4f}",
        "try_mcnemar_approximate_p": f"{mcnemar_approximate(ONLY_A + 1, ONLY_B - 1):.4f}",
    }
    for name, score in SCORES.items():
        values[f"wilson_{name}"] = span(wilson(*score))
        values[f"wald_{name}"] = span(wald(*score))
        values[f"exact_{name}"] = span(exact(*score))
    return values


def figures() -> dict[str, str]:
    return {"intervals_figure": intervals_figure()}


def across(share: float) -> float:
    return fig.scale((0, 1.1), (100, 392))(share)


def score_row(top: float, right: int, total: int) -> list[str]:
    """A score with its two intervals, Wilson's above; 46 high."""
    shapes = [fig.text(0, top + 27, f"{right:,} of {total:,}")]
    for y, interval, line, mark in (
        (top + 14, wilson(right, total), "hb-line-1", "hb-mark-1"),
        (top + 32, wald(right, total), "hb-line-2 hb-dash-2", "hb-mark-2"),
    ):
        low, high = map(across, interval)
        shapes += [
            *fig.interval(low, high, y, line),
            fig.circle((across(right / total), y), mark, 4),
        ]
    return shapes


def intervals_figure() -> str:
    """Four scores with Wilson's interval and Wald's."""
    bottom = 8 + 46 * len(SCORES)
    shapes = fig.columns(
        across, (4, bottom), {tick: f"{tick:g}" for tick in (0, 0.25, 0.5, 0.75, 1)}
    )
    shapes.append(fig.line((across(1), 4), (across(1), bottom), "hb-axis"))
    for number, score in enumerate(SCORES.values()):
        shapes += score_row(4 + 46 * number, *score)
    shapes += [
        fig.line((across(0), bottom), (392, bottom), "hb-axis"),
        fig.text(across(0.5), bottom + 40, "True share of right answers", anchor="middle"),
        *fig.legend(
            (8, bottom + 58),
            (84, 0),
            {"hb-line-1": "Wilson", "hb-line-2 hb-dash-2": "Wald, the textbook's simple one"},
        ),
    ]
    (low_10, high_10), (low_1000, high_1000) = (wilson(9, 10), wilson(850, 1000))
    rows = [
        [f"{right:,} of {total:,}", span(wilson(right, total)), span(wald(right, total))]
        for right, total in SCORES.values()
    ]
    return fig.figure(
        "score-intervals",
        alt="Four scores, each with two 95 % intervals for the true share of right answers.",
        desc="The intervals of 9 of 10 are wide, and Wald's reaches beyond 1; for 0 of 20 Wald's "
        "has no width at all; for 85 of 100 and 850 of 1,000 the two nearly agree.",
        height=bottom + 72,
        shapes=shapes,
        caption=f"Ten items leave {100 * (high_10 - low_10):.0f} points of doubt and a thousand "
        f"{100 * (high_1000 - low_1000):.0f}, and the simple formula reaches shares above 1.",
        data=fig.table(["Score", "Wilson", "Wald"], rows),
    )

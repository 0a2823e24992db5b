"""One A/B test from its first week to its last, and how often a test without effect gets a winner.

The counts are invented. Each week brings a quarter of the users that the test was planned for.
"""

from math import sqrt
from statistics import NormalDist

from examples import figure as fig
from examples.sample_size import CONVERSION, rule_of_sixteen
from examples.score_intervals import Z, unpaired_p

WEEKS = ((7_808, 390, 457), (15_617, 781, 861), (23_425, 1_171, 1_251), (31_234, 1_562, 1_640))
"""For each week, from the start of the test: users in an arm, and those who bought in A and B."""

LOOKS = (1, 4, 20)
UPLIFT = 0.10  # relative: what the test was planned to see


def difference(users: int, a: int, b: int) -> tuple[float, float, float]:
    """Share in B minus share in A, with the ends of its simple 95 % interval, as shares."""
    share_a, share_b = a / users, b / users
    error = sqrt((share_a * (1 - share_a) + share_b * (1 - share_b)) / users)
    gap = share_b - share_a
    return gap, gap - Z * error, gap + Z * error


def simpson(bound: float, panels: int = 100) -> list[tuple[float, float]]:
    """Points from -bound to bound, each with its weight in Simpson's rule; `panels` is even."""
    step = 2 * bound / panels
    weights = [1, *[4, 2] * (panels // 2 - 1), 4, 1]
    return [(-bound + step * place, weight * step / 3) for place, weight in enumerate(weights)]


def density(total: float, still_open: list[tuple[float, float]]) -> float:
    """Density of a sum after one more look, each of which adds a standard normal number."""
    pdf = NormalDist().pdf
    return sum(part * pdf(total - before) for before, part in still_open)


def false_winner(looks: int) -> float:
    """Chance that a test without any effect is significant at 5 % at one or more of its looks.

    Looks are equally far apart. What they add up to is followed for as long as none of them was
    significant, by numerical integration, as Armitage, McPherson and Rowe (1969) did.
    """
    still_open = [(0.0, 1.0)]
    for look in range(1, looks + 1):
        grid = simpson(Z * sqrt(look))
        still_open = [(total, weight * density(total, still_open)) for total, weight in grid]
    return 1 - sum(part for _, part in still_open)


def p_value(users: int, a: int, b: int) -> str:
    return f"{unpaired_p(a, b, users):.3f}"


def points(share: float) -> str:
    """A share as percentage points."""
    return fig.signed(100 * share, 2)


def interval(low: float, high: float) -> str:
    return f"{points(low)} to {points(high)}"


def results() -> dict[str, str]:
    early, *early_ends = difference(*WEEKS[0])
    gap, *ends = difference(*WEEKS[-1])
    users, a, b = (f"{count:,}" for count in WEEKS[-1])
    return {
        "rule": f"{rule_of_sixteen(CONVERSION * (1 - CONVERSION), CONVERSION * UPLIFT):,}",
        "users": users,
        "bought_a": a,
        "bought_b": b,
        "gap": points(gap),
        "interval": interval(*ends),
        "early_gap": points(early),
        "early_interval": interval(*early_ends),
        "early_p": p_value(*WEEKS[0]),
    } | {f"false_{looks}": f"{100 * false_winner(looks):.1f}" for looks in LOOKS}


def figures() -> dict[str, str]:
    return {"weeks_figure": weeks_figure()}


def across(share: float) -> float:
    return fig.scale((-0.0025, 0.0175), (72, 318))(share)


def week_row(y: float, week: int) -> list[str]:
    """The difference after a week with its interval, as a diamond when the test is significant."""
    users, a, b = WEEKS[week - 1]
    gap, low, high = difference(users, a, b)
    significant = not low < 0 < high
    kind = 2 if significant else 1
    return [
        fig.text(0, y + 5, f"week {week}"),
        *fig.interval(across(low), across(high), y, f"hb-line-{kind}"),
        (fig.diamond if significant else fig.circle)((across(gap), y), f"hb-mark-{kind}"),
        fig.text(400, y + 5, f"p = {p_value(users, a, b)}", anchor="end"),
    ]


def weeks_figure() -> str:
    """The difference after each week, with its interval and the line of no effect."""
    bottom = 12 + 40 * len(WEEKS)
    shapes = []
    for tick in (0, 0.5, 1, 1.5):
        x = across(tick / 100)
        shapes += [
            fig.line((x, 8), (x, bottom), "hb-grid" if tick else "hb-axis"),
            fig.text(x, bottom + 18, f"{tick:g}", anchor="middle"),
        ]
    rows = []
    for week, counts in enumerate(WEEKS, 1):
        gap, *ends = difference(*counts)
        shapes += week_row(40 * week - 8, week)
        rows.append([str(week), f"{counts[0]:,}", points(gap), interval(*ends), p_value(*counts)])
    shapes += [
        fig.line((72, bottom), (318, bottom), "hb-axis"),
        fig.text(195, bottom + 40, "B minus A, percentage points", anchor="middle"),
    ]
    return fig.figure(
        "ab-test-weeks",
        alt="The difference between two arms after each of four weeks, with 95 % intervals.",
        desc="The intervals get shorter and move towards zero; those of the first two weeks lie "
        "above zero, and those of the last two include it.",
        height=bottom + 48,
        shapes=shapes,
        caption="Whoever stops after the first week has a winner, and whoever waits as planned "
        "has none (invented counts).",
        data=fig.table(["Week", "Users per arm", "Difference", "95 % interval", "p"], rows),
    )

"""Alarms: how often monitors ring for nothing, and what a ring is then worth.

Rates and counts are invented, and monitors ring independently.
"""

from collections.abc import Sequence
from math import ceil, sqrt
from statistics import NormalDist

from examples import figure as fig
from examples.gate import at_least_once

MONITORS = 20  # each looks once a day
LEVELS = (0.05, 0.01, 0.001)  # chance that a monitor rings on a day without a fault
FAULTY = 0.02  # share of days with a real fault
SEEN = 0.90  # chance that a fault rings at least one monitor
DAYS = 30

ACCURACY = 0.90  # at release
POWER = 0.80
FALLS = (0.05, 0.03, 0.01)  # falls of accuracy to be seen
MINUTES = 2  # to label one answer


def false_rings(level: float, monitors: int = MONITORS) -> float:
    """False rings to be expected on a day."""
    return monitors * level


def noisy_day(level: float, monitors: int = MONITORS) -> float:
    """Chance that at least one of the monitors rings on a day without a fault."""
    return at_least_once(level, monitors)


def true_share(level: float, monitors: int = MONITORS) -> float:
    """Share of the days with a ring on which something is wrong, by Bayes' rule."""
    real, false = FAULTY * SEEN, (1 - FAULTY) * noisy_day(level, monitors)
    return real / (real + false)


def labels_for(fall: float) -> int:
    """Labels that show a fall at one-sided 5 % with the power, by the normal approximation.

    ((z_a sqrt(p(1-p)) + z_b sqrt(q(1-q))) / (p-q))², p the accuracy before and q after.
    """
    before, after = ACCURACY, ACCURACY - fall
    normal = NormalDist()
    spread = normal.inv_cdf(0.95) * sqrt(before * (1 - before))
    spread += normal.inv_cdf(POWER) * sqrt(after * (1 - after))
    return ceil((spread / fall) ** 2)


def results() -> dict[str, str]:
    values = {"monitors": str(MONITORS)}
    for level in LEVELS:
        name = f"{1000 * level:.0f}"
        values |= {
            f"rings_{name}": f"{DAYS * false_rings(level):g}",
            f"noisy_{name}": f"{100 * noisy_day(level):.0f}",
            f"true_{name}": f"{100 * true_share(level):.0f}",
        }
    for fall in FALLS:
        labels = labels_for(fall)
        values |= {
            f"labels_{100 * fall:.0f}": f"{labels:,}",
            f"hours_{100 * fall:.0f}": f"{labels * MINUTES / 60:.0f}",
        }
    values["try_noisy"] = f"{100 * noisy_day(0.05, 5):.0f}"
    values["try_true"] = f"{100 * true_share(0.05, 5):.0f}"
    return values


def figures() -> dict[str, str]:
    return {"noise_figure": noise_figure()}


def curve(level: float, counts: Sequence[int]) -> list[float]:
    return [noisy_day(level, count) for count in counts]


def noise_figure() -> str:
    """The chance of a false ring on a day against the number of monitors, for three levels."""
    across, up = fig.scale((0, 40), (48, 330)), fig.scale((0, 1), (220, 12))
    counts = range(41)
    shapes = fig.levels(
        up, (48, 330), {share: f"{100 * share:.0f}" for share in (0, 0.2, 0.4, 0.6, 0.8, 1)}
    )
    shapes += [
        fig.text(across(count), 240, str(count), anchor="middle") for count in (0, 10, 20, 30, 40)
    ]
    lines = ("hb-line-2", "hb-line-1 hb-dash-2", "hb-line-3 hb-dash-3")
    for level, line in zip(LEVELS, lines, strict=True):
        points = [(across(n), up(y)) for n, y in zip(counts, curve(level, counts), strict=True)]
        shapes.append(fig.path(points, line))
        shapes.append(fig.text(336, points[-1][1] + 5, f"at {100 * level:g} %"))
    shapes += [
        fig.line((48, 220), (330, 220), "hb-axis"),
        fig.circle((across(MONITORS), up(noisy_day(LEVELS[0]))), "hb-mark-2"),
        fig.text(189, 262, "Monitors that look once a day", anchor="middle"),
        fig.text(56, 30, "Days with a false ring, %"),
    ]
    rows = [
        [str(count), *(f"{100 * noisy_day(level, count):.0f}" for level in LEVELS)]
        for count in (1, 5, 10, 20, 40)
    ]
    return fig.figure(
        "alarms-noise",
        alt="Three curves: the share of days with a false ring against the number of monitors.",
        desc=f"At 5 % the curve bends up steeply and passes {100 * noisy_day(0.05):.0f} at "
        f"{MONITORS} monitors; at 0.1 % it stays near the floor.",
        height=272,
        shapes=shapes,
        caption=f"{MONITORS} monitors at 5\N{NO-BREAK SPACE}% each ring for nothing on "
        f"{100 * noisy_day(LEVELS[0]):.0f} of 100 quiet days, and at 0.1\N{NO-BREAK SPACE}% on "
        f"{100 * noisy_day(LEVELS[2]):.0f}.",
        data=fig.table(["Monitors", *(f"{100 * level:g} %" for level in LEVELS)], rows),
    )

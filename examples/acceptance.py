"""Acceptance: how many cases it takes to claim a rate, and how often a good system passes.

A gate lets a system pass when at most so many of its cases fail.
"""

from itertools import count

from examples import figure as fig
from examples.score_intervals import at_most

LIMIT = 0.01  # failure rate that the release must stay under
CONFIDENCE = 0.95
GOOD = 0.005  # failure rate of a system that deserves to pass
ALLOWED = (0, 2, 4)  # failures that a gate allows
RATES = (0.05, 0.01, 0.001)


def passes(cases: int, allowed: int, rate: float) -> float:
    """Chance that at most `allowed` of the cases fail."""
    return at_most(allowed, cases, rate)


def cases_for(allowed: int, rate: float = LIMIT) -> int:
    """The fewest cases with which a system at the limit passes with a chance of 5 % at most."""
    return next(
        cases for cases in count(allowed + 1) if passes(cases, allowed, rate) <= 1 - CONFIDENCE
    )


def results() -> dict[str, str]:
    values = {f"cases_for_{rate:g}".replace(".", "_"): f"{cases_for(0, rate):,}" for rate in RATES}
    for allowed in ALLOWED:
        cases = cases_for(allowed)
        values[f"cases_{allowed}"] = f"{cases:,}"
        values[f"good_passes_{allowed}"] = f"{100 * passes(cases, allowed, GOOD):.0f}"
        values[f"bad_passes_{allowed}"] = f"{100 * passes(cases, allowed, LIMIT):.1f}"
    seen = cases_for(0)
    return values | {
        "by_hand": f"{passes(seen, 0, LIMIT):.4f}",
        "good_fails_0": f"{100 * (1 - passes(seen, 0, GOOD)):.0f}",
        "better_passes_0": f"{100 * passes(seen, 0, 0.001):.0f}",
        "twelve_pass": f"{100 * passes(12, 0, 0.2):.0f}",
    }


def figures() -> dict[str, str]:
    return {"gates_figure": gates_figure()}


def gates_figure() -> str:
    """The chance to pass each gate against the true failure rate."""
    across = fig.scale((0, 0.015), (44, 388))
    up = fig.scale((0, 1), (216, 16))
    rates = [step / 4000 for step in range(61)]
    shapes = fig.levels(
        up, (44, 388), {tick: f"{100 * tick:.0f}" for tick in (0, 0.25, 0.5, 0.75, 1)}
    )
    for tick in (0, 0.005, 0.01, 0.015):
        shapes.append(fig.text(across(tick), 236, f"{100 * tick:.1f}", anchor="middle"))
    for rate, label in ((GOOD, "good"), (LIMIT, "limit")):
        x = across(rate)
        shapes += [
            fig.line((x, 16), (x, 216), "hb-axis hb-dash-2"),
            fig.text(x + 6, 30, label, "hb-small"),
        ]
    keys = {}
    for number, (allowed, mark) in enumerate(zip(ALLOWED, fig.MARKS, strict=True)):
        cases, classes = cases_for(allowed), f"hb-mark-{number + 1}"
        curve = [(across(rate), up(passes(cases, allowed, rate))) for rate in rates]
        shapes += [
            fig.path(curve, fig.LINES[number]),
            mark((across(GOOD), up(passes(cases, allowed, GOOD))), classes),
        ]
        keys[classes] = f"{allowed or 'no'} failures in {cases:,} cases"
    first, last = ALLOWED[0], ALLOWED[-1]
    rows = [
        [
            f"{allowed} in {cases_for(allowed):,}",
            *(f"{100 * passes(cases_for(allowed), allowed, rate):.0f}" for rate in (0.001, GOOD)),
            f"{100 * passes(cases_for(allowed), allowed, LIMIT):.1f}",
        ]
        for allowed in ALLOWED
    ]
    return fig.figure(
        "acceptance-gates",
        alt="Three falling curves: the chance to pass a gate against the true failure rate.",
        desc="All three gates let a system at the limit of 1.0 % pass with the same small chance. "
        "The gate that allows no failure falls from the start; the others stay high for longer.",
        height=352,
        shapes=[
            *shapes,
            fig.line((44, 216), (388, 216), "hb-axis"),
            fig.text(216, 258, "True failure rate, %", anchor="middle"),
            fig.text(44, 280, "Chance to pass, %, with a gate that allows at most", "hb-small"),
            *fig.legend((48, 295), (0, 22), keys, fig.MARKS),
        ],
        caption=f"All three gates stop a system at the limit equally often; a good one passes with "
        f"{100 * passes(cases_for(first), first, GOOD):.0f}\N{NO-BREAK SPACE}% or "
        f"{100 * passes(cases_for(last), last, GOOD):.0f}\N{NO-BREAK SPACE}%.",
        data=fig.table(["Gate", "0.1 % failures, %", "0.5 %, %", "1.0 %, %"], rows),
    )

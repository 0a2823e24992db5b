"""How often a chain of steps succeeds, and how many tokens it reads on the way.

The shares and the sizes are invented; that steps fail independently is an assumption.
"""

from math import exp, floor, log

from examples import figure as fig

SUCCESS = 0.95
"""Share of single steps that succeed."""
CAUGHT = 0.8
"""Share of the failed steps that a check notices; each of them is tried once more."""
LENGTHS = (1, 5, 10, 20)  # steps

START = 1_000  # tokens: instructions, tools, task
ADDED = 500  # tokens that a step adds to what the next one reads

FIRST_TRY = 0.61
TRIES = 8
"""Retail tasks that gpt-4o solved at the first try, and the tries of each (Yao et al. 2024)."""


def chain(success: float, steps: int) -> float:
    """Chance that every one of independent steps succeeds."""
    return success**steps


def with_check(success: float, caught: float) -> float:
    """Share of steps that succeed when a failure that is caught is tried once more."""
    return success + (1 - success) * caught * success


def success_needed(whole: float, steps: int) -> float:
    """Share of single steps that must succeed for the chain to succeed with chance `whole`."""
    return exp(log(whole) / steps)


def longest(success: float, whole: float) -> int:
    """The most steps whose chain still succeeds with chance `whole` or more."""
    return floor(log(whole) / log(success))


def tokens_read(steps: int) -> int:
    """Tokens that all steps read together, since each reads again what came before it."""
    return sum(START + ADDED * step for step in range(steps))


def tokens_per_success(success: float, steps: int) -> float:
    """Mean tokens read until a whole chain succeeds, when a failure shows only at its end."""
    return tokens_read(steps) / chain(success, steps)


def results() -> dict[str, str]:
    checked = with_check(SUCCESS, CAUGHT)
    values = {
        "checked_step": f"{checked:.3f}",
        "checked_10": f"{chain(checked, 10):.3f}",
        "tokens_10_to_20": f"{tokens_read(20) / tokens_read(10):.1f}",
        "same_task": f"{chain(FIRST_TRY, TRIES):.3f}",
        "try_step_needed": f"{success_needed(0.9, 20):.4f}",
        "try_longest": str(longest(0.99, 0.9)),
    }
    for steps in LENGTHS:
        values[f"success_{steps}"] = f"{chain(SUCCESS, steps):.3f}"
        values[f"tokens_{steps}"] = f"{tokens_read(steps):,}"
        values[f"tokens_per_success_{steps}"] = f"{tokens_per_success(SUCCESS, steps):,.0f}"
    return values


def figures() -> dict[str, str]:
    return {"chain_figure": chain_figure()}


def across(steps: float) -> float:
    return fig.scale((0, 20), (48, 360))(steps)


def up(share: float) -> float:
    return fig.scale((0, 1), (220, 12))(share)


def axes() -> list[str]:
    """Grid and labels of both axes."""
    return [
        *fig.levels(up, (48, 360), {share: f"{share:g}" for share in (0, 0.25, 0.5, 0.75, 1)}),
        *(fig.text(across(n), 240, str(n), anchor="middle") for n in (0, 5, 10, 15, 20)),
        fig.line((48, 220), (360, 220), "hb-axis"),
        fig.text(204, 262, "Steps", anchor="middle"),
        fig.text(56, up(0) - 8, "Chance that all succeed"),
        fig.text(398, 32, "One step", anchor="end"),
    ]


def chain_figure() -> str:
    """The chance of a whole chain against its length, for three chances of a step."""
    shapes = axes()
    lines = (
        (0.99, "hb-line-1", "hb-mark-1"),
        (SUCCESS, "hb-line-2 hb-dash-2", "hb-mark-2"),
        (0.90, "hb-line-3 hb-dash-3", "hb-mark-3"),
    )
    for success, line, mark in lines:
        points = [(across(steps), up(chain(success, steps))) for steps in range(21)]
        shapes += [
            fig.path(points, line),
            *(fig.circle(points[steps], mark, 4) for steps in (10, 20)),
            fig.text(366, points[20][1] + 5, f"{success:.2f}"),
        ]
    rows = [
        [str(steps), *(f"{chain(success, steps):.3f}" for success, _, _ in lines)]
        for steps in LENGTHS
    ]
    return fig.figure(
        "agent-chain",
        alt="Three falling lines: the chance that a whole chain succeeds against its steps.",
        desc="They start at 1; after 20 steps the line for a step that succeeds with chance 0.99 "
        f"stands at {chain(0.99, 20):.2f}, for 0.95 at {chain(0.95, 20):.2f} and for 0.90 at "
        f"{chain(0.90, 20):.2f}.",
        height=270,
        shapes=shapes,
        caption="A step that nearly always succeeds makes a chain that often fails, if steps fail "
        "independently (invented chances).",
        data=fig.table(["Steps", "0.99 a step", "0.95 a step", "0.90 a step"], rows),
    )

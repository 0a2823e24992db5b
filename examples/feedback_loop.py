"""E17: two items of equal quality, and a list that puts first what was clicked most.

The clicks are invented: so many a day in the first place, so many in the second.
"""

from dataclasses import dataclass

from examples import figure as fig

DAYS = 10
FIRST, SECOND = 10, 5
BETTER_FIRST, BETTER_SECOND = 12, 6
TURNS = 5
"""With turns, every so many days the item that is behind stands first."""


@dataclass(frozen=True)
class Item:
    """Clicks that it has, and how many a day it gets in the first and in the second place."""

    clicks: int
    first: int = FIRST
    second: int = SECOND


def totals(a: Item, b: Item, turns: int = 0) -> list[tuple[int, int]]:
    """The clicks of both items before the first day and after each."""
    found = [(a.clicks, b.clicks)]
    for day in range(1, DAYS + 1):
        clicks_a, clicks_b = found[-1]
        a_leads = clicks_a > clicks_b
        if turns and day % turns == 0:
            a_leads = not a_leads
        gain_a, gain_b = (a.first, b.second) if a_leads else (a.second, b.first)
        found.append((clicks_a + gain_a, clicks_b + gain_b))
    return found


def results() -> dict[str, str]:
    equal = totals(Item(1), Item(0))
    better = Item(0, BETTER_FIRST, BETTER_SECOND)
    unseen, seen = totals(Item(1), better), totals(Item(1), better, TURNS)
    return {
        "after_1": f"{equal[1][0]} and {equal[1][1]}",
        "a": str(equal[-1][0]),
        "b": str(equal[-1][1]),
        "better_a": str(unseen[-1][0]),
        "better_b": str(unseen[-1][1]),
        "turns_a": str(seen[-1][0]),
        "turns_b": str(seen[-1][1]),
        "days_first": str(DAYS // TURNS),
    }


def figures() -> dict[str, str]:
    return {"clicks_figure": clicks_figure()}


def clicks_figure() -> str:
    """The clicks of both items over the days."""
    across, up = fig.scale((0, DAYS), (44, 350)), fig.scale((0, 110), (190, 12))
    clicks = totals(Item(1), Item(0))
    lines = [[(across(day), up(pair[item])) for day, pair in enumerate(clicks)] for item in (0, 1)]
    shapes = [
        *fig.levels(up, (44, 350), {y: str(y) for y in (0, 50, 100)}),
        *(fig.text(across(day), 208, str(day), "hb-small", "middle") for day in range(0, 11, 2)),
        fig.text(197, 228, "Days", anchor="middle"),
        fig.text(52, 24, "Clicks"),
        fig.path(lines[0], "hb-line-1"),
        fig.path(lines[1], "hb-line-2 hb-dash-2"),
        fig.text(358, lines[0][-1][1] + 5, "A"),
        fig.text(358, lines[1][-1][1] + 5, "B"),
    ]
    return fig.figure(
        "feedback-loop-clicks",
        alt="Two lines of clicks over ten days that start one click apart and part ever further.",
        desc=f"Item A ends at {clicks[-1][0]} clicks and item B at {clicks[-1][1]}, though both "
        "are equally good.",
        height=236,
        shapes=shapes,
        caption="One early click decides who stands first, and standing first makes the clicks.",
        data=fig.table(
            ["Day", "A", "B"],
            [[str(day), str(a), str(b)] for day, (a, b) in enumerate(clicks)],
        ),
    )

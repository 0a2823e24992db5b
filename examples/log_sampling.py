"""Sampling of a log: what it stores, what it takes to read, and which faults it shows in a week.

Traffic, sizes and rates are invented.
"""

from collections.abc import Callable
from math import comb

from examples import figure as fig

REQUESTS = 10_000  # a week
WRONG = 0.01  # share of wrong answers
FACTS, TEXT = 1, 7  # kilobytes a record: versions, times and ids; question, passages and answer
WEEKS = 26
MINUTES = 2  # to read one record
SHARES = (0.01, 0.03, 0.1, 1)
GROUP, GROUP_WRONG = 200, 0.1  # requests of a small group in a week, and its wrong answers


def exactly(found: int, requests: int, chance: float) -> float:
    """Binomial chance that so many requests are both wrong and kept."""
    return comb(requests, found) * chance**found * (1 - chance) ** (requests - found)


def at_least(found: int, share: float, requests: int = REQUESTS, wrong: float = WRONG) -> float:
    """Chance that a week's sample holds so many wrong answers; each request is kept by itself."""
    return 1 - sum(exactly(fewer, requests, wrong * share) for fewer in range(found))


def share_for(found: int, confidence: float = 0.95) -> float:
    """The smallest share, to a tenth of a percent, that shows so many with this chance."""
    return next(
        step / 1000 for step in range(1, 1001) if at_least(found, step / 1000) >= confidence
    )


def stored(share: float) -> float:
    """Gigabytes (1,000,000 kB) after all weeks: the facts of each request, the text of some."""
    return REQUESTS * (FACTS + share * TEXT) * WEEKS / 1e6


def hours(share: float) -> float:
    """Hours a week to read each record whose text was kept."""
    return REQUESTS * share * MINUTES / 60


def percent(share: float) -> str:
    """Never 0 or 100, since no chance here is certain."""
    if share > 0.99:
        return "over 99"
    return f"{100 * share:.1f}" if share < 0.01 else f"{100 * share:.0f}"


def results() -> dict[str, str]:
    values = {
        "by_hand": f"{(1 - WRONG * 0.03) ** REQUESTS:.4f}",
        "share_for_1": f"{100 * share_for(1):.1f}",
        "share_for_5": f"{100 * share_for(5):.1f}",
        "group_3": percent(at_least(1, 0.03, GROUP, GROUP_WRONG)),
        "group_50": percent(at_least(1, 0.5, GROUP, GROUP_WRONG)),
        "group_hours": f"{GROUP * 0.5 * MINUTES / 60:.1f}",
        "try_half": percent(at_least(1, 0.03, REQUESTS, WRONG / 2)),
        "try_half_double": percent(at_least(1, 0.06, REQUESTS, WRONG / 2)),
    }
    for share in SHARES:
        name = f"{100 * share:.0f}"
        values[f"stored_{name}"] = f"{stored(share):.2f}"
        values[f"hours_{name}"] = f"{hours(share):.0f}"
        values[f"one_{name}"] = percent(at_least(1, share))
        values[f"five_{name}"] = percent(at_least(5, share))
    return values


def figures() -> dict[str, str]:
    return {"shares_figure": shares_figure()}


def curves() -> tuple[tuple[str, Callable[[float], float]], ...]:
    """What a sample may show, and the chance of it at a share."""
    return (
        ("at least one wrong answer of all", lambda share: at_least(1, share)),
        ("at least five of them", lambda share: at_least(5, share)),
        ("one from the small group", lambda share: at_least(1, share, GROUP, GROUP_WRONG)),
    )


def shares_figure() -> str:
    """What a week's sample shows against the share that is kept."""
    across = fig.scale((0, 0.12), (44, 388))
    up = fig.scale((0, 1), (216, 16))
    shares = [step / 500 for step in range(61)]
    shapes = fig.levels(
        up, (44, 388), {tick: f"{100 * tick:.0f}" for tick in (0, 0.25, 0.5, 0.75, 0.95)}
    )
    shapes += [
        fig.text(across(tick / 100), 236, f"{tick}", anchor="middle") for tick in (0, 3, 6, 9, 12)
    ]
    keys = {}
    for number, ((label, chance), mark) in enumerate(zip(curves(), fig.MARKS, strict=True)):
        classes = f"hb-mark-{number + 1}"
        curve = [(across(share), up(chance(share))) for share in shares]
        shapes += [
            fig.path(curve, fig.LINES[number]),
            mark((across(0.03), up(chance(0.03))), classes),
        ]
        keys[classes] = label
    rows = [
        [f"{100 * share:.0f}", *(percent(chance(share)) for _, chance in curves())]
        for share in (0.01, 0.03, 0.06, 0.09, 0.12)
    ]
    return fig.figure(
        "log-shares",
        alt="Three rising curves: the chance that a week's sample shows a fault, by share kept.",
        desc="The curve for one wrong answer reaches 95 % at a share of 3 %. The curve for five is "
        "far lower there, and so is the one for the small group.",
        height=352,
        shapes=[
            *shapes,
            fig.line((44, 216), (388, 216), "hb-axis"),
            fig.text(216, 258, "Share of requests kept with their text, %", anchor="middle"),
            fig.text(44, 280, "Chance in a week, %, to keep", "hb-small"),
            *fig.legend((48, 295), (0, 22), keys, fig.MARKS),
        ],
        caption=f"Three in a hundred show one wrong answer of all "
        f"({percent(at_least(1, 0.03))}\N{NO-BREAK SPACE}%), and one of the small group less often "
        f"({percent(at_least(1, 0.03, GROUP, GROUP_WRONG))}\N{NO-BREAK SPACE}%).",
        data=fig.table(["Share, %", "One, %", "Five, %", "One of the group, %"], rows),
    )

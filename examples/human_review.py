"""E18: what is left of twenty answers' errors when a person looks at some of them.

The answers are those of the calibration example, and the reviewer is invented.
"""

from collections.abc import Sequence
from math import ceil, comb

from examples import figure as fig
from examples.calibration import KEPT_PROMISE, STATED, Group, count

PERFECT, GOOD = 1.0, 0.9
"""The share of reviewed answers that the reviewer gets right, whatever the model said."""
AGREEING = 0.5  # share of the model's errors that a reviewer who leans on it still corrects
SAMPLE = 3  # of the confident answers, drawn at random
ARRIVALS = 200  # answers an hour
MINUTES = 3  # for one review
BUSY = 0.8  # share of a reviewer's hour that goes into reviews


def least_sure_first(groups: Sequence[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: group.confidence)


def errors_left(groups: Sequence[Group], load: int, reviewer: float) -> float:
    """Errors to be expected when the first `load` answers of `groups`, in this order, are reviewed.

    Within a group nothing tells one answer from another, so errors fall evenly.
    """
    left, free = 0.0, load
    for group in groups:
        seen = min(free, group.total)
        free -= seen
        left += (group.total - seen) * (1 - group.accuracy) + seen * (1 - reviewer)
    return left


def error_share(groups: Sequence[Group], load: int, reviewer: float) -> float:
    """The same as a share of all answers, the least sure being reviewed first."""
    return errors_left(least_sure_first(groups), load, reviewer) / count(groups)


def error_share_at_random(groups: Sequence[Group], load: int, reviewer: float) -> float:
    """The share when the reviewed answers are drawn at random."""
    unseen, alone = 1 - load / count(groups), error_share(groups, 0, reviewer)
    return unseen * alone + (1 - unseen) * (1 - reviewer)


def error_share_agreeing(groups: Sequence[Group], load: int) -> float:
    """The share when a reviewer corrects only some of the errors, and spoils nothing."""
    alone, perfect = (error_share(groups, amount, PERFECT) for amount in (0, load))
    return alone - AGREEING * (alone - perfect)


def chance_to_notice(group: Group, sample: int) -> float:
    """Chance that a random sample of a group holds at least one of its wrong answers."""
    return 1 - comb(group.right, sample) / comb(group.total, sample)


def reviewers(share: float) -> int:
    """People that the reviews of one hour keep busy."""
    return ceil(ARRIVALS * share * MINUTES / 60 / BUSY)


def percent(share: float) -> str:
    return f"{100 * share:.3g}"


def results() -> dict[str, str]:
    half = count(STATED) // 2
    confident = least_sure_first(STATED)[-1]
    most_sure_first = [*reversed(least_sure_first(STATED))]
    return {
        "alone": percent(error_share(STATED, 0, PERFECT)),
        "perfect": percent(error_share(STATED, half, PERFECT)),
        "good": percent(error_share(STATED, half, GOOD)),
        "all_good": percent(error_share(STATED, count(STATED), GOOD)),
        "random": percent(error_share_at_random(STATED, half, PERFECT)),
        "agreeing": percent(error_share_agreeing(STATED, half)),
        "sure_instead": percent(errors_left(most_sure_first, half, PERFECT) / count(STATED)),
        "kept_alone": percent(error_share(KEPT_PROMISE, 0, PERFECT)),
        "kept_perfect": percent(error_share(KEPT_PROMISE, half, PERFECT)),
        "kept_good": percent(error_share(KEPT_PROMISE, half, GOOD)),
        "kept_random": percent(error_share_at_random(KEPT_PROMISE, half, PERFECT)),
        "notice": percent(chance_to_notice(confident, SAMPLE)),
        "reviewers": str(reviewers(half / count(STATED))),
        "reviewers_all": str(reviewers(1)),
        "reviewers_tenth": str(reviewers(0.1)),
    }


def figures() -> dict[str, str]:
    return {"load_figure": load_figure()}


def load_figure() -> str:
    """The share of answers still wrong against the number of answers reviewed."""
    across, up = fig.scale((0, 20), (48, 384)), fig.scale((0, 0.4), (220, 12))
    loads = range(0, 21, 5)
    shapes = fig.levels(
        up, (48, 384), {share: f"{100 * share:.0f}" for share in (0, 0.1, 0.2, 0.3, 0.4)}
    )
    shapes += [fig.text(across(load), 240, str(load), anchor="middle") for load in loads]
    for groups, reviewer, line, mark in (
        (STATED, PERFECT, "hb-line-1", fig.circle),
        (STATED, GOOD, "hb-line-2 hb-dash-2", fig.diamond),
        (KEPT_PROMISE, PERFECT, "hb-line-3 hb-dash-3", fig.square),
    ):
        points = [(across(load), up(error_share(groups, load, reviewer))) for load in (0, 10, 20)]
        shapes.append(fig.path(points, line))
        shapes += [mark(point, f"hb-mark-{line[8]}") for point in points]
    shapes += [
        fig.line((48, 220), (384, 220), "hb-axis"),
        fig.text(216, 262, "Answers reviewed of twenty, least sure first", anchor="middle"),
        fig.text(56, 26, "Answers wrong, %"),
        *fig.legend(
            (8, 284),
            (0, 21),
            {
                "hb-mark-1": "as stated, perfect reviewer",
                "hb-mark-2": "as stated, reviewer right nine times in ten",
                "hb-mark-3": "promise kept, perfect reviewer",
            },
            fig.MARKS,
        ),
    ]
    rows = [
        [
            str(load),
            percent(error_share(STATED, load, PERFECT)),
            percent(error_share(STATED, load, GOOD)),
            percent(error_share(KEPT_PROMISE, load, PERFECT)),
        ]
        for load in loads
    ]
    return fig.figure(
        "human-review-load",
        alt="Three falling lines: the share of answers still wrong against the answers reviewed.",
        desc="As stated, with a perfect reviewer, the line falls almost evenly from 35 to 0; with "
        "one who is right nine times in ten it ends at 10; where confidence keeps its promise it "
        "falls steeply at first and little after.",
        height=338,
        shapes=shapes,
        caption="A perfect review of the less sure half leaves "
        f"{percent(error_share(STATED, 10, PERFECT))}\N{NO-BREAK SPACE}% of the answers wrong "
        "where confidence misleads, and "
        f"{percent(error_share(KEPT_PROMISE, 10, PERFECT))}\N{NO-BREAK SPACE}% where it keeps its "
        "promise.",
        data=fig.table(
            ["Reviewed", "Perfect reviewer, %", "Right nine in ten, %", "Promise kept, %"], rows
        ),
    )

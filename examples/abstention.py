"""When an answer pays: twenty answers under a rule that charges for wrong ones.

The answers are those of `calibration`. A right one earns 1, a wrong one costs a penalty, and "I
don't know" brings 0.
"""

from collections.abc import Sequence

from examples import figure as fig
from examples.calibration import KEPT_PROMISE, STATED, Group, accuracy, count

MILD, HARSH = 1, 3
"""Penalties for a wrong answer, in right ones."""
LARGEST = 4
SURE = 0.9


def answered(groups: Sequence[Group], threshold: float) -> list[Group]:
    """The answers that are given when less confident ones are held back."""
    return [group for group in groups if group.confidence >= threshold]


def right(groups: Sequence[Group]) -> int:
    return sum(group.right for group in groups)


def score(groups: Sequence[Group], penalty: float) -> float:
    return right(groups) - penalty * (count(groups) - right(groups))


def break_even(penalty: float) -> float:
    """The chance of being right, p, above which an answer earns more than silence.

    There p - penalty * (1 - p) = 0.
    """
    return penalty / (1 + penalty)


def penalty_of_silence(groups: Sequence[Group]) -> float:
    """The penalty at which these answers earn nothing, as silence does."""
    return right(groups) / (count(groups) - right(groups))


def results() -> dict[str, str]:
    sure = answered(STATED, SURE)
    unsure = [group for group in STATED if group not in sure]
    kept = answered(KEPT_PROMISE, SURE)
    return {
        "right_all": str(right(STATED)),
        "wrong_all": str(count(STATED) - right(STATED)),
        "right_sure": str(right(sure)),
        "wrong_sure": str(count(sure) - right(sure)),
        "accuracy_sure": f"{accuracy(sure):.2f}",
        "mild_all": fig.signed(score(STATED, MILD), 0),
        "mild_sure": fig.signed(score(sure, MILD), 0),
        "harsh_all": fig.signed(score(STATED, HARSH), 0),
        "harsh_sure": fig.signed(score(sure, HARSH), 0),
        "break_even_mild": f"{break_even(MILD):.2f}",
        "break_even_harsh": f"{break_even(HARSH):.2f}",
        "penalty_unsure": f"{penalty_of_silence(unsure):.2f}",
        "penalty_sure": f"{penalty_of_silence(sure):.2f}",
        "try_harsh_sure": fig.signed(score(kept, HARSH), 0),
        "try_harsh_all": fig.signed(score(KEPT_PROMISE, HARSH), 0),
    }


def figures() -> dict[str, str]:
    return {"score_figure": score_figure()}


def score_figure() -> str:
    """The score of three policies against the penalty."""
    across, up = fig.scale((0, LARGEST), (48, 384)), fig.scale((-16, 14), (252, 12))
    policies: tuple[tuple[str, Sequence[Group], str], ...] = (
        ("answers all", STATED, "hb-line-2 hb-dash-2"),
        ("answers when sure", answered(STATED, SURE), "hb-line-1"),
        ("says nothing", [], "hb-line-4 hb-dash-3"),
    )
    shapes = fig.levels(
        up, (48, 384), {tick: fig.signed(tick, 0) for tick in (-15, -10, -5, 0, 5, 10)}
    )
    shapes += [
        fig.text(across(tick), 270, str(tick), anchor="middle") for tick in range(LARGEST + 1)
    ]
    for _, groups, line in policies:
        shapes.append(fig.path([(across(x), up(score(groups, x))) for x in (0, LARGEST)], line))
    shapes += [
        *fig.legend((12, 311), (0, 20), {line: name for name, _, line in policies}),
        fig.text(216, 292, "Penalty for a wrong answer, in right ones", anchor="middle"),
        fig.text(380, 24, "Score of twenty questions", anchor="end"),
    ]
    rows = [
        [str(x), *(fig.signed(score(groups, x), 0) for _, groups, _ in policies)]
        for x in range(LARGEST + 1)
    ]
    return fig.figure(
        "abstention-score",
        alt="Three lines: the score of answering all, only when sure, or never, by penalty.",
        desc="Answering all starts highest and falls fastest; answering when sure crosses it and "
        "then falls below silence, which stays at 0.",
        height=362,
        shapes=shapes,
        caption="Guessing wins while wrong answers are free; with a penalty of "
        f"{HARSH} even the sure answers lose to silence.",
        data=fig.table(["Penalty", *(name for name, _, _ in policies)], rows),
    )

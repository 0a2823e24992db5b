"""One fall in accuracy with two causes: other inputs, or other right answers."""

from math import sqrt

from examples import drift
from examples import figure as fig

Month = dict[str, tuple[float, float]]
"""For each group of questions its share of them, and how often the router is right in it."""

BEFORE: Month = {"short": (0.9, 0.95), "long": (0.1, 0.65)}
OTHER_INPUTS: Month = {"short": (0.6, 0.95), "long": (0.4, 0.65)}
OTHER_ANSWERS: Month = {"short": (0.9, 0.85), "long": (0.1, 0.65)}
BOTH: Month = {"short": (0.6, 0.85), "long": (0.4, 0.65)}

LABELLED = 100  # questions a month


def accuracy(month: Month) -> float:
    """The mean of the groups' accuracies, each weighted by its share."""
    return sum(share * right for share, right in month.values())


def effects(before: Month, after: Month) -> tuple[float, float]:
    """What other shares and what other accuracies contribute; they add up to the change.

    Each difference is weighted by the mean of the other quantity (Kitagawa 1955).
    """
    inputs = answers = 0.0
    for group, (share, right) in before.items():
        new_share, new_right = after[group]
        inputs += (new_share - share) * (right + new_right) / 2
        answers += (new_right - right) * (share + new_share) / 2
    return inputs, answers


def psi(before: Month, after: Month) -> float:
    """Population stability index of the groups' shares."""
    return drift.psi(*([share for share, _ in month.values()] for month in (before, after)))


def results() -> dict[str, str]:
    values = {"before": f"{accuracy(BEFORE):.2f}"}
    months = {"inputs": OTHER_INPUTS, "answers": OTHER_ANSWERS, "both": BOTH}
    for name, month in months.items():
        by_inputs, by_answers = effects(BEFORE, month)
        values[name] = f"{accuracy(month):.2f}"
        values[f"{name}_by_inputs"] = fig.signed(by_inputs, 3)
        values[f"{name}_by_answers"] = fig.signed(by_answers, 3)
        values[f"{name}_psi"] = f"{psi(BEFORE, month):.3f}"
    share, right = BEFORE["long"]
    error = sqrt(right * (1 - right) / (share * LABELLED))
    return values | {"long_labels": f"{share * LABELLED:.0f}", "long_error": f"{error:.2f}"}


def figures() -> dict[str, str]:
    return {"areas_figure": areas_figure()}


def panel(title: str, month: Month, left: float) -> list[str]:
    """A bar for each group: as wide as its share, filled as high as its accuracy; 108 wide."""
    floor, up = 178, fig.scale((0, 1), (0, 130))
    shapes = [fig.text(left + 54, 16, title, anchor="middle")]
    x = left
    for (share, right), classes in zip(month.values(), ("hb-mark-1", "hb-mark-2"), strict=True):
        width = 108 * share
        shapes += [
            fig.rect((x, floor - up(1)), (width, up(1)), "hb-heat-0"),
            fig.rect((x, floor - up(right)), (width, up(right)), classes),
            fig.text(x + width / 2, floor - up(1) - 6, f"{right:.2f}", "hb-small", "middle"),
            fig.text(x + width / 2, floor + 16, f"{share:.1f}", "hb-small", "middle"),
        ]
        x += width
    return [
        *shapes,
        fig.line((left, floor), (left + 108, floor), "hb-axis"),
        fig.text(left + 54, floor + 38, f"accuracy {accuracy(month):.2f}", anchor="middle"),
    ]


def areas_figure() -> str:
    """Accuracy as an area, before and after either change."""
    panels = {"Before": BEFORE, "Other inputs": OTHER_INPUTS, "Other answers": OTHER_ANSWERS}
    rows = [
        [
            f"{title}, {group}",
            f"{share:.1f}",
            f"{right:.2f}",
            f"{share * right:.3f}",
        ]
        for title, month in panels.items()
        for group, (share, right) in month.items()
    ]
    return fig.figure(
        "accuracy-areas",
        alt="Three pairs of bars whose filled area is the accuracy.",
        desc="With other inputs the low bar of the long questions gets wider; with other answers "
        "the bar of the short questions gets lower, and the widths stay.",
        height=252,
        shapes=[
            *(
                shape
                for place, (title, month) in enumerate(panels.items())
                for shape in panel(title, month, 12 + 134 * place)
            ),
            *fig.legend(
                (60, 240), (162, 0), {"hb-mark-1": "short questions", "hb-mark-2": "long questions"}
            ),
        ],
        caption=f"Both changes leave a filled area of {accuracy(OTHER_INPUTS):.2f}, and only the "
        "bars tell them apart.",
        data=fig.table(["Month and group", "Share", "Accuracy", "Area"], rows),
    )

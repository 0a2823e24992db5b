"""Labels that are wrong: how many there are, and what they do to the score of each model.

There are two labels, each given by a person who errs at one rate, whatever the ticket.
All numbers are invented.
"""

from math import sqrt

from examples import figure as fig

TWICE, DIFFERENT = 50, 9
"""Tickets that two people labelled, and those that they labelled differently."""

MODELS = {"faultless": 1.0, "better": 0.95, "worse": 0.9}
"""The share of tickets on which each model is right."""


def error_rate(different: float) -> float:
    """The rate e at which each label is wrong, from the share 2e(1 − e) of pairs that differ."""
    return (1 - sqrt(1 - 2 * different)) / 2


def measured(right: float, errors: float) -> float:
    """The share that agrees with the labels: both right, or both wrong."""
    return right * (1 - errors) + (1 - right) * errors


def rows() -> list[tuple[str, float, float]]:
    """Each model with the share on which it is right, and the share that the test shows.

    The copier has learnt the labels, errors and all.
    """
    errors = error_rate(DIFFERENT / TWICE)
    honest = [(name, right, measured(right, errors)) for name, right in MODELS.items()]
    return [("copier", 1 - errors, 1.0), *honest]


def results() -> dict[str, str]:
    values = {"error_rate": f"{error_rate(DIFFERENT / TWICE):.2f}"}
    for name, right, seen in rows():
        values |= {f"{name}_right": f"{right:.2f}", f"{name}_measured": f"{seen:.2f}"}
    values["try_error_rate"] = f"{error_rate(0.32):.2f}"
    values["try_better"] = f"{measured(0.95, error_rate(0.32)):.2f}"
    return values


def figures() -> dict[str, str]:
    return {"models_figure": models_figure()}


def models_figure() -> str:
    """For each model what it is worth and what the test shows."""
    across = fig.scale((0.8, 1), (100, 384))
    keys = {"hb-mark-1": "right", "hb-mark-2": "as the test shows it"}
    shapes = fig.legend((100, 12), (100, 0), keys, fig.MARKS)
    places = {place: f"{place:.2f}" for place in (0.8, 0.85, 0.9, 0.95, 1)}
    shapes += fig.columns(across, (32, 196), places, "hb-small")
    for row, (name, right, seen) in enumerate(rows()):
        y = 52 + 42 * row
        shapes += [
            fig.text(92, y + 5, name, anchor="end"),
            fig.line((across(right), y), (across(seen), y), "hb-axis"),
            fig.circle((across(right), y), "hb-mark-1"),
            fig.diamond((across(seen), y), "hb-mark-2"),
        ]
    return fig.figure(
        "label-errors-models",
        alt="Four models, each with the share on which it is right and the share that is measured.",
        desc="The test shows each honest model as worse than it is, and the one that copies the "
        "labels, errors included, as faultless.",
        height=222,
        shapes=shapes,
        caption="With one label in ten wrong, the copier of the labels beats the model that is "
        "always right.",
        data=fig.table(
            ["Model", "Right", "Measured"],
            [[name, f"{right:.2f}", f"{seen:.2f}"] for name, right, seen in rows()],
        ),
    )

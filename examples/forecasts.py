"""What two losses charge forecasters who state different probabilities for the same events."""

from examples import figure as fig
from examples.calibration import Group, brier, log_loss

RIGHT, ASKED = 3, 4
"""How many of the four events happened."""

FORECASTERS = {"coin": 0.5, "honest": 0.75, "bold": 0.9, "certain": 0.99}
"""Name to the probability that is stated for each event."""

MARKED = (0.9, 0.5, 0.1, 0.01)
"""Probabilities of what happened that the figure marks."""


def charged(probability: float, right: int = RIGHT, asked: int = ASKED) -> tuple[float, float]:
    """Mean log loss and mean squared error of who states this probability each time."""
    stated = [Group(probability, right, asked)]
    return log_loss(stated), brier(stated)


def event(probability: float) -> tuple[float, float]:
    """Both losses for one event that happened."""
    return charged(probability, 1, 1)


def results() -> dict[str, str]:
    values = {}
    for name, probability in FORECASTERS.items():
        for loss, mean in zip(("log", "squared"), charged(probability), strict=True):
            values[f"{loss}_{name}"] = f"{mean:.3f}"
    values["log_99"] = f"{event(0.99)[0]:.3f}"
    share = event(0.01)[0] / (ASKED * charged(0.99)[0])
    values["share_of_miss"] = f"{100 * share:.0f}\N{NO-BREAK SPACE}%"
    return values


def figures() -> dict[str, str]:
    return {"loss_figure": loss_figure()}


def loss_figure() -> str:
    """Both losses against the probability that was given to what happened."""
    across, up = fig.scale((0, 1), (40, 392)), fig.scale((0, 5), (236, 8))
    # From exp(-5), where the drawing ends, to almost 1: neither 0 nor 1 has a log loss.
    steps = [0.0067, *(step / 100 for step in range(1, 100)), 0.9999]
    shapes = [
        *(fig.line((40, up(loss)), (392, up(loss)), "hb-grid") for loss in (1, 2, 3, 4)),
        *(fig.text(32, up(loss) + 5, str(loss), anchor="end") for loss in range(6)),
        fig.line((40, 236), (392, 236), "hb-axis"),
        *(fig.text(across(p), 256, f"{p:g}", anchor="middle") for p in (0, 0.1, 0.5, 0.9)),
        fig.text(216, 278, "Probability given to what happened", anchor="middle"),
        fig.path([(across(p), up(event(p)[0])) for p in steps], "hb-line-1"),
        fig.path([(across(p), up(event(p)[1])) for p in steps], "hb-line-2 hb-dash-2"),
        *(fig.circle((across(p), up(event(p)[0])), "hb-mark-1") for p in MARKED),
        *(fig.square((across(p), up(event(p)[1])), "hb-mark-2", 4) for p in MARKED),
        *(
            fig.text(x, up(event(p)[0]) + below, f"{event(p)[0]:.3f} at {p:g}")
            for p, x, below in ((0.01, 64, 5), (0.1, 92, -2), (0.5, 228, -20))
        ),
        *fig.legend(
            (220, 96),
            (0, 24),
            {"hb-mark-1": "log loss", "hb-mark-2": "squared error"},
            (fig.circle, fig.square),
        ),
    ]
    rows = [[f"{p:g}", *(f"{loss:.3f}" for loss in event(p))] for p in (0.99, *MARKED)]
    return fig.figure(
        "forecasts-loss",
        alt="Log loss and squared error against the probability given to what happened.",
        desc="Both fall to zero at probability 1; towards 0 log loss rises without end and squared "
        "error ends at 1.",
        height=286,
        shapes=shapes,
        caption="Log loss has no ceiling for a confident miss; squared error stops at 1.",
        data=fig.table(["Probability", "Log loss", "Squared error"], rows),
    )

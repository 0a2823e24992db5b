"""Oversight: what a reviewer catches when errors are rare, and how long a case waits for one.

Rates and times are invented; the queue has random arrivals and random times for a case (M/M/1).
"""

from math import exp

from examples import figure as fig
from examples.score_intervals import span, wilson

CASES = 1_000  # a week
WRONG = 0.02  # share of cases in which the system errs
FALSE_ALARMS = 0.05  # share of right cases that the reviewer objects to
READERS = {"alert": 0.9, "tired": 0.6, "trusting": 0.3}
"""Share of wrong cases that each reviewer objects to."""
CAPACITY = 12  # cases that a reviewer can decide in an hour
ARRIVALS = (9, 10, 11, 11.5)  # cases an hour
PROMISED = 2  # hours
PLANTED, NOTICED = 20, 18


def caught(sensitivity: float) -> float:
    return CASES * WRONG * sensitivity


def false_alarms() -> float:
    return CASES * (1 - WRONG) * FALSE_ALARMS


def left(sensitivity: float) -> float:
    """Share of all cases that stays wrong."""
    return WRONG * (1 - sensitivity)


def worth(sensitivity: float) -> float:
    """Share of the objections that are right."""
    return caught(sensitivity) / (caught(sensitivity) + false_alarms())


def hours_to_decision(arrivals: float, capacity: float = CAPACITY) -> float:
    """Mean time from arrival to decision in an M/M/1 queue; `arrivals` is below the capacity."""
    return 1 / (capacity - arrivals)


def late(arrivals: float, capacity: float = CAPACITY) -> float:
    """Share of cases that take longer than promised: the time is exponential in this queue."""
    return exp(-(capacity - arrivals) * PROMISED)


def results() -> dict[str, str]:
    values = {
        "wrong": f"{CASES * WRONG:.0f}",
        "false_alarms": f"{false_alarms():.0f}",
        "week_hours": f"{CASES / CAPACITY:.0f}",
        "planted_interval": span(wilson(NOTICED, PLANTED)),
        "planted_100_interval": span(wilson(90, 100)),
        "try_two_reviewers": f"{60 * hours_to_decision(5.5):.0f}",
        "try_faster": f"{60 * hours_to_decision(11, 15):.0f}",
        "try_faster_left": f"{100 * left(0.6):.1f}",
    }
    for name, sensitivity in READERS.items():
        values |= {
            f"{name}_caught": f"{caught(sensitivity):.0f}",
            f"{name}_left": f"{100 * left(sensitivity):.1f}",
            f"{name}_worth": f"{100 * worth(sensitivity):.0f}",
        }
    for arrivals in ARRIVALS:
        name = f"{arrivals:g}".replace(".", "_")
        values |= {
            f"busy_{name}": f"{100 * arrivals / CAPACITY:.0f}",
            f"minutes_{name}": f"{60 * hours_to_decision(arrivals):.0f}",
            f"late_{name}": f"{100 * late(arrivals):.2g}",
        }
    return values


def figures() -> dict[str, str]:
    return {"flags_figure": flags_figure(), "waiting_figure": waiting_figure()}


def flags_figure() -> str:
    """The objections of each reviewer, right ones and false alarms, as bars."""
    across = fig.scale((0, 70), (0, 290))
    shapes, rows = [], []
    for row, (name, sensitivity) in enumerate(READERS.items()):
        top, right = 8 + 40 * row, across(caught(sensitivity))
        shapes += [
            fig.text(0, top + 17, name),
            fig.rect((78, top), (right, 24), "hb-mark-1"),
            fig.rect((78 + right, top), (across(false_alarms()), 24), "hb-mark-2"),
            fig.text(
                84 + right + across(false_alarms()), top + 17, f"{100 * worth(sensitivity):.0f} %"
            ),
        ]
        rows.append(
            [
                name,
                f"{caught(sensitivity):.0f} of {CASES * WRONG:.0f}",
                f"{false_alarms():.0f}",
                f"{100 * worth(sensitivity):.0f} %",
            ]
        )
    best, worst = READERS["alert"], READERS["trusting"]
    return fig.figure(
        "oversight-flags",
        alt="Three bars of objections in a week, each a part right and a part false alarms.",
        desc="The part of false alarms is the same in all three bars and longer than the right "
        "part, even for the alert reviewer; for the trusting one little is right.",
        height=164,
        shapes=[
            *shapes,
            fig.line((78, 2), (78, 122), "hb-axis"),
            *fig.legend(
                (78, 144), (156, 0), {"hb-mark-1": "right objections", "hb-mark-2": "false alarms"}
            ),
        ],
        caption=f"Of the objections {100 * worth(best):.0f}\N{NO-BREAK SPACE}% are right for an "
        f"alert reviewer and {100 * worth(worst):.0f}\N{NO-BREAK SPACE}% for a trusting one.",
        data=fig.table(["Reviewer", "Caught", "False alarms", "Objections that are right"], rows),
    )


def waiting_figure() -> str:
    """Minutes to a decision against the cases an hour that arrive."""
    across = fig.scale((4, 12), (44, 388))
    up = fig.scale((0, 130), (216, 16))
    curve = [(across(step / 20), up(60 * hours_to_decision(step / 20))) for step in range(80, 231)]
    shapes = fig.levels(up, (44, 388), {tick: str(tick) for tick in (0, 30, 60, 90, 120)})
    shapes += [
        fig.text(across(tick), 236, str(tick), anchor="middle") for tick in (4, 6, 8, 10, 12)
    ]
    rows = [
        [
            f"{arrivals:g}",
            f"{100 * arrivals / CAPACITY:.0f}",
            f"{60 * hours_to_decision(arrivals):.0f}",
            f"{100 * late(arrivals):.2g}",
        ]
        for arrivals in ARRIVALS
    ]
    return fig.figure(
        "oversight-waiting",
        alt="A curve of the minutes that a case waits for its decision, by cases an hour.",
        desc="The curve is flat up to about nine cases an hour and then rises steeply towards the "
        "capacity of twelve.",
        height=266,
        shapes=[
            *shapes,
            fig.line((across(CAPACITY), 16), (across(CAPACITY), 216), "hb-axis hb-dash-2"),
            fig.text(across(CAPACITY) - 6, 206, "capacity", "hb-small", "end"),
            fig.path(curve, "hb-line-1"),
            *(
                fig.circle((across(arrivals), up(60 * hours_to_decision(arrivals))), "hb-mark-1", 4)
                for arrivals in ARRIVALS
            ),
            fig.line((44, 216), (388, 216), "hb-axis"),
            fig.text(216, 258, "Cases an hour for one reviewer", anchor="middle"),
            fig.text(50, 12, "minutes", "hb-small"),
        ],
        caption=f"From 9 to 11 cases an hour the mean time to a decision goes from "
        f"{60 * hours_to_decision(9):.0f} to {60 * hours_to_decision(11):.0f} minutes.",
        data=fig.table(["Cases an hour", "Busy, %", "Minutes", "Later than 2 h, %"], rows),
    )

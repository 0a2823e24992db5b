"""A source that is read as it stands today knows the answer; read as it stood, it hardly does.

Ten invented orders: will the parcel be late? The source holds a day for each complaint.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from examples import figure as fig

PROMISED = 5  # day on which a parcel should arrive
ASKED = 4  # day of the prediction, while something can still be done
TOO_LATE = 8  # a day on which the answer is known anyway
TODAY = 10  # day on which the table is copied for training


@dataclass(frozen=True)
class Order:
    """Whether the parcel came late, and the day of the complaint if there was one."""

    late: bool
    complaint: int | None


ORDERS = (
    Order(late=True, complaint=6),
    Order(late=True, complaint=7),
    Order(late=True, complaint=2),
    Order(late=True, complaint=9),
    Order(late=True, complaint=None),
    Order(late=False, complaint=None),
    Order(late=False, complaint=3),
    Order(late=False, complaint=None),
    Order(late=False, complaint=None),
    Order(late=False, complaint=None),
)

ROWS, LABELS_A_ROW, MINUTES_A_LABEL, RATE = 1000, 2, 1.5, 30
"""Rows to label, people who label each, minutes for one label, money an hour; all invented."""


def known(order: Order, day: int) -> bool:
    """Tell whether the complaint stood in the source at the end of that day."""
    return order.complaint is not None and order.complaint <= day


def right(orders: Sequence[Order], day: int) -> int:
    """Orders on which the rule "late if there is a complaint", read on that day, is right."""
    return sum(known(order, day) == order.late for order in orders)


def label_cost(rows: int, labels: float, minutes: float, rate: float) -> float:
    """Money for labelling: rows × labels a row × hours a label × money an hour."""
    return rows * labels * minutes / 60 * rate


def results() -> dict[str, str]:
    return {
        "promised": str(PROMISED),
        "asked": str(ASKED),
        "orders": str(len(ORDERS)),
        "right_today": str(right(ORDERS, TODAY)),
        "right_asked": str(right(ORDERS, ASKED)),
        "right_too_late": str(right(ORDERS, TOO_LATE)),
        "right_guess": str(sum(not order.late for order in ORDERS)),
        "label_cost": f"{label_cost(ROWS, LABELS_A_ROW, MINUTES_A_LABEL, RATE):,.0f}",
        "label_cost_tenth": f"{label_cost(ROWS, 1.1, MINUTES_A_LABEL, RATE):,.0f}",
    }


def figures() -> dict[str, str]:
    return {"days_figure": days_figure()}


def when(order: Order) -> str:
    return "none" if order.complaint is None else f"day {order.complaint}"


def days_figure() -> str:
    """Each order as a line of days with its complaint, and the day of the prediction."""
    across = fig.scale((0, TODAY), (130, 384))
    bottom = 34 + 22 * len(ORDERS)
    shapes = [
        fig.rect((across(0), 22), (across(ASKED) - across(0), bottom - 22), "hb-heat-0"),
        fig.line((across(ASKED), 22), (across(ASKED), bottom), "hb-axis hb-dash-2"),
        fig.text(across(ASKED) - 6, 16, "may be used", "hb-small", "end"),
        fig.text(across(ASKED) + 6, 16, "not yet written", "hb-small"),
    ]
    for number, order in enumerate(ORDERS):
        y = 40 + 22 * number
        outcome = "late" if order.late else "on time"
        shapes += [
            fig.text(0, y + 5, f"Order {number + 1}, {outcome}"),
            fig.line((across(0), y), (across(TODAY), y), "hb-grid"),
        ]
        if order.complaint is not None:
            mark, kind = (fig.diamond, 2) if order.late else (fig.circle, 1)
            shapes.append(mark((across(order.complaint), y), f"hb-mark-{kind}"))
    shapes += [
        fig.line((across(0), bottom), (across(TODAY), bottom), "hb-axis"),
        *(
            fig.text(across(day), bottom + 18, str(day), anchor="middle")
            for day in range(0, TODAY + 1, 2)
        ),
        fig.text(across(TODAY / 2), bottom + 38, "Day of the complaint", anchor="middle"),
    ]
    rows = [
        [str(number), "yes" if order.late else "no", when(order)]
        for number, order in enumerate(ORDERS, 1)
    ]
    early, late = right(ORDERS, ASKED), right(ORDERS, TODAY)
    return fig.figure(
        "as-of-days",
        alt=f"Ten orders on a line of days, with five complaints, two of them before day {ASKED}.",
        desc="Diamonds are complaints about late parcels, the circle is one about another parcel; "
        f"three of the four diamonds stand right of the dashed line at day {ASKED}.",
        height=bottom + 46,
        shapes=shapes,
        caption=f"Read today, the complaints get {late} of ten orders right; read on day {ASKED}, "
        f"when the answer is needed, {early}.",
        data=fig.table(["Order", "Late", "Complaint"], rows),
    )

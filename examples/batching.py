"""Batches buy throughput with latency: one worker that computes requests together."""

from examples import figure as fig
from examples import latency_budget

FIXED, EACH = 40, 2  # ms for a batch, and for each request in it
RATE = 100  # requests a second, evenly spaced
SIZES = (1, 2, 4, 5, 8, 16, 32)


def computing(size: int) -> int:
    """Milliseconds to compute one batch."""
    return FIXED + EACH * size


def throughput(size: int) -> float:
    """Requests a second that the worker can finish in batches of this size."""
    return 1000 * size / computing(size)


def keeps_up(size: int) -> bool:
    """Whether a batch is done before the next one is full."""
    return throughput(size) >= RATE


def filling(size: int) -> float:
    """Mean milliseconds that a request waits until its batch is full: the last waits for none."""
    return 1000 / RATE * (size - 1) / 2


def latency(size: int) -> float:
    """Mean milliseconds from arrival to answer, if the worker keeps up."""
    return filling(size) + computing(size)


def settled(rate: float) -> float:
    """The size at which batches settle when the worker takes whatever has come meanwhile.

    Of size = rate × (FIXED + EACH × size); `rate` is below one request for each EACH.
    """
    return rate * FIXED / (1000 - rate * EACH)


def results() -> dict[str, str]:
    values = {
        "limit": f"{1000 / EACH:.0f}",
        "in_flight_8": f"{latency_budget.in_flight(RATE, latency(8) / 1000):.1f}",
        "settled_100": f"{settled(100):.0f}",
        "settled_400": f"{settled(400):.0f}",
        "settled_400_ms": f"{computing(round(settled(400)))}",
    }
    for size in SIZES:
        values[f"throughput_{size}"] = f"{throughput(size):.0f}"
        if keeps_up(size):
            values[f"latency_{size}"] = f"{latency(size):.0f}"
    return values


def figures() -> dict[str, str]:
    return {"sizes_figure": sizes_figure()}


def bar(size: int, y: float) -> list[str]:
    """Filling and computing of one size in a row; a dashed line where the queue grows."""
    across = fig.scale((0, 300), (96, 392))
    shapes = [fig.text(88, y + 15, f"{size} ({throughput(size):.0f}/s)", anchor="end")]
    if not keeps_up(size):
        return [
            *shapes,
            fig.line((across(0), y + 10), (across(296), y + 10), "hb-line-2 hb-dash-2"),
            fig.text(across(150), y + 6, "falls behind", "hb-small", "middle"),
        ]
    middle, end = across(filling(size)), across(latency(size))
    return [
        *shapes,
        fig.rect((across(0), y), (middle - across(0), 20), "hb-heat-2"),
        fig.rect((middle, y), (end - middle, 20), "hb-mark-1"),
        fig.text(end + 6, y + 15, f"{latency(size):.0f}"),
    ]


def sizes_figure() -> str:
    """What a request waits for, by the size of the batch."""
    shapes = [
        fig.text(8, 14, "Batch size (at most)"),
        fig.text(392, 14, "Mean latency, ms", anchor="end"),
    ]
    for number, size in enumerate(SIZES):
        shapes += bar(size, 26 + 28 * number)
    bottom = 26 + 28 * len(SIZES)
    shapes += [
        fig.line((96, 22), (96, bottom - 4), "hb-axis"),
        *fig.legend(
            (60, bottom + 14),
            (162, 0),
            {"hb-heat-2": "filling the batch", "hb-mark-1": "computing"},
        ),
    ]
    rows = [
        [
            str(size),
            f"{throughput(size):.0f}",
            f"{filling(size):.0f}",
            str(computing(size)),
            f"{latency(size):.0f}" if keeps_up(size) else "grows without end",
        ]
        for size in SIZES
    ]
    best = min((size for size in SIZES if keeps_up(size)), key=latency)
    return fig.figure(
        "batching-sizes",
        alt="Bars of mean latency for seven batch sizes, filling and computing stacked.",
        desc=f"Sizes below {best} fall behind; from {best} on the bars grow, mostly by the time "
        "to fill the batch.",
        height=bottom + 28,
        shapes=shapes,
        caption=f"At {RATE} requests a second a batch of {best} is the smallest that keeps up, "
        "and each larger one only adds waiting.",
        data=fig.table(
            ["Size", "At most, a second", "Filling, ms", "Computing, ms", "Mean latency, ms"], rows
        ),
    )

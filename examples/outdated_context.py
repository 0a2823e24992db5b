"""E20: how much of an index is stale, when documents change and it is built again now and then.

The rates are invented. Each document changes at a constant rate, without regard to the others, so
the share that has not changed after some days is e to the minus rate times days.
"""

from math import expm1, log

from examples import figure as fig

RATE = 0.02
"""Changes a day for each document."""
DAILY, WEEKLY, MONTHLY = 1, 7, 30
ALLOWED = 0.05

BUSY_SHARE, BUSY_RATE = 0.1, 0.2
"""The same changes a day in all, but made by one document in ten."""


def stale_after(days: float, rate: float = RATE) -> float:
    """Share of documents that have changed since the index was built."""
    return -expm1(-rate * days)


def mean_stale(period: float, rate: float = RATE) -> float:
    """Mean of `stale_after` over the days from one build to the next, both `period` apart."""
    return 1 - stale_after(period, rate) / (rate * period)


def longest_period(allowed: float, rate: float = RATE) -> float:
    """The days between builds at which the mean stale share is `allowed`, by halving."""
    low, high = 0.0, 1 / rate
    while mean_stale(high, rate) < allowed:
        high *= 2
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (middle, high) if mean_stale(middle, rate) < allowed else (low, middle)
    return low


def percent(share: float, places: int = 1) -> str:
    return f"{100 * share:.{places}f}"


def results() -> dict[str, str]:
    return {
        "daily": percent(mean_stale(DAILY), 2),
        "weekly": percent(mean_stale(WEEKLY), 2),
        "monthly": percent(mean_stale(MONTHLY)),
        "week_end": f"{stale_after(WEEKLY):.4f}",
        "week_mean": f"{mean_stale(WEEKLY):.4f}",
        "never_90": percent(stale_after(90)),
        "never_365": percent(stale_after(365)),
        "half_after": f"{log(2) / RATE:.0f}",
        "allowed_period": f"{longest_period(ALLOWED):.1f}",
        "busy_documents": percent(BUSY_SHARE * mean_stale(WEEKLY, BUSY_RATE)),
        "busy_questions": percent(mean_stale(WEEKLY, BUSY_RATE)),
        "busy_questions_daily": percent(mean_stale(DAILY, BUSY_RATE)),
        "try_weekly": percent(mean_stale(WEEKLY, RATE / 2)),
        "try_fortnight": percent(mean_stale(2 * WEEKLY, RATE / 2)),
    }


def figures() -> dict[str, str]:
    return {"period_figure": period_figure(), "teeth_figure": teeth_figure()}


def period_figure() -> str:
    """The mean stale share against the days between two builds."""
    across, up = fig.scale((0, 32), (52, 384)), fig.scale((0, 30), (232, 12))
    shapes = fig.levels(up, (52, 384), {tick: f"{tick} %" for tick in (0, 10, 20, 30)})
    shapes += [
        fig.text(across(tick), 252, str(tick), anchor="middle") for tick in (1, 7, 14, 21, 30)
    ]
    points = [(across(days), up(100 * mean_stale(days))) for days in range(1, 33)]
    shapes.append(fig.path(points, "hb-line-1"))
    for days, name in ((DAILY, "daily"), (WEEKLY, "weekly"), (MONTHLY, "monthly")):
        share = mean_stale(days)
        x, y = across(days), up(100 * share)
        shapes += [
            fig.circle((x, y), "hb-mark-1"),
            fig.text(x + 4, y - 12, f"{name} {percent(share)} %", anchor="end")
            if days == MONTHLY
            else fig.text(x + 20, y + 4, f"{name} {percent(share)} %"),
        ]
    shapes += [
        fig.line((52, 232), (384, 232), "hb-axis"),
        fig.text(218, 274, "Days between two builds of the index", anchor="middle"),
    ]
    rows = [
        [name, str(days), f"{percent(mean_stale(days), 2)} %"]
        for name, days in (("daily", DAILY), ("weekly", WEEKLY), ("monthly", MONTHLY))
    ]
    return fig.figure(
        "outdated-period",
        alt="A rising line: the mean share of stale documents against the days between builds.",
        desc=f"With {percent(RATE, 0)} % of the documents changing a day, the share is "
        f"{percent(mean_stale(DAILY))} % for daily builds, {percent(mean_stale(WEEKLY))} % for "
        f"weekly and {percent(mean_stale(MONTHLY))} % for monthly ones.",
        height=282,
        shapes=shapes,
        caption="How stale an index is on average follows from how often it is built "
        "(illustrative rate of change).",
        data=fig.table(["Build", "Days", "Mean stale share"], rows),
    )


def teeth_figure() -> str:
    """The stale share day by day, with weekly builds and with none."""
    across, up = fig.scale((0, 28), (52, 384)), fig.scale((0, 50), (212, 12))
    shapes = fig.levels(up, (52, 384), {tick: f"{tick} %" for tick in (0, 10, 20, 30, 40, 50)})
    shapes += [
        fig.text(across(tick), 232, str(tick), anchor="middle") for tick in (0, 7, 14, 21, 28)
    ]
    never = [(across(day), up(100 * stale_after(day))) for day in range(29)]
    teeth = []
    for week in range(0, 28, WEEKLY):
        teeth += [(across(week + day), up(100 * stale_after(day))) for day in range(WEEKLY + 1)]
    shapes += [
        fig.path(never, "hb-line-2 hb-dash-2"),
        fig.path(teeth, "hb-line-1"),
        fig.line((52, 212), (384, 212), "hb-axis"),
        fig.text(across(16), up(32), "never built again", anchor="end"),
        fig.text(across(28), up(16), "built weekly", anchor="end"),
        fig.text(218, 254, "Days since release", anchor="middle"),
    ]
    rows = [
        [str(day), f"{percent(stale_after(day))} %", f"{percent(stale_after(day % WEEKLY))} %"]
        for day in range(0, 29, 4)
    ]
    return fig.figure(
        "outdated-teeth",
        alt="The share of stale documents over four weeks: one line climbs, one falls back weekly.",
        desc=f"Without a new build {percent(stale_after(28))} % are stale after four weeks; with "
        f"weekly builds never more than {percent(stale_after(WEEKLY))} %.",
        height=262,
        shapes=shapes,
        caption="Nothing breaks on any day, and yet what was right at release is "
        f"{percent(stale_after(28), 0)}\N{NO-BREAK SPACE}% stale after four weeks.",
        data=fig.table(["Day", "Never built again", "Built weekly"], rows),
    )

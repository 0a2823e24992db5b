"""A working week: what it leaves for focused work, and how long a task then takes.

Hours and tasks are invented.
"""

from examples import figure as fig

WEEK = {"Meetings": 12, "Alerts and support": 10, "Trying tools": 6, "Focused work": 12}  # hours
YOURS = {"Trying tools": -4}
TEAMS = {"Meetings": -4, "Alerts and support": -5}
MORE_MEETINGS = {"Meetings": 2}

TASKS = 3  # a week, on average
TASK = 3  # hours of focused work, on average

Hours = dict[str, int]


def changed(*changes: Hours) -> Hours:
    """The week after these changes; focused work gets or loses the difference."""
    week = dict(WEEK)
    for change in changes:
        for activity, hours in change.items():
            week[activity] += hours
            week["Focused work"] -= hours
    return week


WEEKS = {
    "Today": WEEK,
    "Your change": changed(YOURS),
    "The team's": changed(TEAMS),
    "Both": changed(YOURS, TEAMS),
}


def mean_time(focus: float, tasks: float = TASKS) -> float:
    """Weeks from a task's arrival to its end, in an M/M/1 queue; endless without room to spare.

    One person does one task after the other; arrivals and lengths are random.
    """
    finished = focus / TASK
    return 1 / (finished - tasks) if finished > tasks else float("inf")


def results() -> dict[str, str]:
    fuller = changed(MORE_MEETINGS)
    values = {
        "focus_fuller": str(fuller["Focused work"]),
        "busy_fuller": f"{100 * TASKS * TASK / fuller['Focused work']:.0f}",
        "time_fuller": f"{mean_time(fuller['Focused work']):.0f}",
        "try_16": f"{mean_time(WEEKS['Your change']['Focused work'], TASKS + 1):.2f}",
    }
    for name, week in zip(("today", "you", "team", "both"), WEEKS.values(), strict=True):
        focus = week["Focused work"]
        values[f"focus_{name}"] = str(focus)
        values[f"time_{name}"] = f"{mean_time(focus):.2g}"
        values[f"busy_{name}"] = f"{100 * TASKS * TASK / focus:.0f}"
    you, team = (WEEKS[name]["Focused work"] - WEEK["Focused work"] for name in list(WEEKS)[1:3])
    return values | {
        "freed_you": str(you),
        "freed_team": str(team),
        "share_of_team": f"{100 * team / (you + team):.0f}",
    }


def figures() -> dict[str, str]:
    return {"week_figure": week_figure(), "time_figure": time_figure()}


def week_figure() -> str:
    """The hours of four weeks as bars in four parts."""
    wide = fig.scale((0, 40), (0, 290))
    shapes = []
    for row, (name, week) in enumerate(WEEKS.items()):
        x, y = 96.0, 8 + 36 * row
        shapes.append(fig.text(0, y + 18, name))
        for part, hours in enumerate(week.values(), 1):
            shapes += [
                fig.rect((x, y), (wide(hours), 26), f"hb-mark-{5 - part}"),
                fig.text(x + wide(hours) / 2, y + 18, str(hours), "hb-small hb-on-heat", "middle"),
            ]
            x += wide(hours)
    bottom = 8 + 36 * len(WEEKS)
    keys = [(f"hb-mark-{5 - part}", name) for part, name in enumerate(WEEK, 1)]
    shapes += fig.legend((96, bottom + 14), (140, 0), dict(keys[:2]))
    shapes += fig.legend((96, bottom + 38), (140, 0), dict(keys[2:]))
    rows = [[name, *map(str, week.values())] for name, week in WEEKS.items()]
    you, team = (WEEKS[name]["Focused work"] - WEEK["Focused work"] for name in list(WEEKS)[1:3])
    return fig.figure(
        "week-hours",
        alt="Four bars of 40 hours: today's week, and what your change, the team's and both make.",
        desc="Focused work is the last part of each bar; it grows a little with your change, more "
        "with the team's, and most with both.",
        height=bottom + 52,
        shapes=shapes,
        caption=f"Your change frees {you} hours for focused work, and the team's {team} "
        "(invented hours).",
        data=fig.table(["Week", *WEEK], rows),
    )


def time_figure() -> str:
    """Weeks until a task is done, against the hours of focused work."""
    across, up = fig.scale((8, 28), (40, 388)), fig.scale((0, 4), (220, 12))
    shapes = fig.levels(up, (40, 388), {tick: str(tick) for tick in range(5)})
    shapes += [fig.text(across(tick), 240, str(tick), anchor="middle") for tick in range(8, 29, 4)]
    curve = [tenth / 10 for tenth in range(98, 281)]
    shapes.append(fig.path([(across(hours), up(mean_time(hours))) for hours in curve], "hb-line-1"))
    full = TASKS * TASK
    shapes.append(fig.line((across(full), 12), (across(full), 220), "hb-line-2 hb-dash-2"))
    weeks = {"2 h more meetings": changed(MORE_MEETINGS)} | WEEKS
    for name, week in weeks.items():
        x, y = across(week["Focused work"]), up(mean_time(week["Focused work"]))
        shapes += [fig.circle((x, y), "hb-mark-2"), fig.text(x + 8, y - 8, name, "hb-small")]
    rows = [
        [name, str(week["Focused work"]), f"{mean_time(week['Focused work']):.2g}"]
        for name, week in weeks.items()
    ]
    fuller = mean_time(weeks["2 h more meetings"]["Focused work"])
    return fig.figure(
        "week-time",
        alt="A falling curve: weeks until a task is done against hours of focused work a week.",
        desc="The curve is steep near nine hours, where the tasks fill all focused work, and "
        "nearly flat beyond twenty; five weeks are marked on it.",
        height=270,
        shapes=[
            *shapes,
            fig.line((40, 220), (388, 220), "hb-axis"),
            fig.text(214, 262, "Hours of focused work a week", anchor="middle"),
            fig.text(384, 28, "Weeks until a task is done", anchor="end"),
        ],
        caption=f"Two more hours of meetings make each task {fuller / mean_time(12):.0f} times as "
        "late, because the week was nearly full already (invented tasks).",
        data=fig.table(["Week", "Focused work, hours", "Weeks until done"], rows),
    )

"""A gate on a test set: how often it stops a good change, and how often it lets a bad one pass."""

from math import ceil, comb

from examples import figure as fig

GOOD, BAD = 0.90, 0.80  # share of all possible questions that the changed model gets right
LIMIT = 0.85  # share of the test set that it must get right
SIZES = (10, 100, 400)  # questions in the test set
TRIES = 5
FLAKY, TESTS = 0.015, 50  # share of runs that fail for no cause, and tests that a change must pass


def chance_of(right: int, size: int, share: float) -> float:
    """Binomial chance of exactly so many right answers."""
    return comb(size, right) * share**right * (1 - share) ** (size - right)


def needed(size: int) -> int:
    """The fewest right answers that pass the gate."""
    return ceil(LIMIT * size)


def passes(size: int, share: float) -> float:
    """Chance that a model which is right on this share of all questions passes the gate."""
    return sum(chance_of(right, size, share) for right in range(needed(size), size + 1))


def false_alarm(size: int) -> float:
    """Chance that the gate stops the good change."""
    return 1 - passes(size, GOOD)


def miss(size: int) -> float:
    """Chance that the gate lets the bad change pass."""
    return passes(size, BAD)


def at_least_once(chance: float, tries: int) -> float:
    """Chance that something happens in one of several independent tries."""
    never: float = (1 - chance) ** tries
    return 1 - never


def results() -> dict[str, str]:
    values = {
        "retried": f"{100 * at_least_once(miss(100), TRIES):.0f}",
        "flaky": f"{100 * at_least_once(FLAKY, TESTS):.0f}",
        "strict_false_alarm": f"{100 * (1 - chance_of(10, 10, GOOD)):.0f}",
        "strict_miss": f"{100 * chance_of(10, 10, BAD):.0f}",
        "all_ten": f"{chance_of(10, 10, BAD):.4f}",
        "nine_of_ten": f"{chance_of(9, 10, BAD):.4f}",
    }
    for size in SIZES:
        values[f"needed_{size}"] = str(needed(size))
        values[f"false_alarm_{size}"] = f"{100 * false_alarm(size):.2g}"
        values[f"miss_{size}"] = f"{100 * miss(size):.2g}"
    return values


def figures() -> dict[str, str]:
    return {"scores_figure": scores_figure()}


def panel(size: int, top: float) -> list[str]:
    """How likely each score is for the good and the bad change, and the gate between; 118 high."""
    across = fig.scale((0.6, 1), (24, 384))
    floor = top + 118
    counts = range(ceil(0.6 * size), size + 1)
    tallest = max(chance_of(right, size, share) for right in counts for share in (GOOD, BAD))
    up = fig.scale((0, tallest), (0, 88))
    border = across((needed(size) - 0.5) / size)
    shapes = [
        fig.text(8, top + 14, f"{size} questions"),
        fig.line((border, top + 4), (border, floor), "hb-axis hb-dash-2"),
        fig.text(border - 6, top + 14, "stopped", "hb-small", "end"),
        fig.text(border + 6, top + 14, "passes", "hb-small"),
    ]
    for share, mark, classes in ((BAD, fig.diamond, 2), (GOOD, fig.circle, 1)):
        points = [
            (across(right / size), floor - up(chance_of(right, size, share))) for right in counts
        ]
        shapes.append(fig.path(points, f"hb-line-{classes}"))
        if size <= 10:
            shapes += [mark(point, f"hb-mark-{classes}") for point in points]
    return [*shapes, fig.line((8, floor), (392, floor), "hb-axis")]


def scores_figure() -> str:
    """The scores of a good and a bad change on a small and on a larger test set."""
    across = fig.scale((0.6, 1), (24, 384))
    small, large = SIZES[:2]
    rows = [
        [str(size), str(needed(size)), f"{100 * false_alarm(size):.2g}", f"{100 * miss(size):.2g}"]
        for size in SIZES
    ]
    return fig.figure(
        "gate-scores",
        alt="Two charts of how likely each score is, for a good and a bad change.",
        desc=f"With {small} questions the two curves overlap widely on both sides of the gate; "
        f"with {large} they are two separate hills and little of either crosses it.",
        height=322,
        shapes=[
            *panel(small, 0),
            *panel(large, 128),
            *(
                fig.text(across(tick / 10), 264, f"{tick / 10:.1f}", anchor="middle")
                for tick in range(6, 11)
            ),
            fig.text(200, 286, "Share of the test set that is right", anchor="middle"),
            *fig.legend(
                (16, 310),
                (198, 0),
                {
                    "hb-mark-1": f"good: {100 * GOOD:.0f} % of all right",
                    "hb-mark-2": f"bad: {100 * BAD:.0f} % of all right",
                },
                fig.MARKS,
            ),
        ],
        caption=f"Ten times the questions cut the misses from {100 * miss(small):.0f} to "
        f"{100 * miss(large):.0f}\N{NO-BREAK SPACE}%.",
        data=fig.table(["Questions", "Needed", "Good one stopped, %", "Bad one passes, %"], rows),
    )

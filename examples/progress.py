"""Whether the share that is right shows that someone has improved, by the number of attempts."""

from examples import figure as fig
from examples.gate import chance_of

BEFORE, AFTER = 0.60, 0.75  # chance that an attempt is right, before practice and after
WEEKLY = {"vision": 6, "language": 40}  # judged attempts
SURE = 0.90


def outcomes(size: int, before: float = BEFORE, after: float = AFTER) -> tuple[float, float, float]:
    """Chances that more, as many and fewer attempts are right after practice than before it.

    There are `size` judged attempts before and as many after, all of them independent.
    """
    more = same = fewer_so_far = 0.0
    for right in range(size + 1):
        chance = chance_of(right, size, after)
        equal = chance_of(right, size, before)
        more += chance * fewer_so_far
        same += chance * equal
        fewer_so_far += equal
    return more, same, 1 - more - same


def seen(size: int) -> float:
    """Chance that the count shows the improvement."""
    return outcomes(size)[0]


def imagined(size: int) -> float:
    """Chance that the count shows an improvement where there is none."""
    return outcomes(size, BEFORE, BEFORE)[0]


def attempts_for(chance: float) -> int:
    """The fewest attempts before and after with which the improvement shows so often."""
    size = 1
    while seen(size) < chance:
        size += 1
    return size


def results() -> dict[str, str]:
    more, same, fewer = outcomes(2)
    values = {
        "seen_2": f"{more:.2f}",
        "same_2": f"{same:.2f}",
        "fewer_2": f"{fewer:.2f}",
        "attempts": str(attempts_for(SURE)),
        "try_small": f"{100 * outcomes(WEEKLY['language'], BEFORE, 0.65)[0]:.0f}",
    }
    for field, size in WEEKLY.items():
        more, same, fewer = outcomes(size)
        values |= {
            f"weekly_{field}": str(size),
            f"seen_{field}": f"{100 * more:.0f}",
            f"same_{field}": f"{100 * same:.0f}",
            f"fewer_{field}": f"{100 * fewer:.0f}",
            f"imagined_{field}": f"{100 * imagined(size):.0f}",
        }
    return values


def figures() -> dict[str, str]:
    return {"seen_figure": seen_figure()}


def seen_figure() -> str:
    """The chance that an improvement shows, and that none does, against the judged attempts."""
    across, up = fig.scale((0, 60), (52, 388)), fig.scale((0, 1), (220, 12))
    sizes = range(1, 61)
    shapes = fig.levels(
        up, (52, 388), {tick: f"{100 * tick:.0f} %" for tick in (0, 0.25, 0.5, 0.75, 1)}
    )
    shapes += [fig.text(across(tick), 240, str(tick), anchor="middle") for tick in range(0, 61, 10)]
    for chance_at, line, sign, mark in (
        (seen, "hb-line-1", fig.circle, "hb-mark-1"),
        (imagined, "hb-line-2 hb-dash-2", fig.square, "hb-mark-2"),
    ):
        shapes.append(fig.path([(across(size), up(chance_at(size))) for size in sizes], line))
        for field, size in WEEKLY.items():
            x, y = across(size), up(chance_at(size))
            label = f"{field}: {100 * chance_at(size):.0f} %"
            shapes += [sign((x, y), mark), fig.text(x + 8, y + 20, label)]
    rows = [
        [str(size), *(f"{100 * chance:.0f}" for chance in (*outcomes(size), imagined(size)))]
        for size in sorted({2, 10, 20, 60, attempts_for(SURE), *WEEKLY.values()})
    ]
    (slow, none_slow), (quick, none_quick) = (
        (seen(WEEKLY[field]), imagined(WEEKLY[field])) for field in ("vision", "language")
    )
    return fig.figure(
        "progress-seen",
        alt="Two curves against the judged attempts: how often more are right with an improvement, "
        "and without one.",
        desc="The curve with the improvement climbs steeply over the first twenty attempts and "
        "then flattens; the dashed one, without any, stays below one half. On each, a mark stands "
        "at six attempts and at forty.",
        height=270,
        shapes=[
            *shapes,
            fig.line((52, 220), (388, 220), "hb-axis"),
            fig.text(220, 262, "Judged attempts, before and again after", anchor="middle"),
            fig.text(384, 207, "dashed: no improvement", anchor="end"),
        ],
        caption=f"A week of six judged attempts shows a real improvement {100 * slow:.0f} % of the "
        f"time, and one of forty {100 * quick:.0f} % (invented skill); where there is none "
        f"(dashed) they show one {100 * none_slow:.0f} % and {100 * none_quick:.0f} % of the time.",
        data=fig.table(
            ["Attempts", "More right, %", "As many, %", "Fewer, %", "More right by chance, %"], rows
        ),
    )

"""Operations, hours, memory and interruptions of a training run, before any of it is paid for.

Sizes, speeds and prices are invented round numbers; the interruptions are those that
Grattafiori et al. (2024) report for 54 days on 16,384 accelerators.
"""

from math import sqrt

from examples import figure as fig

PARAMETERS, TOKENS = 1e9, 20e9
DEVICES, SPEED, USED = 8, 300e12, 0.4
"""Accelerators, operations a second of each at best, and the part of that which is reached."""
RATE = 2.5  # money for one accelerator and hour
MEMORY = 80  # gigabytes of one accelerator

WEIGHT, GRADIENT, OPTIMISER = 2, 2, 12
"""Bytes a parameter in mixed precision with Adam (Rajbhandari et al. 2019)."""
SIZES = (1e9, 3e9, 7e9)

INTERRUPTIONS, DAYS, MANY = 419, 54, 16_384
SAVING = 5 / 60  # hours for which a checkpoint stops the work


def operations(parameters: float, tokens: float) -> float:
    """6 for each parameter and token: 2 forward, 4 backward (Kaplan et al. 2020)."""
    return 6 * parameters * tokens


def hours(work: float, devices: int, used: float) -> float:
    """Time for so many operations."""
    return work / (devices * SPEED * used) / 3600


def state_gigabytes(parameters: float) -> float:
    """Memory for weights, gradients and optimiser, without what a batch needs."""
    return (WEIGHT + GRADIENT + OPTIMISER) * parameters / 1e9


def hours_between(devices: int) -> float:
    """Mean time between interruptions, if each accelerator fails as often as the reported ones."""
    return DAYS * 24 / INTERRUPTIONS * MANY / devices


def lost(interval: float, saving: float, between: float) -> float:
    """Part of the time that is lost: saving, and on average half an interval of work redone."""
    return saving / interval + interval / (2 * between)


def best_interval(saving: float, between: float) -> float:
    """Hours between checkpoints at which the least is lost (Young 1974)."""
    return sqrt(2 * saving * between)


def least_lost(saving: float, between: float) -> float:
    return lost(best_interval(saving, between), saving, between)


def results() -> dict[str, str]:
    work = operations(PARAMETERS, TOKENS)
    time = hours(work, DEVICES, USED)
    between = hours_between(MANY)
    quick = SAVING / 5
    return {
        "seconds": f"{time * 3600:,.0f}",
        "hours": f"{time:.1f}",
        "cost": f"{time * DEVICES * RATE:,.0f}",
        "hours_half_used": f"{hours(work, DEVICES, USED / 2):.1f}",
        "cost_half_used": f"{hours(work, DEVICES, USED / 2) * DEVICES * RATE:,.0f}",
        "hours_scaled": f"{hours(operations(2 * PARAMETERS, 2 * TOKENS), DEVICES, USED):.0f}",
        "state_1": f"{state_gigabytes(1e9):.0f}",
        "state_7": f"{state_gigabytes(7e9):.0f}",
        "largest": f"{MEMORY / (WEIGHT + GRADIENT + OPTIMISER):.0f}",
        "between_many": f"{between:.1f}",
        "between_few": f"{hours_between(DEVICES) / 24:.0f}",
        "interval": f"{60 * best_interval(SAVING, between):.0f}",
        "lost": f"{100 * least_lost(SAVING, between):.0f}",
        "quick_interval": f"{60 * best_interval(quick, between):.0f}",
        "quick_lost": f"{100 * least_lost(quick, between):.0f}",
    }


def figures() -> dict[str, str]:
    return {"memory_figure": memory_figure(), "checkpoints_figure": checkpoints_figure()}


def memory_bar(parameters: float, top: float) -> list[str]:
    """Weights, gradients and optimiser of one model, in gigabytes; 46 high."""
    across = fig.scale((0, 112), (8, 350))
    shapes, start = [fig.text(8, top + 14, f"{parameters / 1e9:.0f} billion parameters")], 0.0
    for size, classes in ((WEIGHT, "hb-mark-1"), (GRADIENT, "hb-mark-3"), (OPTIMISER, "hb-heat-2")):
        end = start + size * parameters / 1e9
        left = across(start)
        shapes.append(fig.rect((left, top + 20), (across(end) - left, 20), classes))
        start = end
    return [*shapes, fig.text(across(start) + 6, top + 35, f"{start:.0f}")]


def memory_figure() -> str:
    """What three models keep in memory while they are trained, and what one accelerator has."""
    limit = fig.scale((0, 112), (8, 350))(MEMORY)
    shapes = [shape for row, size in enumerate(SIZES) for shape in memory_bar(size, 20 + 50 * row)]
    shapes += [
        fig.line((limit, 20), (limit, 176), "hb-axis hb-dash-2"),
        fig.text(limit, 14, f"one accelerator: {MEMORY} GB", "hb-small", "middle"),
        *fig.legend(
            (8, 194),
            (112, 0),
            {"hb-mark-1": "weights", "hb-mark-3": "gradients", "hb-heat-2": "optimiser"},
        ),
    ]
    rows = [
        [
            f"{size / 1e9:.0f} billion",
            *(f"{part * size / 1e9:.0f}" for part in (WEIGHT, GRADIENT, OPTIMISER)),
            f"{state_gigabytes(size):.0f}",
        ]
        for size in SIZES
    ]
    return fig.figure(
        "training-run-memory",
        alt="Three bars of memory in gigabytes, of which the last passes the dashed limit.",
        desc="In each bar the optimiser takes three quarters, and weights and gradients one "
        "eighth each.",
        height=210,
        shapes=shapes,
        caption="To train a model takes eight times the memory of its weights, and most of it is "
        "the optimiser's.",
        data=fig.table(
            ["Parameters", "Weights, GB", "Gradients, GB", "Optimiser, GB", "All, GB"], rows
        ),
    )


def checkpoints_figure() -> str:
    """The part of the time that is lost, against the time between checkpoints."""
    between, longest = hours_between(MANY), 2.0
    across, up = fig.scale((0, longest), (48, 384)), fig.scale((0, 1), (210, 12))
    shapes = fig.levels(
        up, (48, 384), {level: f"{100 * level:.0f}" for level in (0, 0.25, 0.5, 0.75, 1)}
    )
    for line, saving in (("hb-line-2 hb-dash-2", SAVING), ("hb-line-1", SAVING / 5)):
        first = round(saving * 60)
        points = [
            (across(minute / 60), up(lost(minute / 60, saving, between)))
            for minute in range(first, 121)
        ]
        best = best_interval(saving, between)
        centre = (across(best), up(least_lost(saving, between)))
        shapes += [fig.path(points, line), fig.circle(centre, f"hb-mark-{line[8]}")]
    shapes += [
        fig.line((48, 210), (384, 210), "hb-axis"),
        *(fig.text(across(hour), 230, str(hour), anchor="middle") for hour in range(3)),
        fig.text(216, 252, "Hours between checkpoints", anchor="middle"),
        fig.text(120, 30, "% of the time that is lost"),
        *fig.legend(
            (120, 50),
            (0, 22),
            {"hb-line-2 hb-dash-2": "saving stops work for 5 min", "hb-line-1": "for 1 min"},
        ),
    ]
    rows = [
        [
            f"{minutes}",
            *(
                f"{100 * lost(minutes / 60, saving, between):.0f} %"
                for saving in (SAVING, SAVING / 5)
            ),
        ]
        for minutes in (10, 20, 40, 60, 90, 120)
    ]
    return fig.figure(
        "training-run-checkpoints",
        alt="Two curves of the time lost, each high for very frequent checkpoints, then low, then "
        "rising.",
        desc=f"An interruption every {between:.1f} hours. The lowest points, marked, are at "
        f"{60 * best_interval(SAVING, between):.0f} and "
        f"{60 * best_interval(SAVING / 5, between):.0f} minutes.",
        height=262,
        shapes=shapes,
        caption="There is a best time between checkpoints, and to save faster is worth more than "
        "to hit it exactly.",
        data=fig.table(["Minutes between", "Saving takes 5 min", "Saving takes 1 min"], rows),
    )

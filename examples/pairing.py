"""What it is worth to ask two systems the same questions: the same gap with a smaller doubt.

The answers are those of `score_intervals`: 200 questions, on 26 of which the two differ.
"""

from math import ceil, sqrt

from examples import figure as fig
from examples.score_intervals import BOTH, NEITHER, ONLY_A, ONLY_B, Z

TOTAL = BOTH + ONLY_A + ONLY_B + NEITHER
MINUTES, RATE = 3, 30  # to judge one answer, and money an hour; invented
FEWER = (14, 4)  # only A and only B right, for a pair of systems that differ less


def gap(only_a: int, only_b: int) -> float:
    """How much larger A's share of right answers is."""
    return (only_a - only_b) / TOTAL


def paired_error(only_a: int, only_b: int) -> float:
    """Standard error of the gap on the same questions (Miller 2024): equal answers add nothing."""
    return sqrt((only_a + only_b) / TOTAL - gap(only_a, only_b) ** 2) / sqrt(TOTAL)


def unpaired_error(share_a: float, share_b: float, total: int) -> float:
    """The same, had each system its own questions, and so its own luck."""
    return sqrt((share_a * (1 - share_a) + share_b * (1 - share_b)) / total)


def interval(error: float) -> tuple[float, float]:
    """The simple 95 % interval of the gap."""
    middle = gap(ONLY_A, ONLY_B)
    return middle - Z * error, middle + Z * error


def shares() -> tuple[float, float]:
    return (BOTH + ONLY_A) / TOTAL, (BOTH + ONLY_B) / TOTAL


def worth() -> float:
    """Questions that unpaired systems need for each question of paired ones, at equal doubt."""
    return (unpaired_error(*shares(), TOTAL) / paired_error(ONLY_A, ONLY_B)) ** 2


def judging_cost(questions: float, systems: int) -> float:
    """Money to judge every answer: questions × systems × hours an answer × money an hour."""
    return questions * systems * MINUTES / 60 * RATE


def points(share: float, places: int = 1) -> str:
    return fig.signed(100 * share, places)


def span(error: float) -> str:
    low, high = interval(error)
    return f"{points(low)} to {points(high)}"


def results() -> dict[str, str]:
    paired, unpaired = paired_error(ONLY_A, ONLY_B), unpaired_error(*shares(), TOTAL)
    return {
        "gap": points(gap(ONLY_A, ONLY_B), 0),
        "paired_error": points(paired, 2),
        "unpaired_error": points(unpaired, 2),
        "paired_interval": span(paired),
        "unpaired_interval": span(unpaired),
        "worth": f"{worth():.1f}",
        "unpaired_items": str(ceil(TOTAL * worth())),
        "cost": f"{judging_cost(TOTAL, 2):,.0f}",
        "cost_unpaired": f"{judging_cost(ceil(TOTAL * worth()), 2):,.0f}",
        "try_gap": points(gap(*FEWER), 0),
        "try_error": points(paired_error(*FEWER), 2),
        "try_low": points(gap(*FEWER) - Z * paired_error(*FEWER)),
        "try_high": points(gap(*FEWER) + Z * paired_error(*FEWER)),
    }


def figures() -> dict[str, str]:
    return {"gap_figure": gap_figure()}


def gap_figure() -> str:
    """The gap with its interval, once on the same questions and once on separate ones."""
    across = fig.scale((-0.05, 0.15), (16, 384))
    kinds = (
        ("the same questions", paired_error(ONLY_A, ONLY_B), "hb-line-1", fig.circle, 1),
        ("separate questions", unpaired_error(*shares(), TOTAL), "hb-line-2", fig.diamond, 2),
    )
    shapes = []
    for tick in range(-5, 16, 5):
        x = across(tick / 100)
        shapes += [
            fig.line((x, 8), (x, 112), "hb-axis hb-dash-2" if tick == 0 else "hb-grid"),
            fig.text(x, 132, fig.signed(tick, 0), anchor="middle"),
        ]
    rows = []
    for row, (name, error, line, mark, kind) in enumerate(kinds):
        y, (low, high) = 44 + 50 * row, map(across, interval(error))
        shapes += [
            fig.text(across(0.0) + 8, y - 14, f"{name}: ± {points(Z * error)}"),
            *fig.interval(low, high, y, line),
            mark((across(gap(ONLY_A, ONLY_B)), y), f"hb-mark-{kind}"),
        ]
        rows.append([name, points(gap(ONLY_A, ONLY_B), 0), span(error)])
    shapes.append(fig.text(200, 156, "Points by which A is ahead of B", anchor="middle"))
    return fig.figure(
        "pairing-gap",
        alt="The same gap between two systems with a narrow and a wide 95 % interval.",
        desc="Both intervals are centred on five points; the paired one just misses the dashed "
        "line at zero, the other reaches well beyond it.",
        height=166,
        shapes=shapes,
        caption=f"The same {TOTAL} answers: pairing them is worth {worth():.1f} times as many "
        "questions.",
        data=fig.table(["Asked", "Gap, points", "Interval, points"], rows),
    )

"""How far the best of several prompts scores above its worth, when all are equally good.

Prompts, questions and shares are invented, and the prompts err independently.
"""

from functools import cache

from examples import figure as fig
from examples.gate import at_least_once, chance_of
from examples.score_intervals import wilson

WORTH = 0.80  # share of all possible questions that each of the prompts gets right
TRIED = 10
SIZES = (10, 50, 200)  # questions in the test set
QUESTIONS = 50
LUCKY = 45  # right answers out of 50: a score of 0.90
LABELS = 4
EXAMPLE = 60  # tokens of one example with its label
ROOM = 2000  # tokens that examples may take
INSTRUCTIONS, QUESTION = 600, 100  # tokens


@cache
def at_most(right: int, size: int) -> float:
    """Chance that one prompt gets so many or fewer right."""
    return sum(chance_of(one, size, WORTH) for one in range(right + 1))


def at_least(right: int, size: int) -> float:
    """Chance that one prompt gets so many or more right."""
    return sum(chance_of(one, size, WORTH) for one in range(right, size + 1))


def best_score(tried: int, size: int) -> float:
    """Expected highest score of several prompts: the sum of the chances that it exceeds k."""
    return sum(1 - at_most(right, size) ** tried for right in range(size)) / size


def examples_per_label(room: int, size: int) -> int:
    """Examples of each label, as many of one as of the other, that fit."""
    return room // (LABELS * size)


def prompt_tokens(per_label: int) -> int:
    """Tokens that are read at each request."""
    return INSTRUCTIONS + per_label * LABELS * EXAMPLE + QUESTION


def results() -> dict[str, str]:
    per_label = examples_per_label(ROOM, EXAMPLE)
    low, high = wilson(LUCKY, QUESTIONS)
    values = {
        "worth": f"{WORTH:.2f}",
        "tried": str(TRIED),
        "lucky": f"{at_least(LUCKY, QUESTIONS):.3f}",
        "lucky_of_ten": f"{at_least_once(at_least(LUCKY, QUESTIONS), TRIED):.2f}",
        "lucky_interval": f"{low:.2f} to {high:.2f}",
        "per_label": str(per_label),
        "tokens": f"{prompt_tokens(per_label):,}",
        "tokens_without": f"{prompt_tokens(0):,}",
        "times_longer": f"{prompt_tokens(per_label) / prompt_tokens(0):.1f}",
        "try_per_label": str(examples_per_label(ROOM, 2 * EXAMPLE)),
        "try_three": f"{best_score(3, QUESTIONS):.2f}",
        "try_three_lucky": f"{at_least_once(at_least(LUCKY, QUESTIONS), 3):.2f}",
    }
    return values | {f"best_{size}": f"{best_score(TRIED, size):.2f}" for size in SIZES}


def figures() -> dict[str, str]:
    return {"best_figure": best_figure()}


def best_figure() -> str:
    """The expected best score against the number of prompts tried, for three sizes of test."""
    across, up = fig.scale((1, 20), (52, 316)), fig.scale((0.75, 1), (220, 12))
    shapes = fig.levels(
        up, (52, 316), {share: f"{share:.2f}" for share in (0.75, 0.8, 0.85, 0.9, 0.95, 1)}
    )
    shapes += [fig.text(across(n), 240, str(n), anchor="middle") for n in (1, 5, 10, 15, 20)]
    lines = ("hb-line-2", "hb-line-1 hb-dash-2", "hb-line-3 hb-dash-3")
    for size, line in zip(SIZES, lines, strict=True):
        points = [(across(n), up(best_score(n, size))) for n in range(1, 21)]
        shapes.append(fig.path(points, line))
        shapes.append(fig.text(322, points[-1][1] + 5, f"{size} asked"))
    shapes += [
        fig.line((52, up(WORTH)), (316, up(WORTH)), "hb-axis"),
        fig.text(322, up(WORTH) + 5, "worth"),
        fig.text(184, 262, "Prompts tried, all equally good", anchor="middle"),
        fig.text(60, 209, "Expected score of the best"),
    ]
    rows = [
        [str(tried), *(f"{best_score(tried, size):.2f}" for size in SIZES)]
        for tried in (1, 2, 5, 10, 20)
    ]
    return fig.figure(
        "prompt-choice-best",
        alt="Three rising curves: the expected score of the best prompt against prompts tried.",
        desc=f"All start at {WORTH:.2f}, which every prompt is worth; with {SIZES[0]} questions "
        f"the curve climbs steeply, with {SIZES[-1]} it stays near the level line.",
        height=272,
        shapes=shapes,
        caption=f"The best of {TRIED} equal prompts shows {best_score(TRIED, SIZES[0]):.2f} on "
        f"{SIZES[0]} questions and {best_score(TRIED, SIZES[-1]):.2f} on {SIZES[-1]}, and is "
        f"worth {WORTH:.2f}.",
        data=fig.table(["Prompts", *(f"{size} questions" for size in SIZES)], rows),
    )

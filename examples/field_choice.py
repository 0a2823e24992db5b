"""Two fields scored against weights, and the weight at which the choice between them flips.

Weights and scores are invented.
"""

from examples import figure as fig

FIELDS = ("language", "vision")
WEIGHTS = {"feedback": 0.5, "work": 0.3, "interest": 0.2}
SCORES = {"feedback": (5, 2), "work": (4, 3), "interest": (2, 5)}
"""For each criterion the score of either field, one to five."""


def weights(interest: float) -> dict[str, float]:
    """The weights when interest gets more or less; feedback takes the difference."""
    return WEIGHTS | {"feedback": 1 - WEIGHTS["work"] - interest, "interest": interest}


def total(field: str, given: dict[str, float]) -> float:
    """The weighted sum of one field's scores."""
    place = FIELDS.index(field)
    return sum(weight * SCORES[name][place] for name, weight in given.items())


def lead(interest: float) -> float:
    """How far language is ahead of vision; less than 0 when it is behind."""
    language, vision = (total(field, weights(interest)) for field in FIELDS)
    return language - vision


def flip() -> float:
    """The weight of interest at which both fields are equal: the lead falls in a straight line."""
    return lead(0) / (lead(0) - lead(1))


def results() -> dict[str, str]:
    language, vision = (total(field, WEIGHTS) for field in FIELDS)
    return {
        "language": f"{language:.1f}",
        "vision": f"{vision:.1f}",
        "flip": f"{flip():.1f}",
        "equal": f"{total('vision', weights(flip())):.1f}",
    }


def figures() -> dict[str, str]:
    return {"choice_figure": choice_figure()}


def choice_figure() -> str:
    """Both sums against the weight of interest."""
    across, up = fig.scale((0, 0.7), (44, 322)), fig.scale((2, 5), (220, 12))
    shapes = fig.levels(up, (44, 322), {tick: str(tick) for tick in (2, 3, 4, 5)})
    shapes += [
        fig.text(across(tick / 10), 240, f"{tick / 10:.1f}", anchor="middle") for tick in range(8)
    ]
    for number, field in enumerate(FIELDS, 1):
        ends = [(across(one), up(total(field, weights(one)))) for one in (0, 0.7)]
        dash = " hb-dash-2" if number == 2 else ""
        shapes += [
            fig.path(ends, f"hb-line-{number}{dash}"),
            fig.text(328, ends[1][1] + 5, field),
            fig.circle(
                (across(WEIGHTS["interest"]), up(total(field, WEIGHTS))), f"hb-mark-{number}"
            ),
        ]
    crossing = (across(flip()), up(total("vision", weights(flip()))))
    rows = [
        [f"{one / 10:.1f}", *(f"{total(field, weights(one / 10)):.1f}" for field in FIELDS)]
        for one in range(8)
    ]
    return fig.figure(
        "field-choice",
        alt="Two lines that cross: the weighted sum of each field against the weight of interest.",
        desc="The sum of language falls and that of vision rises as interest weighs more; circles "
        "mark the weight of the example, a diamond the crossing.",
        height=270,
        shapes=[
            *shapes,
            fig.diamond(crossing, "hb-mark-3", 8),
            fig.line((44, 220), (322, 220), "hb-axis"),
            fig.text(52, 27, "Weighted sum"),
            fig.text(183, 262, "Weight of interest", anchor="middle"),
        ],
        caption=f"Language leads until interest weighs {flip():.1f} instead of "
        f"{WEIGHTS['interest']:.1f} (invented scores).",
        data=fig.table(["Weight of interest", "Language", "Vision"], rows),
    )

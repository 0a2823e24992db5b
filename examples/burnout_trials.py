"""Trials that tried to reduce burn-out of physicians, aimed at the person or at the organisation.

The effects are those of Panagioti et al. (2017), as standardised mean differences (SMD) of scores
of emotional exhaustion: less than 0 is less exhaustion than in the control group.
"""

from math import hypot
from statistics import NormalDist

from examples import figure as fig

Effect = tuple[float, float, float]
"""The SMD, and the low and high end of its 95 % interval."""

EFFECTS: dict[str, Effect] = {
    "The physician": (-0.18, -0.32, -0.03),
    "The organisation": (-0.45, -0.62, -0.28),
}
Z = NormalDist().inv_cdf(0.975)


def better_off(effect: Effect) -> float:
    """Share of the group with the programme less exhausted than the average of the controls.

    Cohen's U3: both groups are taken to be normal and equally spread.
    """
    return NormalDist().cdf(-effect[0])


def standard_error(effect: Effect) -> float:
    """Half the width of the interval, in units of 1.96."""
    _, low, high = effect
    return (high - low) / (2 * Z)


def gap(first: Effect, second: Effect) -> Effect:
    """How much larger the second effect is, with its 95 % interval; the trials are others."""
    middle = first[0] - second[0]
    half = Z * hypot(standard_error(first), standard_error(second))
    return middle, middle - half, middle + half


def results() -> dict[str, str]:
    person, organisation = EFFECTS.values()
    middle, low, high = gap(person, organisation)
    return {
        "person": f"{100 * better_off(person):.0f}",
        "organisation": f"{100 * better_off(organisation):.0f}",
        "gap": f"{middle:.2f}",
        "gap_interval": f"{low:.2f} to {high:.2f}",
    }


def figures() -> dict[str, str]:
    return {"trials_figure": trials_figure()}


def trials_figure() -> str:
    """The two effects with their intervals, beside the line of no effect."""
    across = fig.scale((-0.7, 0.1), (130, 388))
    bottom = 8 + 44 * len(EFFECTS)
    shapes = fig.columns(
        across, (4, bottom), {tick: fig.signed(tick) for tick in (-0.6, -0.4, -0.2)}
    )
    shapes += [
        fig.line((across(0), 4), (across(0), bottom), "hb-axis"),
        fig.text(across(0), bottom + 18, "0", anchor="middle"),
        fig.text(across(-0.3), bottom + 40, "Exhaustion, against controls (SMD)", anchor="middle"),
    ]
    for number, (name, (middle, low, high)) in enumerate(EFFECTS.items(), 1):
        y = 44 * number - 18
        shapes += [
            fig.text(0, y + 5, name),
            fig.line((across(low), y), (across(high), y), f"hb-line-{number}"),
            fig.circle((across(middle), y), f"hb-mark-{number}"),
        ]
    rows = [
        [name, *(fig.signed(number, 2) for number in effect), f"{100 * better_off(effect):.0f} %"]
        for name, effect in EFFECTS.items()
    ]
    person, organisation = (better_off(effect) for effect in EFFECTS.values())
    return fig.figure(
        "burnout-trials",
        alt="Two effects with their intervals: programmes aimed at physicians, at organisations.",
        desc="Both intervals lie left of zero; that of the organisation lies further left and "
        "overlaps the other a little.",
        height=bottom + 50,
        shapes=shapes,
        caption="Less exhausted than the average physician of the control group were about "
        f"{100 * organisation:.0f} % after a programme for the organisation, and "
        f"{100 * person:.0f} % after one for the physician.",
        data=fig.table(["Aimed at", "SMD", "From", "To", "Less exhausted than average"], rows),
    )

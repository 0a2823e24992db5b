"""A preference as a training signal: two answers, of which a person chose one.

A reward model gives each answer a number; the probability that a person chooses the first is
1 / (1 + exp(-d)), with d the lead of its reward, and the loss is minus its natural log
(Ouyang et al. 2022, section 3.5).
The numbers are invented.
"""

from math import exp, log

from examples import figure as fig

STEP = 1.0


def chance(lead: float) -> float:
    """The probability that the chosen answer is chosen."""
    return 1 / (1 + exp(-lead))


def loss(lead: float) -> float:
    return -log(chance(lead))


def step(lead: float, size: float = STEP) -> float:
    """One step of descent: the chosen reward rises and the other falls by size × (1 − chance)."""
    return lead + 2 * size * (1 - chance(lead))


def leads(steps: int) -> list[float]:
    """The leads from none at all, one more than there are steps."""
    found = [0.0]
    for _ in range(steps):
        found.append(step(found[-1]))
    return found


def results() -> dict[str, str]:
    values = {"wrong_chance": f"{chance(-1):.3f}", "wrong_loss": f"{loss(-1):.3f}"}
    for number, lead in enumerate(leads(2)):
        values |= {
            f"lead_{number}": f"{lead:.3f}",
            f"chance_{number}": f"{chance(lead):.3f}",
            f"loss_{number}": f"{loss(lead):.3f}",
        }
    return values


def figures() -> dict[str, str]:
    return {"loss_figure": loss_figure()}


def loss_figure() -> str:
    """The loss over the lead, with the first two steps on it."""
    across, up = fig.scale((-2, 3), (40, 388)), fig.scale((0, 2.2), (190, 12))
    walk = leads(2)
    points = [(across(lead), up(loss(lead))) for lead in walk]
    curve = [(across(place / 10), up(loss(place / 10))) for place in range(-20, 31)]
    shapes = [
        *fig.levels(up, (40, 388), {y: str(y) for y in (0, 1, 2)}),
        *(
            fig.text(across(x), 208, fig.signed(x, 0), "hb-small", "middle")
            for x in (-2, -1, 0, 1, 2, 3)
        ),
        fig.text(214, 228, "Lead of the chosen answer", anchor="middle"),
        fig.text(52, 24, "Loss"),
        fig.path(curve, "hb-line-1"),
        *(fig.circle(point, "hb-mark-2") for point in points),
        *(
            fig.text(x, y - 12, label, anchor="middle")
            for (x, y), label in zip(points, ("start", "1", "2"), strict=True)
        ),
    ]
    rows = [
        [label, f"{lead:.3f}", f"{chance(lead):.3f}", f"{loss(lead):.3f}"]
        for label, lead in zip(("Start", "Step 1", "Step 2"), walk, strict=True)
    ]
    return fig.figure(
        "preference-loss",
        alt="The loss falls as the reward of the chosen answer gets ahead of that of the other.",
        desc="Three marks on the curve: the start without a lead, and the first two steps, each "
        "shorter than the one before.",
        height=236,
        shapes=shapes,
        caption="A person's choice becomes a slope: the surer the reward model gets, the shorter "
        "the step.",
        data=fig.table(["", "Lead", "Chance of the choice", "Loss"], rows),
    )

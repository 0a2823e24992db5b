"""Sampling: how temperature and a cut of the tail change what a model says next.

A temperature T turns each probability p into a share in proportion to p to the power 1/T.
Nucleus sampling keeps the likeliest tokens until they make up a share (Holtzman et al. 2020).
The probabilities are invented.
"""

from examples import figure as fig

NEXT = {"14": 0.6, "30": 0.3, "7": 0.1}
"""What may follow on “Refunds take this many days:”."""
TEMPERATURES = (0.5, 1, 2)
NUCLEUS = 0.9


def normalised(shares: dict[str, float]) -> dict[str, float]:
    total = sum(shares.values())
    return {token: share / total for token, share in shares.items()}


def at_temperature(temperature: float) -> dict[str, float]:
    return normalised({token: share ** (1 / temperature) for token, share in NEXT.items()})


def nucleus(limit: float = NUCLEUS) -> dict[str, float]:
    """The likeliest tokens that together reach the limit, as shares of their sum."""
    kept: dict[str, float] = {}
    for token, share in sorted(NEXT.items(), key=lambda pair: -pair[1]):
        if sum(kept.values()) < limit - 1e-9:
            kept[token] = share
    return normalised(kept)


def same_twice(shares: dict[str, float]) -> float:
    """The probability that two draws are the same token."""
    return sum(share**2 for share in shares.values())


def results() -> dict[str, str]:
    values = {f"nucleus_{token}": f"{share:.3f}" for token, share in nucleus().items()}
    for temperature in TEMPERATURES:
        shares, name = at_temperature(temperature), f"{temperature:g}".replace(".", "_")
        values |= {f"t{name}_{token}": f"{share:.3f}" for token, share in shares.items()}
        values[f"same_{name}"] = f"{same_twice(shares):.2f}"
    values["try_t0_25_14"] = f"{at_temperature(0.25)['14']:.3f}"
    values["try_same_0_25"] = f"{same_twice(at_temperature(0.25)):.2f}"
    return values


def figures() -> dict[str, str]:
    return {"temperature_figure": temperature_figure()}


def temperature_figure() -> str:
    """The three shares at three temperatures, as bars."""
    across = fig.scale((0, 1), (0, 250))
    shapes, rows = [], []
    for block, temperature in enumerate(TEMPERATURES):
        top, shares = 84 * block, at_temperature(temperature)
        shapes.append(fig.text(0, top + 16, f"T = {temperature:g}"))
        for row, (token, share) in enumerate(shares.items()):
            y = top + 2 + 24 * row
            shapes += [
                fig.text(104, y + 15, token, anchor="end"),
                fig.rect((112, y), (across(share), 18), f"hb-mark-{row + 1}"),
                fig.text(118 + across(share), y + 15, f"{share:.2f}"),
            ]
        rows.append([f"{temperature:g}", *(f"{share:.3f}" for share in shares.values())])
    return fig.figure(
        "sampling-temperature",
        alt="Three groups of three bars: the same probabilities at a low, a middle and a high "
        "temperature.",
        desc="At the low temperature the likeliest token takes most of the probability, at the "
        "high one the three come closer; their order stays.",
        height=244,
        shapes=shapes,
        caption="Temperature changes how often the model says its second choice, never which "
        "choice comes first.",
        data=fig.table(["Temperature", *NEXT], rows),
    )

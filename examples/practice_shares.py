"""How much practice goes along with performance, and what that says about two people.

The shares are those of Macnamara et al. (2014) as its authors corrected them, which Hambrick et al.
(2020) give.
"""

from math import asin, pi, sqrt

from examples import figure as fig

SHARES = {
    "Games": 0.24,
    "Music": 0.23,
    "Sports": 0.20,
    "Education": 0.05,
    "Professions": 0.01,
}
"""Share of the variance in performance that practice explains."""


def ahead(share: float) -> float:
    """Chance that, of two people taken at random, the one with more practice performs better.

    Where both are normally distributed, 1/2 + arcsin(r) / π (Sheppard 1899); r is the correlation,
    the root of the share.
    """
    return 0.5 + asin(sqrt(share)) / pi


def label(share: float) -> str:
    return f"{100 * share:.0f} %"


def results() -> dict[str, str]:
    return {f"ahead_{name.lower()}": f"{100 * ahead(share):.0f}" for name, share in SHARES.items()}


def figures() -> dict[str, str]:
    return {"shares_figure": shares_figure()}


def shares_figure() -> str:
    """For each field a bar for the share, and a mark for how often more practice is ahead."""
    wide, across = fig.scale((0, 0.24), (0, 96)), fig.scale((0.5, 0.7), (252, 360))
    bottom = 40 + 34 * len(SHARES)
    shapes = [
        fig.text(94, 18, "Variance explained"),
        fig.text(252, 18, "Ahead, of 100 pairs"),
        *fig.columns(across, (28, bottom), {tick / 100: str(tick) for tick in (50, 60, 70)}),
    ]
    for number, (name, share) in enumerate(SHARES.items()):
        y = 48 + 34 * number
        shapes += [
            fig.text(0, y + 5, name),
            fig.rect((94, y - 9), (wide(share), 18), "hb-mark-1"),
            fig.text(98 + wide(share), y + 5, label(share), "hb-small"),
            fig.line((across(0.5), y), (across(ahead(share)), y), "hb-line-2"),
            fig.circle((across(ahead(share)), y), "hb-mark-2"),
            fig.text(across(ahead(share)) + 9, y + 5, f"{100 * ahead(share):.0f}", "hb-small"),
        ]
    rows = [[name, label(share), f"{100 * ahead(share):.0f}"] for name, share in SHARES.items()]
    most, least = (ahead(SHARES[name]) for name in ("Games", "Professions"))
    return fig.figure(
        "practice-shares",
        alt="Five fields: how much of the differences practice explains, and what that means.",
        desc="The bars of games, music and sports are long, those of education and professions "
        "short; all marks lie between 50 and 70 of 100 pairs.",
        height=bottom + 26,
        shapes=shapes,
        caption=f"Where practice explains most, the one with more of it is ahead in "
        f"{100 * most:.0f} of 100 pairs, and in professions in {100 * least:.0f}.",
        data=fig.table(["Field", "Variance explained", "Ahead, of 100 pairs"], rows),
    )

"""How many users a test needs before it can see an effect of a given size."""

import math
from statistics import NormalDist

from examples import explorer
from examples import figure as fig

ALPHA = 0.05  # two-sided
POWER = 0.80
CONVERSION = 0.05  # share of users who buy: an invented base rate
UPLIFTS = (0.01, 0.03, 0.10)  # relative
WEEKLY = 20_000  # users who come, each once
LEVELS = (0.10, 0.05, 0.01)
POWERS = (0.80, 0.90, 0.95)
VARIATIONS = (2, 5, 10)  # standard deviation of revenue per user, in means


def level_quantile(alpha: float) -> float:
    """How many standard errors a result must be from none, either way."""
    return NormalDist().inv_cdf(1 - alpha / 2)


def power_quantile(power: float) -> float:
    return NormalDist().inv_cdf(power)


def users_per_arm(base: float, uplift: float, alpha: float = ALPHA, power: float = POWER) -> int:
    """Users per arm to tell `base` from `base * (1 + uplift)`; both are shares, uplift relative.

    The textbook formula for two proportions with the pooled variance under no effect.
    """
    other = base * (1 + uplift)
    pooled = (base + other) / 2
    none = level_quantile(alpha) * math.sqrt(2 * pooled * (1 - pooled))
    some = power_quantile(power) * math.sqrt(base * (1 - base) + other * (1 - other))
    return math.ceil(((none + some) / (other - base)) ** 2)


def weeks(users: int, weekly: int = WEEKLY) -> int:
    """Whole weeks until two arms of so many users are full."""
    return math.ceil(2 * users / weekly)


def rule_of_sixteen(variance: float, difference: float) -> int:
    """Users per arm by the rule 16 s²/d² (Lehr 1992), for 80 % power at two-sided 5 %."""
    return round(16 * variance / difference**2)


def revenue_users_per_arm(variation: float, uplift: float) -> int:
    """Users per arm when revenue per user has this coefficient of variation; uplift is relative."""
    return rule_of_sixteen(variation**2, uplift)


def results() -> dict[str, str]:
    uplift = 0.03
    difference = CONVERSION * uplift
    values = {
        f"conversion_{round(up * 100)}": f"{users_per_arm(CONVERSION, up):,}" for up in UPLIFTS
    }
    values["conversion_3_rule"] = f"{rule_of_sixteen(CONVERSION * (1 - CONVERSION), difference):,}"
    values |= {
        f"revenue_cv_{variation}": f"{revenue_users_per_arm(variation, uplift):,}"
        for variation in VARIATIONS
    }
    values["weekly_users"] = f"{WEEKLY:,}"
    values["weeks"] = str(weeks(users_per_arm(CONVERSION, uplift)))
    return values


def figures() -> dict[str, str]:
    return {"users_figure": users_figure()}


def explorers() -> dict[str, str]:
    return {"users_explorer": users_explorer()}


def axes(across: fig.Scale, up: fig.Scale) -> list[str]:
    """Grid and labels of the two logarithmic axes."""
    percents = {math.log10(percent): str(percent) for percent in (1, 2, 5, 10, 20)}
    return [
        *fig.levels(up, (88, 388), {4: "10,000", 5: "100,000", 6: "1 million", 7: "10 million"}),
        *fig.columns(across, (12, 230), percents),
        fig.line((88, 230), (388, 230), "hb-axis"),
        fig.text(238, 272, "Relative uplift, %", anchor="middle"),
        fig.text(376, 30, "Users per arm", anchor="end"),
    ]


def users_figure() -> str:
    """Users per arm against the uplift to be seen, both on logarithmic scales."""
    across = fig.scale((0, math.log10(20)), (100, 388))
    up = fig.scale((math.log10(5_000), 7), (230, 12))

    def place(uplift: float) -> fig.Point:
        users = users_per_arm(CONVERSION, uplift)
        return across(math.log10(100 * uplift)), up(math.log10(users))

    shapes = axes(across, up)
    shapes.append(fig.path([place(percent / 100) for percent in range(1, 21)], "hb-line-1"))
    rows = []
    for uplift in UPLIFTS:
        (x, y), users = place(uplift), f"{users_per_arm(CONVERSION, uplift):,}"
        shapes += [fig.circle((x, y), "hb-mark-2"), fig.text(x + 10, y - 4, users)]
        rows.append([f"{100 * uplift:.0f} %", users])
    small, large = (users_per_arm(CONVERSION, uplift) for uplift in (UPLIFTS[0], UPLIFTS[-1]))
    return fig.figure(
        "sample-size",
        alt="A falling line: users that each arm of a test needs against the uplift to be seen.",
        desc="On two logarithmic scales it is nearly straight, and falls by two powers of ten "
        "while the uplift rises by one.",
        height=280,
        shapes=shapes,
        caption=f"To see an uplift of {100 * UPLIFTS[0]:.0f}\N{NO-BREAK SPACE}% instead of "
        f"{100 * UPLIFTS[-1]:.0f}\N{NO-BREAK SPACE}% takes {small / large:.0f} times the users "
        f"(illustrative base of {100 * CONVERSION:.0f}\N{NO-BREAK SPACE}%).",
        data=fig.table(["Relative uplift", "Users per arm"], rows),
    )


def users_explorer() -> str:
    """Users per arm and weeks, with the base, the uplift and the traffic that the reader has."""
    domain = (0, math.log10(20)), (2, 8)
    across, up = fig.scale(domain[0], (100, 388)), fig.scale(domain[1], (230, 12))
    uplift = 0.03
    growth = users_per_arm(CONVERSION, uplift / 2) / users_per_arm(CONVERSION, uplift)
    curve = [explorer.drawn("curve", "hb-line-1"), explorer.drawn("point", "hb-dot-4")]
    return explorer.explorer(
        "users",
        title="Try your own traffic.",
        hint=f"Halve the uplift, and notice that it takes {growth:.0f} times the users; a higher "
        "base needs fewer of them.",
        given={"percents": list(range(1, 21))},
        parts=[
            explorer.number("base", "Base, %", 100 * CONVERSION, low=0.5, high=50, step=0.5),
            explorer.number("uplift", "Relative uplift, %", 100 * uplift, low=1, high=20, step=0.5),
            explorer.number("weekly", "Users a week", WEEKLY, low=500, high=200_000, step=500),
            explorer.choice(
                "level",
                "Level",
                {f"{level_quantile(alpha)}": f"{100 * alpha:.0f} %" for alpha in LEVELS},
                f"{level_quantile(ALPHA)}",
            ),
            explorer.choice(
                "power",
                "Power",
                {f"{power_quantile(power)}": f"{100 * power:.0f} %" for power in POWERS},
                f"{power_quantile(POWER)}",
            ),
            explorer.picture(
                280, [*axes(across, up), explorer.window(domain, (100, 12), (288, 218), curve, 6)]
            ),
        ],
    )

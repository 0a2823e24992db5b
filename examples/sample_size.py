"""How many users a test needs before it can see an effect of a given size."""

import math
from statistics import NormalDist

ALPHA = 0.05  # two-sided
POWER = 0.80
CONVERSION = 0.05  # share of users who buy: an invented base rate
UPLIFTS = (0.01, 0.03, 0.10)  # relative
VARIATIONS = (2, 5, 10)  # standard deviation of revenue per user, in means


def users_per_arm(base: float, uplift: float) -> int:
    """Users per arm to tell `base` from `base * (1 + uplift)`; both are shares, uplift relative.

    The textbook formula for two proportions with the pooled variance under no effect.
    """
    other = base * (1 + uplift)
    pooled = (base + other) / 2
    quantile = NormalDist().inv_cdf
    none = quantile(1 - ALPHA / 2) * math.sqrt(2 * pooled * (1 - pooled))
    some = quantile(POWER) * math.sqrt(base * (1 - base) + other * (1 - other))
    return math.ceil(((none + some) / (other - base)) ** 2)


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
    weekly = 20_000
    values["weekly_users"] = f"{weekly:,}"
    values["weeks"] = str(math.ceil(2 * users_per_arm(CONVERSION, uplift) / weekly))
    return values

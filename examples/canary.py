"""How long a canary must run to show that errors doubled, and how many users it harms meanwhile."""

from math import ceil

BEFORE, AFTER = 0.01, 0.02  # share of requests with an error
LOAD = 20  # requests a second
SHARES = (0.01, 0.05)  # of the requests that the canary gets
NOTICED = 60  # minutes until people notice without a comparison; invented


def requests_needed(before: float, after: float) -> int:
    """Requests to each version for 80 % power at 5 %: 16 p (1 - p) / difference² (Lehr 1992)."""
    middle = (before + after) / 2
    return ceil(round(16 * middle * (1 - middle) / (after - before) ** 2, 6))


def minutes(share: float, needed: int) -> float:
    """Time until the canary has had so many requests."""
    return needed / (LOAD * share) / 60


def harmed(requests: float) -> float:
    """Errors more than the old version would have made."""
    return requests * (AFTER - BEFORE)


def results() -> dict[str, str]:
    needed = requests_needed(BEFORE, AFTER)
    values = {
        "needed": f"{needed:,}",
        "harmed": f"{harmed(needed):.0f}",
        "harmed_all": f"{harmed(LOAD * NOTICED * 60):.0f}",
        "try_needed": f"{requests_needed(0.001, 0.002):,}",
        "try_hours": f"{minutes(0.05, requests_needed(0.001, 0.002)) / 60:.1f}",
    }
    for share in SHARES:
        values[f"minutes_{100 * share:.0f}"] = f"{minutes(share, needed):.0f}"
    return values

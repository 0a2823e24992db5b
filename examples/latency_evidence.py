"""Published effects of latency, scaled in a straight line to 200 ms so that they can be compared.

The scaling is ours and an assumption: effects are local and level off.
"""

from dataclasses import dataclass

from examples import latency_budget

TARGET = 200  # ms


@dataclass(frozen=True)
class Study:
    """One published effect: `effect` percent of `measure` for a change of `milliseconds`."""

    key: str  # in docs/references.yml
    design: str
    measure: str
    milliseconds: float
    effect: float


STUDIES = {
    "google": Study("brutlag2009", "randomised", "searches per user", 400, 0.6),
    "bing_delay": Study("schurman2009", "randomised", "revenue per user", 2000, 4.3),
    "bing_speed": Study("kohavi2013", "randomised", "revenue", 100, 0.6),
    "amazon": Study("linden2006", "one slide", "sales", 100, 1.0),
    "deloitte": Study("deloitte2020", "observational", "retail conversions", 100, 8.4),
}
CLAIM = 3.0  # percent of revenue for 200 ms, as the article has it


def scaled(study: Study, milliseconds: float = TARGET) -> float:
    """The study's effect in percent, scaled in a straight line to a change of so many ms."""
    return study.effect * milliseconds / study.milliseconds


def results() -> dict[str, str]:
    values = {name: f"{scaled(study):.2f}".rstrip("0") for name, study in STUDIES.items()}
    values = {name: value.rstrip(".") for name, value in values.items()}
    revenue = [
        scaled(study)
        for study in STUDIES.values()
        if study.design == "randomised" and study.measure.startswith("revenue")
    ]
    values["revenue_low"] = f"{min(revenue):.1f}"
    values["revenue_high"] = f"{max(revenue):.1f}"
    values["claim_against_best"] = f"{CLAIM / max(revenue):.1f}"
    values["claim_against_amazon"] = f"{CLAIM / scaled(STUDIES['amazon']):.1f}"
    values["share_of_first_token"] = f"{100 * TARGET / latency_budget.FIRST_TOKEN:.0f}"
    values["share_of_answer"] = f"{100 * TARGET / latency_budget.FULL_ANSWER:.0f}"
    return values

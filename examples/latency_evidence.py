"""Published effects of latency, scaled in a straight line to 200 ms so that they can be compared.

The scaling is ours and an assumption: effects are local and level off.
"""

from dataclasses import dataclass

from examples import figure as fig
from examples import latency_budget

TARGET = 200  # ms


@dataclass(frozen=True)
class Study:
    """One published effect: `effect` percent of `measure` for a change of `milliseconds`."""

    key: str  # in docs/references.yml
    name: str
    design: str
    measure: str
    milliseconds: float
    effect: float


STUDIES = {
    "google": Study("brutlag2009", "Google 2009", "randomised", "searches per user", 400, 0.6),
    "bing_delay": Study("schurman2009", "Bing 2009", "randomised", "revenue per user", 2000, 4.3),
    "bing_speed": Study("kohavi2013", "Bing 2013", "randomised", "revenue", 100, 0.6),
    "amazon": Study("linden2006", "Amazon 2006", "anecdote", "sales", 100, 1.0),
    "deloitte": Study(
        "deloitte2020", "Deloitte 2020", "observational", "retail conversions", 100, 8.4
    ),
}
DESIGNS = {
    "randomised": "Randomised tests",
    "anecdote": "Anecdote: one slide, no method",
    "observational": "Observational: differences as found",
}
"""What the figure calls the designs, the strongest first."""

CLAIM = 3.0  # percent of revenue for 200 ms, as the article has it


def scaled(study: Study, milliseconds: float = TARGET) -> float:
    """The study's effect in percent, scaled in a straight line to a change of so many ms."""
    return study.effect * milliseconds / study.milliseconds


def percent(study: Study) -> str:
    """The scaled effect with as many decimals, up to two, as it has."""
    return f"{scaled(study):.2f}".rstrip("0").rstrip(".")


def results() -> dict[str, str]:
    values = {name: percent(study) for name, study in STUDIES.items()}
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


def figures() -> dict[str, str]:
    return {"studies_figure": studies_figure()}


def across(percent_of_measure: float) -> float:
    return fig.scale((0, 18), (8, 384))(percent_of_measure)


def study_row(y: float, study: Study) -> list[str]:
    """The scaled effect as a mark with its number, and beside it what was measured."""
    mark = {
        "randomised": fig.circle((across(scaled(study)), y), "hb-mark-1"),
        "anecdote": fig.square((across(scaled(study)), y), "hb-mark-3"),
        "observational": fig.diamond((across(scaled(study)), y), "hb-mark-2"),
    }
    # The number of a mark just left of the claim's line would stand on the line.
    before = 0 < across(CLAIM) - across(scaled(study)) < 32
    x, anchor = (-9, "end") if before else (9, "start")
    return [
        mark[study.design],
        fig.text(across(scaled(study)) + x, y + 5, percent(study), anchor=anchor),
        fig.text(88, y + 5, f"{study.name}: {study.measure}"),
    ]


def studies_figure() -> str:
    """The scaled effects under the design of their study, against the article's claim."""
    best = max(scaled(study) for study in STUDIES.values() if study.design == "randomised")
    shapes, y = [fig.text(across(CLAIM) + 6, 14, f"article's {CLAIM:g} %: no source found")], 26.0
    for design, title in DESIGNS.items():
        shapes += [fig.line((8, y), (392, y), "hb-grid"), fig.text(88, y + 18, title)]
        for study in (study for study in STUDIES.values() if study.design == design):
            shapes += study_row(y + 38, study)
            y += 24
        y += 34
    shapes += [
        fig.line((across(CLAIM), 4), (across(CLAIM), y), "hb-line-4 hb-dash-2"),
        fig.line((8, y), (392, y), "hb-axis"),
        *(fig.text(across(tick), y + 20, str(tick), anchor="middle") for tick in range(0, 19, 3)),
        fig.text(
            196, y + 42, f"Effect of {TARGET} ms, scaled in a straight line, %", anchor="middle"
        ),
    ]
    rows = [
        [
            study.name,
            study.design,
            study.measure,
            f"{study.effect:g} % for {study.milliseconds:,.0f} ms",
            f"{percent(study)} %",
        ]
        for study in STUDIES.values()
    ]
    return fig.figure(
        "latency-studies",
        alt=f"Five published effects of latency, scaled to {TARGET} ms and grouped by design.",
        desc="The three randomised tests and the anecdote lie left of the dashed line at the "
        f"article's {CLAIM:g} %, and the observational study far right of it, at "
        f"{percent(STUDIES['deloitte'])} %.",
        height=y + 50,
        shapes=shapes,
        caption="The largest effect of a randomised test, "
        f"{best:g}\N{NO-BREAK SPACE}%, is less than half of the article's "
        f"{CLAIM:g}\N{NO-BREAK SPACE}%, for which no source was found (scaled in a straight line, "
        "which is our assumption).",
        data=fig.table(["Study", "Design", "Measure", "Published", f"For {TARGET} ms"], rows),
    )

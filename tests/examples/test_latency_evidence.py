"""Published effects of latency, scaled to 200 ms."""

import pytest

from conftest import ROOT
from examples import latency_evidence
from handbook.references import bibliography


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("google", 0.3),
        ("bing_delay", 0.43),
        ("bing_speed", 1.2),
        ("amazon", 2.0),
        ("deloitte", 16.8),
    ],
)
def test_scaled(name: str, expected: float) -> None:
    """Each effect is scaled in a straight line to 200 ms."""
    assert latency_evidence.scaled(latency_evidence.STUDIES[name]) == pytest.approx(expected)


def test_claim_is_above_every_randomised_estimate() -> None:
    """The article's 3 % is 2.5 times the best randomised estimate and 1.5 times the anecdote."""
    results = latency_evidence.results()
    assert (results["revenue_low"], results["revenue_high"]) == ("0.4", "1.2")
    assert results["claim_against_best"] == "2.5"
    assert results["claim_against_amazon"] == "1.5"


def test_which_latency() -> None:
    """200 ms is 38 % of a first token and 3 % of a full answer (the system-design budget)."""
    results = latency_evidence.results()
    assert (results["share_of_first_token"], results["share_of_answer"]) == ("38", "3")


def test_every_study_is_in_the_bibliography() -> None:
    """Each published number names its source."""
    known = bibliography.load(ROOT / "docs/references.yml", ROOT / "docs").references
    assert {study.key for study in latency_evidence.STUDIES.values()} <= set(known)


def test_every_design_is_named() -> None:
    """The figure has a heading for the design of each study."""
    designs = [study.design for study in latency_evidence.STUDIES.values()]
    assert list(dict.fromkeys(designs)) == list(latency_evidence.DESIGNS)


def test_figures() -> None:
    """The figure marks three tests, an anecdote and an observation, and the claim as unsourced."""
    html = latency_evidence.figures()["studies_figure"]
    assert html.count("<circle") == 3
    assert html.count("<rect") == html.count("<path") == 1
    assert "article&#x27;s 3 %: no source found" in html
    assert "scaled in a straight line, which is our assumption" in html

"""The rule that finds numbers, measured against two readers, and they against each other."""

from conftest import ROOT
from examples import claim_rule
from examples.claim_rule import Labelled


def sentence(*, first: bool = False, second: bool = False, found: bool = False) -> Labelled:
    """Return a sentence of which the first reader's label stands."""
    return Labelled("", "", first, second, claim=first, found=found)


def test_agreement_with_the_readers() -> None:
    """On 200 sentences and more, half of them from pages, the rule is as good as it must be."""
    labelled = claim_rule.sentences()
    hard = [one for one in labelled if one.origin.startswith("hard: ")]
    assert len(labelled) == len({one.text for one in labelled}) >= 200
    assert len(hard) == len(labelled) / 2
    wrong = [one for one in labelled if one.claim != one.found]
    assert claim_rule.recall(labelled) >= 0.95, wrong
    assert claim_rule.precision(labelled) >= 0.90, wrong


def test_labels_that_stand() -> None:
    """Where the readers agree their label stands, and the file says what decides the rest."""
    labels = (ROOT / "tests" / "claims" / "labelled.tsv").read_text("utf-8")
    for one in claim_rule.sentences():
        if one.first == one.second:
            assert one.claim == one.first, one
        else:
            assert f'# - "{one.text[:15]}' in labels, one


def test_shares() -> None:
    """Recall is of the claims, precision of what was found."""
    signs = [(True, True), (True, True), (True, False), (False, True), (False, False)]
    labelled = [sentence(first=claim, found=found) for claim, found in signs]
    assert claim_rule.recall(labelled) == 2 / 3
    assert claim_rule.precision(labelled[:2] + labelled[3:]) == 2 / 3


def test_kappa() -> None:
    """Two readers who agree on 35 of 50, 20 of them claims, have a kappa of 0.4."""
    counts = {(True, True): 20, (True, False): 5, (False, True): 10, (False, False): 15}
    labelled = [
        sentence(first=first, second=second)
        for (first, second), count in counts.items()
        for _ in range(count)
    ]
    assert claim_rule.agreement(labelled) == 0.7
    assert round(claim_rule.kappa(labelled), 9) == 0.4


def test_results() -> None:
    """The page prints the numbers as computed here, and CONTRIBUTING.md states the agreement."""
    assert claim_rule.results() == {
        "sentences": "300",
        "claims": "106",
        "agreement": "99 %",
        "kappa": "0.99",
        "recall": "98 %",
        "precision": "96 %",
    }
    stated = "On 300 labelled sentences two readers agree in 99 % of cases (Cohen's kappa 0.99)"
    assert stated in (ROOT / "CONTRIBUTING.md").read_text("utf-8")

"""The rule that finds numbers, measured against a reader."""

from examples import claim_rule


def test_agreement_with_a_reader() -> None:
    """On 200 sentences and more, half of them from pages, the rule is as good as it must be."""
    labelled = claim_rule.sentences()
    hard = [one for one in labelled if one.origin.startswith("hard: ")]
    assert len(labelled) == len({one.text for one in labelled}) >= 200
    assert len(hard) == len(labelled) / 2
    wrong = [one for one in labelled if one.claim != one.found]
    assert claim_rule.recall(labelled) >= 0.95, wrong
    assert claim_rule.precision(labelled) >= 0.90, wrong


def test_shares() -> None:
    """Recall is of the claims, precision of what was found."""
    signs = [(True, True), (True, True), (True, False), (False, True), (False, False)]
    labelled = [claim_rule.Labelled("", "", claim, found) for claim, found in signs]
    assert claim_rule.recall(labelled) == 2 / 3
    assert claim_rule.precision(labelled[:2] + labelled[3:]) == 2 / 3


def test_results() -> None:
    """The page prints the numbers as computed here."""
    assert claim_rule.results() == {
        "sentences": "300",
        "claims": "106",
        "recall": "99 %",
        "precision": "97 %",
    }

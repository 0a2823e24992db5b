"""Rules on identity: what the snapshot says against the entries, and what is wrong with it."""

from pathlib import Path

import pytest

from rules import found

RECORD = """- id: cepeda2006
  DOI: 10.1037/0033-2909.132.3.354
  title: 'Distributed Practice in Verbal Recall Tasks: A Review and Quantitative Synthesis.'
  author: Cepeda, Nicholas J.
  years: ['2006']
  registrar: Crossref
  asked: '2026-11-24'
"""
AGAIN = "Take the record out, and run 'handbook verify'."
DOI = "'10.1037/0033-2909.132.3.354'"


def reported(study: Path, *changes: tuple[str, str]) -> list[str]:
    """Return the problems of the study with a snapshot of one record, changed."""
    text = RECORD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (study / "docs/references.lock").write_text(text, "utf-8")
    return found(study)


def test_agreement(study: Path) -> None:
    """A record that differs in capitals and a full stop is no problem, and neither is none."""
    assert reported(study) == []
    (study / "docs/references.lock").unlink()
    assert found(study) == []


def test_another_work(study: Path) -> None:
    """An identifier of another work is told at its line, with both works."""
    title = (RECORD.splitlines()[2].removeprefix("  title: "), "Spacing effects in learning")
    assert reported(study, title, ("['2006']", "['2008']")) == [
        f"references.yml:15:3: R911 {DOI} is 'Spacing effects in learning' by Cepeda (2008), not "
        "'Distributed practice in verbal recall tasks: A review and quantitative synthesis' by "
        "Cepeda (2006), as Crossref has it. Copy the DOI from the work again."
    ]


def test_small_difference(study: Path) -> None:
    """A slip and a year beside are told at their places, with what the registrar has."""
    assert reported(study, ("Recall", "Recal"), ("2006'", "2005'")) == [
        "references.yml:9:11: R912 The title is 'Distributed practice in verbal recall tasks: "
        "A review and quantitative synthesis', and Crossref has 'Distributed practice in verbal "
        "Recal tasks: A review and quantitative synthesis'. Write what the work has.",
        "references.yml:14:12: R912 The year is '2006', and Crossref has '2005'. "
        "Write what the work has.",
    ]


def test_taken_back(study: Path) -> None:
    """A work with a notice of retraction is told with the notice, and may be silenced."""
    notice = ("  registrar", "  notice: retraction, 2020-01-02, 10.1/x\n  registrar")
    message = (
        f"references.yml:15:3: R913 {DOI} was taken back: Crossref has the notice 'retraction, "
        "2020-01-02, 10.1/x'. Cite another work."
    )
    assert reported(study, notice) == [message]
    path = study / "docs/references.yml"
    silence = "132.3.354\n  silence:\n    R913: The page is about the retraction.\n"
    path.write_text(path.read_text("utf-8").replace("132.3.354\n", silence, 1), "utf-8")
    assert found(study) == []


def test_not_verified(study: Path) -> None:
    """What a registrar has nothing about is not verified, and never called false."""
    (study / "docs/references.lock").write_text(
        "- id: cepeda2006\n  DOI: 10.1037/0033-2909.132.3.354\n"
        "  registrar: Crossref\n  asked: '2026-11-24'\n",
        "utf-8",
    )
    assert found(study) == [
        f"references.yml:15:3: R914 Crossref has no {DOI}, asked on 24 November 2026: "
        "not verified. Compare it with the work."
    ]


def test_stale(study: Path) -> None:
    """A record of an identifier that its entry, or any entry, has no more is told."""
    assert reported(study, ("132.3.354", "132.3.355")) == [
        f"references.yml:15:3: R914 {DOI} is not verified: the snapshot has "
        "'10.1037/0033-2909.132.3.355' for 'cepeda2006'. Run 'handbook verify cepeda2006'."
    ]
    assert reported(study, ("132.3.354", "132.3.355"), ("cepeda2006", "gone2006")) == [
        "references.lock:1:1: R914 No entry has '10.1037/0033-2909.132.3.355' any more. "
        "Run 'handbook verify'."
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("asked: '2026-11-24'", "asked: soon"), "7:3: R915 'asked' is 'soon', which is not a "
         "date. Write it as YYYY-MM-DD."),
        (("asked: '2026-11-24'", "askd: x"), "7:3: R915 'askd' is not a known field. "
         "Did you mean 'asked'?"),
        (("  registrar: Crossref\n", ""), "1:3: R915 This record has no registrar."),
        (("years: ['2006']", "years: '2006'"), "5:3: R915 'years' must be a list of texts."),
        (("title:", "ISBN: '9780262035613'\n  title:"), "1:3: R915 This record has not one "
         "identifier."),
        ((RECORD, RECORD + RECORD.replace("Distributed", "Spaced")), "8:3: R915 "
         "'10.1037/0033-2909.132.3.354' stands at line 1 too."),
        ((RECORD, "id: x\n"), "1:1: R915 The snapshot must be a list of records."),
        ((RECORD, "- x\n"), "1:3: R915 This is no record, which begins with 'id:'."),
    ],
)  # fmt: skip
def test_damaged(change: tuple[str, str], message: str, study: Path) -> None:
    """A record that nobody can have written is told at its line, and trusted in nothing."""
    assert reported(study, change) == [f"references.lock:{message} {AGAIN}"]


def test_unreadable(study: Path) -> None:
    """What is left of a merge is one problem at its line, and a preview goes on."""
    assert reported(study, ("- id", "<<<<<<< ours\n- id")) == [
        "references.lock:1:1: R014 '<<<<<<< ours' is left of a merge. "
        "Choose what stays, and take out this line and '======='."
    ]

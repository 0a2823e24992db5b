"""How well an entry's work is told from another: measured on labelled entries and answers.

`labelled.jsonl` holds entries, most of them this handbook's, and answers in the registrars' shapes;
one half of it was looked at when the comparison was written, and the other was not.
"""

import json
from typing import Any

import pytest

from conftest import ROOT
from handbook.cite import csljson
from handbook.cite.registrar import book_csl
from handbook.files.yamltext import Mapping, Sequence, Text
from handbook.identity.comparison import OTHER, compare
from handbook.identity.record import Record
from handbook.identity.registrar import of_crossref, of_datacite, of_work, record

LABELLED = ROOT / "tests/cases/identity/labelled.jsonl"
PAIRS = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]


def entry(data: dict[str, Any]) -> Mapping:
    """Return an entry of the bibliography."""
    found = Mapping({name: Text(text) for name, text in data.items() if isinstance(text, str)})
    people = ({part: Text(text) for part, text in one.items()} for one in data["author"])
    found["author"] = Sequence(map(Mapping, people))
    return found


def answered(pair: dict[str, Any]) -> Record:
    """Return the record that is made of a registrar's answer."""
    kind, answer = pair["kind"], pair["answer"]
    ident = pair["entry"][kind]
    if kind == "DOI":
        return record("x", kind, ident, "Crossref", of_crossref(answer, ident))
    if kind == "arxiv":
        return record("x", kind, ident, "DataCite", of_datacite(answer))
    return record("x", kind, ident, "Open Library", of_work(csljson.record(book_csl(answer))))


def wrong(half: str, *, same: bool) -> tuple[list[str], int]:
    """Return the pairs of one label that are judged wrongly, and how many pairs there are."""
    pairs = [pair for pair in PAIRS if pair["half"] == half and pair["same"] is same]
    found = [
        f"{pair['entry']['title']} | {pair['answer']} | {pair['why']}"
        for pair in pairs
        if (compare(entry(pair["entry"]), answered(pair)).verdict is not OTHER) is not same
    ]
    return found, len(pairs)


def test_labels() -> None:
    """There are more than 300 pairs, about half of them of one work, and each says why."""
    true = sum(pair["same"] for pair in PAIRS)
    assert len(PAIRS) >= 300
    assert 0.45 < true / len(PAIRS) < 0.55
    assert all(pair["why"] for pair in PAIRS)


@pytest.mark.parametrize("half", ["tuning", "held-out"])
def test_detection(half: str) -> None:
    """Of the entries whose identifier leads to another work, 98 in 100 are found."""
    missed, number = wrong(half, same=False)
    assert len(missed) / number <= 0.02, "\n".join(missed)


@pytest.mark.parametrize("half", ["tuning", "held-out"])
def test_false_alarms(half: str) -> None:
    """Of the right entries, at most 2 in 100 are said to be of another work."""
    alarms, number = wrong(half, same=True)
    assert len(alarms) / number <= 0.02, "\n".join(alarms)

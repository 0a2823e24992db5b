"""The record: what stands in it, how it is read, and how records are merged."""

from datetime import date
from pathlib import Path

import pytest

from handbook.links import record
from handbook.links.record import Entry, after_failure
from handbook.problem import UnusableError

FINE = Entry("2026-11-24", "fine", first="2026-01-02", fine="2026-11-24", title="Größe")
DEAD = Entry("2026-11-24", "dead", "it answers 404", failures=("2026-11-17", "2026-11-24"))
TEXT = """\
{
 "http://a.org/": {
  "asked": "2026-11-24",
  "verdict": "fine",
  "first": "2026-01-02",
  "fine": "2026-11-24",
  "title": "Größe"
 },
 "http://b.org/": {
  "asked": "2026-11-24",
  "verdict": "dead",
  "reason": "it answers 404",
  "failures": [
   "2026-11-17",
   "2026-11-24"
  ]
 }
}
"""


def test_text(tmp_path: Path) -> None:
    """The file is sorted, has a line for each fact, and is read as it was written."""
    path = tmp_path / "links.json"
    assert record.load(path) == ({}, "")
    record.write(path, {"http://b.org/": DEAD, "http://a.org/": FINE})
    assert path.read_text("utf-8") == TEXT
    assert record.load(path) == ({"http://a.org/": FINE, "http://b.org/": DEAD}, "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Expecting value: line 1 column 1 (char 0)"),
        (TEXT[:99], "Unterminated string starting at: line 6 column 3 (char 95)"),
        ("[]", "it is no object"),
        ("[" * 100_000, "it is nested too deep"),
        ('{"http://a.org/": {}}', "'http://a.org/' has other fields than it may"),
        ('{"a": {"asked": "2026-11-24", "b": ""}}', "'a' has other fields than it may"),
        ('{"a": {"asked": 20261124}}', "'a' has a value that is no text"),
        ('{"a": {"asked": "2026-13-24"}}', "'a' has '2026-13-24', which is no date"),
        ('{"a": {"asked": "2026-11-24", "failures": [1]}}', "'a' has '1', which is no date"),
        ('<<<<<<< ours\n{}', "Expecting value: line 1 column 1 (char 0)"),
    ],
)  # fmt: skip
def test_damaged(text: str, why: str, tmp_path: Path) -> None:
    """A record that can't be trusted is empty, says why, and can be set aside as it is."""
    path = tmp_path / "links.json"
    path.write_text(text, "utf-8")
    assert record.load(path) == ({}, why)
    name = record.set_aside(path)
    (aside,) = tmp_path.iterdir()
    assert (aside.name, aside.read_text("utf-8")) == (name, text)


def test_failures() -> None:
    """Three failures make an address dead, and only those three days apart count."""
    entry, dead = Entry("2026-11-24"), []
    for day in (1, 3, 4, 6, 7, 9):
        entry = after_failure(entry, date(2026, 11, day))
        dead.append(entry.is_dead)
    assert dead == [False, False, False, False, True, True]
    assert entry.failures == ("2026-11-01", "2026-11-04", "2026-11-07")


def test_merged() -> None:
    """Of two entries the later asked counts, in whatever order the records come."""
    old, new = {"a": Entry("2026-11-01"), "b": FINE}, {"a": DEAD}
    assert record.merged([old, new]) == record.merged([new, old]) == {"a": DEAD, "b": FINE}


def test_what_cannot_be_merged(tmp_path: Path) -> None:
    """A record to merge that is not there, or is none, is named."""
    path = tmp_path / "shard.json"
    with pytest.raises(UnusableError) as missing:
        record.read_all([str(path)])
    assert str(missing.value) == f"{path}:1:1: it can't be read: No such file or directory."
    path.write_text("[]")
    with pytest.raises(UnusableError) as wrong:
        record.read_all([str(path)])
    assert str(wrong.value) == f"{path}:1:1: it can't be read: it is no object."

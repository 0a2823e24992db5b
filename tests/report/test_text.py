"""The report for a person."""

from pathlib import Path

from handbook.report.text import text
from report import WARNING, reported


def test_text(tmp_path: Path) -> None:
    """A line has the path below docs, the place, the rule and the message."""
    line = "habits/a b.md:9:7: R706 'the best' ranks without a source.\n"
    assert text(reported(tmp_path, WARNING)) == line
    assert text(reported(tmp_path)) == ""

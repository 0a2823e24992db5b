"""The report as GitHub's workflow commands."""

from pathlib import Path

from handbook.problem import Problem
from handbook.report.github import github
from report import ERROR, WARNING, reported


def test_github(tmp_path: Path) -> None:
    """A problem is one line, with what ends a property or a line in it escaped."""
    odd = Problem("a,b:c%.md", 1, 2, "R004", "So: a, b.")
    assert github(reported(tmp_path, odd, WARNING, ERROR)).splitlines() == [
        "::error file=docs/a%2Cb%3Ac%25.md,line=1,col=2,title=R004 A page has at most 1%2C000%2C000"
        " bytes%2C the bibliography and the register 5%2C000%2C000.::So: a, b.",
        "::warning file=docs/habits/a b.md,line=9,col=7,title=R706 A superlative has a source."
        "::'the best' ranks without a source.",
        "::error file=docs/index.md,line=3,col=1,title=R602 Nothing on a page is a placeholder."
        "::'{{x}}' is 100%25 a placeholder.%0D%0AWrite: this, or that.",
    ]

"""Tests of the reports, a module each, and the problems that they report."""

from pathlib import Path

from handbook import report
from handbook.problem import Problem
from handbook.report import Report

WARNING = Problem("habits/a b.md", 9, 7, "R706", "'the best' ranks without a source.")
ERROR = Problem("index.md", 3, 1, "R602", "'{{x}}' is 100% a placeholder.\r\nWrite: this, or that.")


def reported(root: Path, *problems: Problem) -> Report:
    """Return the report of some problems of a handbook that is in no repository."""
    return report.of(root / "docs", problems)

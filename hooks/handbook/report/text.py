"""The report for a person at a terminal: a line for each problem."""

from handbook.report.contents import Report


def text(report: Report) -> str:
    """Return the problems as `path:line:col: rule message`, with paths as the docs folder has."""
    return "".join(f"{problem}\n" for problem in report.problems)

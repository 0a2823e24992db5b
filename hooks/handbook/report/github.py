"""The report as workflow commands, from which GitHub makes annotations of a pull request's lines.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
GitHub makes annotations of ten errors and ten warnings of a step; its log has all:
https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md
"""

from handbook.problem import Problem
from handbook.report.contents import Report, level, title

# As `escapeData` and `escapeProperty` do in `packages/core/src/command.ts` of actions/toolkit.
DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}


def github(report: Report) -> str:
    """Return a command for each problem."""
    return "".join(_command(report, problem) for problem in report.problems)


def _command(report: Report, problem: Problem) -> str:
    about = {
        "file": report.path(problem),
        "line": str(problem.line),
        "col": str(problem.col),
        "title": f"{problem.rule} {title(problem.rule)}",
    }
    properties = ",".join(f"{name}={_escaped(text, PROPERTY)}" for name, text in about.items())
    return f"::{level(problem.rule)} {properties}::{_escaped(problem.message, DATA)}\n"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)

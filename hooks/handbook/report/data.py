"""The report for a program, as `assets/problems.schema.json` describes it."""

import json

from handbook.problem import Problem
from handbook.report.contents import Report, level
from handbook.rules import explained


def data(report: Report) -> str:
    """Return the problems and the rules that they break as JSON."""
    found = {
        "problems": [_problem(report, problem) for problem in report.problems],
        "rules": {rule: explained(rule) for rule in report.rules()},
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _problem(report: Report, problem: Problem) -> dict[str, object]:
    return {
        "path": report.path(problem),
        "line": problem.line,
        "col": problem.col,
        "rule": problem.rule,
        "level": level(problem.rule),
        "message": problem.message,
    }

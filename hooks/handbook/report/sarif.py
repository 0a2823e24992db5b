"""The report as SARIF 2.1.0, which code scanning and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

import json
from urllib.parse import quote

from handbook.problem import Problem
from handbook.report.contents import Report, level, title
from handbook.rules import RULES, explained

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"


def sarif(report: Report) -> str:
    """Return one run with all rules, and the problems as its results."""
    rules = sorted(RULES)
    place = {rule: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "handbook", "rules": [_rule(rule) for rule in rules]}},
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, problem, place) for problem in report.problems],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: str) -> dict[str, object]:
    return {
        "id": rule,
        "shortDescription": {"text": title(rule)},
        "help": {"text": explained(rule)},
        "defaultConfiguration": {"level": level(rule)},
    }


def _result(report: Report, problem: Problem, place: dict[str, int]) -> dict[str, object]:
    file = {"uri": quote(report.path(problem)), "uriBaseId": ROOT}
    region = {"startLine": problem.line, "startColumn": problem.col}
    return {
        "ruleId": problem.rule,
        "ruleIndex": place[problem.rule],
        "level": level(problem.rule),
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }

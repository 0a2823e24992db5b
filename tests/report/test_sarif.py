"""The report as SARIF."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from handbook.report.sarif import sarif
from handbook.rules import RULES, explained
from report import ERROR, WARNING, reported


@pytest.fixture
def run(tmp_path: Path) -> dict[str, Any]:
    """The one run of a report of an error and a warning."""
    log = json.loads(sarif(reported(tmp_path, ERROR, WARNING)))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def test_schema(tmp_path: Path) -> None:
    """A log follows the schema of SARIF 2.1.0, with problems and without; one misspelt does not."""
    # Imported by name, as it says nothing of its types to mypy.
    model = importlib.import_module("pydantic_sarif.model")
    validate = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json
    text = sarif(reported(tmp_path, ERROR, WARNING))
    validate(text)
    validate(sarif(reported(tmp_path)))
    with pytest.raises(ValueError, match="Extra inputs are not permitted"):
        validate(text.replace('"ruleId"', '"ruleID"'))


def test_rules(run: dict[str, Any]) -> None:
    """Each rule says what it asks for, why and what to do, and whether it warns."""
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    assert next(rule for rule in rules if rule["id"] == "R706") == {
        "id": "R706",
        "shortDescription": {"text": "A superlative has a source."},
        "help": {"text": explained("R706")},
        "defaultConfiguration": {"level": "warning"},
    }


def test_results(run: dict[str, Any]) -> None:
    """A result points to its rule and its place; a path is an address below the repository."""
    warning, error = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert rules[error["ruleIndex"]]["id"] == error["ruleId"] == "R602"
    assert (warning["level"], error["level"]) == ("warning", "error")
    assert error["message"] == {"text": ERROR.message}
    assert warning["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "docs/habits/a%20b.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 9, "startColumn": 7},
            }
        }
    ]


def test_columns_are_characters(run: dict[str, Any]) -> None:
    """Columns are counted as problems count them, and not in UTF-16."""
    assert run["columnKind"] == "unicodeCodePoints"

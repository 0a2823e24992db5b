"""The report for a program."""

import json
import subprocess
import sys
from pathlib import Path

from handbook.files import asset
from handbook.report.data import data
from handbook.rules import explained
from report import ERROR, WARNING, reported


def test_data(tmp_path: Path) -> None:
    """Problems come with path, place, rule, level and message, and with what their rules say."""
    assert json.loads(data(reported(tmp_path, ERROR, WARNING))) == {
        "problems": [
            {
                "path": "docs/habits/a b.md",
                "line": 9,
                "col": 7,
                "rule": "R706",
                "level": "warning",
                "message": WARNING.message,
            },
            {
                "path": "docs/index.md",
                "line": 3,
                "col": 1,
                "rule": "R602",
                "level": "error",
                "message": ERROR.message,
            },
        ],
        "rules": {"R602": explained("R602"), "R706": explained("R706")},
    }


def test_schema(tmp_path: Path) -> None:
    """The data follow the schema, with problems and without."""
    schema, some, none = (tmp_path / f"{name}.json" for name in ("schema", "some", "none"))
    schema.write_text(asset.text("problems.schema.json"), "utf-8")
    some.write_text(data(reported(tmp_path, ERROR, WARNING)), "utf-8")
    none.write_text(data(reported(tmp_path)), "utf-8")
    for arguments in (
        ["--check-metaschema", str(schema)],
        ["--schemafile", str(schema), str(some), str(none)],
    ):
        command = [sys.executable, "-m", "check_jsonschema", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

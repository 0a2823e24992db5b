"""What the generator brings to a site."""

import json

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from handbook.files import asset

SCRIPTS = ["checklist.js", "plan.js", "filter.js"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_served_without_comments(name: str) -> None:
    """Comments, indents and empty lines are not served; every line of code is."""
    code = [
        line.strip()
        for line in asset.text(name).splitlines()
        if line.strip() and not line.strip().startswith(("//", "/**"))
    ]
    assert asset.data(name).decode().splitlines() == code
    assert len(code) > 40


def test_other_assets_are_served_as_they_are() -> None:
    """A style sheet and a schema keep every byte."""
    for name in ("checklist.css", "checklists.schema.json"):
        assert asset.data(name).decode() == asset.text(name)


def test_schema_is_one() -> None:
    """The schema of checklists is a valid schema of the draft that it names."""
    schema = json.loads(asset.data("checklists.schema.json"))
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)

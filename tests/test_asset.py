"""What the generator brings to a site."""

import json

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from handbook import asset


def test_text_and_data_are_one() -> None:
    """A text asset is its bytes, read as UTF-8."""
    assert asset.text("checklist.css").encode() == asset.data("checklist.css")


def test_schema_is_one() -> None:
    """The schema of checklists is a valid schema of the draft that it names."""
    schema = json.loads(asset.data("checklists.schema.json"))
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)

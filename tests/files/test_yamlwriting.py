"""Text written as YAML is read as the same text, whatever version of YAML the reader knows."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.files.yamltext import load
from handbook.files.yamlwriting import flow, scalar

# Texts that YAML may take for something else, and signs that it reads as its own.
TEXTS = st.one_of(
    st.sampled_from(
        [
            *("", "null", "~", "yes", "2020", "1e3", "0x1f", "2020-01-01", "12:30", "- a", "a: b"),
            *("a #b", "#a", "[a", "{a}", "a, b", "'a'", '"a"', "*a", "&a", "!a", "%a", "@a", "---"),
            *("a:", ":a", "?", "-", "=", "<<", "|", ">", "a\nb", " a ", "\u2028", "\x85", "\ta"),
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12),
)


@pytest.mark.parametrize(
    ("text", "written", "in_flow"),
    [
        ("Plain text, with signs?", "Plain text, with signs?", "'Plain text, with signs?'"),
        ("It's", "It's", "It's"),
        ("Title: subtitle", "'Title: subtitle'", "'Title: subtitle'"),
        ("It's: so", "'It''s: so'", "'It''s: so'"),
        ("rule #1", "'rule #1'", "'rule #1'"),
        ("17-21", "17-21", "17-21"),
        ("12", "'12'", "'12'"),
        ("1706.03762", "'1706.03762'", "'1706.03762'"),
        ("1e3", "'1e3'", "'1e3'"),
        ("no", "'no'", "'no'"),
        ("", "''", "''"),
        ("two\nlines\\", '"two\\nlines\\\\"', '"two\\nlines\\\\"'),
        ("no\xa0break", '"no\\u00a0break"', '"no\\u00a0break"'),
    ],
)
def test_scalar(text: str, written: str, in_flow: str) -> None:
    """Text stands without quotes where that is safe."""
    assert scalar(text) == written
    assert scalar(text, in_flow=True) == in_flow


def test_quote() -> None:
    """The quote that is asked for stands around what would be no text, and nothing else."""
    assert scalar("2020", quote='"') == '"2020"'
    assert scalar("2020-06", quote='"') == "2020-06"


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_text_stays_text(text: str) -> None:
    """What is written is read as the same text by a program that knows YAML's types."""
    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}
    value, _ = load(yaml.safe_dump({"a": [text, {"b": text}]}), "a.yml")
    assert value is not None
    assert yaml.safe_load(flow(value)) == {"a": [text, {"b": text}]}

"""CSL-JSON as other programs write it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.cite.csljson import read
from handbook.cite.record import as_entry
from handbook.files.yamlwriting import flow
from handbook.references import csl


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A <i>b</i> <sub>c</sub> <span class='nocase'>D</span>", "A b c D"),
        ("A <jats:italic>b</jats:italic> <mml:mi>c</mml:mi>", "A b c"),
        ("A &amp; b &lt;i&gt;", "A & b <i>"),
        ("a < b and c > d", "a < b and c > d"),
        ("A <script>b</script>", "A <script>b</script>"),
        (["A list", "of titles"], "A list"),
        ([], ""),
        (None, ""),
        (1984, "1984"),
    ],
)
def test_title(title: object, expected: str) -> None:
    """Markup of CSL and Crossref goes, other markup stays for the rule that tells of it."""
    records, faults = read(json.dumps({"type": "book", "title": title}))
    assert faults == []
    assert records[0].texts["title"] == expected


@pytest.mark.parametrize(
    ("subtitle", "expected"), [("B", "A: B"), (["B"], "A: B"), ([], "A"), ("A", "A")]
)
def test_subtitle(subtitle: object, expected: str) -> None:
    """Crossref's subtitle is part of the title, unless the title has it."""
    records, _ = read(json.dumps({"title": "A", "subtitle": subtitle}))
    assert records[0].texts["title"] == expected


def test_deep() -> None:
    """What is nested without end is told in words."""
    message = "This JSON is nested too deep. Give the records alone."
    assert read("[" * 100_000) == ([], [(1, 1, message)])


def test_numbers_as_written() -> None:
    """A number is the text that was written, however long."""
    records, _ = read('{"title": "A", "volume": 1.10, "issue": ' + "9" * 5000 + "}")
    assert records[0].texts["volume"] == "1.10"
    assert records[0].texts["issue"] == "9" * 5000


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "literal", "name", "date-parts", "raw"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    ["id", "type", "title", "subtitle", "author", "issued", "DOI", "ISSN", "page", "event", "x"]
)


@given(JSON | st.dictionaries(FIELDS, JSON) | st.lists(st.dictionaries(FIELDS, JSON), max_size=3))
@settings(max_examples=500, deadline=None)
def test_anything(data: object) -> None:
    """Whatever stands in a file, it becomes entries or faults."""
    records, faults = read(json.dumps(data))
    assert records or faults
    for record in records:
        entry = as_entry(record)
        assert set(entry) <= {"id", "type", *csl.NAMES, *csl.TEXTS, *csl.DATES, *csl.IDENTIFIERS,
                              "arxiv", "supports_seen"}  # fmt: skip
        assert flow(entry)

"""The one layout of the bibliography: sorted, in order, and nothing lost."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT, STUDY
from files.test_yamlwriting import TEXTS
from handbook.files.yamlcomments import comments
from handbook.references.bibliography import Bibliography, parse
from handbook.references.layout import alone, arranged

CASES = sorted((Path(__file__).parent.parent / "cases" / "layout").glob("*.yml"))
SEPARATOR = "=== laid out\n"


def laid_out(text: str) -> str:
    """Return the text of a bibliography in its layout."""
    return arranged(parse(text, "references.yml"))


def entries(bibliography: Bibliography) -> list[object]:
    """Return the entries in an order that does not depend on the file's."""
    return sorted(bibliography.entries, key=lambda entry: json.dumps(entry, sort_keys=True))


def said(bibliography: Bibliography) -> list[str]:
    """Return the comments, sorted."""
    found = comments(bibliography.text, bibliography.entries)
    return sorted(comment.text for comment in found)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    """A bibliography comes out as its case says, and a second time as it is."""
    before, _, after = case.read_text("utf-8").partition(SEPARATOR)
    assert laid_out(before) == after
    assert laid_out(after) == after


@pytest.mark.parametrize("root", [ROOT, STUDY])
def test_ours(root: Path) -> None:
    """The bibliographies of this repository are in the layout."""
    text = (root / "docs/references.yml").read_text("utf-8")
    assert laid_out(text) == text


VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
NAMES = st.lists(st.dictionaries(st.sampled_from(["family", "given", "literal"]), TEXTS))
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["a", "b", "B", "c1", "c2"]),
        "type": TEXTS,
        "author": NAMES,
        "title": TEXTS,
        "issued": TEXTS,
        "supports_seen": st.sampled_from(["true", "false", "yes"]),
        "silence": st.dictionaries(TEXTS, TEXTS, max_size=2),
        "other": VALUES,
    },
)


@st.composite
def bibliographies(draw: st.DrawFn) -> str:
    """Return a bibliography as some program or person may write it, with comments anywhere."""
    dumped = yaml.safe_dump(
        draw(st.lists(FIELDS, min_size=1, max_size=4)),
        allow_unicode=draw(st.booleans()),
        default_flow_style=draw(st.sampled_from([True, False, None])),
        default_style=draw(st.sampled_from([None, '"', "'", "|", ">"])),
        sort_keys=draw(st.booleans()),
        width=draw(st.sampled_from([20, 80])),
    )
    lines = dumped.split("\n")
    for number in draw(st.lists(st.integers(0, len(lines) - 1), max_size=4)):
        lines[number] += draw(st.sampled_from([" # x", "  # y", "\n# z", "\n  # w", "\n\n# v\n"]))
    return "\n".join(lines)


@given(bibliographies())
@settings(max_examples=400, deadline=None)
def test_nothing_is_lost(text: str) -> None:
    """No value and no comment is lost, and a second time nothing changes."""
    read = parse(text, "references.yml")
    after = arranged(read)
    if not read.text:
        assert after == ""
        return
    again = parse(after, "references.yml")
    assert again.problems == ()
    assert entries(again) == entries(read)
    assert said(again) == said(read)
    assert arranged(again) == after


@pytest.mark.parametrize(
    "text", ["- id: a\n  b: c: d\n", "- id: a\n  id: b\n", "- id: a\n- just a text\n", "a: b\n"]
)
def test_syntax(text: str) -> None:
    """A bibliography with a fault of syntax has no layout."""
    assert laid_out(text) == ""


@pytest.mark.parametrize("text", ["# Nothing yet.\n", "[]\n", ""])
def test_empty(text: str) -> None:
    """A bibliography without entries is left as it is."""
    assert laid_out(text) == text


def test_added() -> None:
    """Entries are added in their places, and comments stay with what they are about."""
    bibliography = parse("# All.\n\n- id: a\n# On c.\n- id: c\n# No more.\n", "references.yml")
    added = parse("- {title: B, id: b}\n- id: d\n", "references.yml").entries
    assert arranged(bibliography, added) == (
        "# All.\n\n- id: a\n\n- id: b\n  title: B\n\n# On c.\n- id: c\n\n- id: d\n\n# No more.\n"
    )
    assert alone(added[0]) == "- id: b\n  title: B\n"
    assert arranged(parse("# None yet.\n", "references.yml"), added[1:]) == (
        "# None yet.\n\n- id: d\n"
    )

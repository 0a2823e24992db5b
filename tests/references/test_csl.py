"""What we take for CSL is what the published schema lists, and what pandoc reads."""

import json
import re
import subprocess
from importlib.metadata import files

import pytest

from conftest import ROOT
from handbook.references import bibliography, csl
from handbook.references.bibliography import Bibliography
from handbook.rules.references import NEEDED

LISTS = ("types", "dates", "names", "numbers", "titles", "strings")
# CSL-JSON has no kind of its own for numbers and titles: both are text.
TEXTS = ("numbers", "titles", "strings")


@pytest.fixture(scope="module")
def published() -> dict[str, set[str]]:
    """The types, and the variables by kind, in the schema of CSL that citeproc-py ships."""
    schema = {path.name: path.read_text() for path in files("citeproc-py") or ()
              if path.name in {"csl-types.rnc", "csl-variables.rnc"}}  # fmt: skip
    text = re.sub(r"#.*", "", "".join(schema.values()))
    found = {}
    for name in LISTS:
        start = re.search(rf"(?:item-|variables\.){name} =", text)
        assert start, name
        block = re.match(r'(?:\s*\|?\s*"[\w-]+")+', text[start.end() :])
        assert block, name
        found[name] = set(re.findall(r'"([\w-]+)"', block[0]))
    return found


@pytest.fixture(scope="module")
def ours() -> Bibliography:
    """The bibliography of this handbook."""
    return bibliography.load(ROOT / "docs/references.yml", ROOT / "docs")


def test_tables(published: dict[str, set[str]]) -> None:
    """Each type and variable that we know is one of CSL, of the kind that we take it for."""
    assert set(NEEDED) <= published["types"]
    assert set(csl.NAMES) <= published["names"]
    assert set(csl.DATES) == published["dates"]
    texts = set[str]().union(*(published[name] for name in TEXTS))
    assert {*csl.TEXTS, *csl.IDENTIFIERS} <= texts


def test_shape(ours: Bibliography, published: dict[str, set[str]]) -> None:
    """Each entry of this handbook, as CSL-JSON, has the shape that the schema of CSL's data asks.

    https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
    """
    for entry in ours.entries:
        data = csl.data(entry)
        assert data.pop("id")
        assert data.pop("type") in published["types"]
        for name, value in data.items():
            if name in published["names"]:
                assert isinstance(value, list)
                assert all(set(person) <= set(csl.NAME_PARTS) for person in value)
            elif name in published["dates"]:
                assert isinstance(value, dict)
                assert set(value) == {"date-parts"}
            else:
                assert any(name in published[kind] for kind in TEXTS), name
                assert isinstance(value, str)


def test_pandoc_reads_the_same(ours: Bibliography) -> None:
    """Pandoc reads each entry of this handbook as we do."""
    document = f"---\nreferences:\n{ours.text}\n---\n"
    pandoc = next(path for path in files("pypandoc_binary") or () if path.name == "pandoc")
    command = [str(pandoc.locate()), "-f", "markdown-smart", "-t", "csljson"]
    done = subprocess.run(command, input=document, capture_output=True, text=True, check=True)
    theirs = {entry["id"]: entry for entry in json.loads(done.stdout)}
    for entry in ours.entries:
        data = csl.data(entry)
        read = {name: value for name, value in theirs[entry.text("id")].items() if name in data}
        assert read == data

"""The evidence and its data: what each claim rests on, in which order."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from handbook import book
from handbook.book import Book
from handbook.files import asset
from handbook.overviews import evidence


def test_order(claims: Book) -> None:
    """What no source was found for comes first, most compared before least; then by strength."""
    found = [one for one in evidence.evidence(claims) if one.page.src_uri == "index.md"]
    assert [(one.claim.quantities[0], one.group) for one in found] == [
        ("6 hours", "unsupported"),
        ("5 hours", "unsupported"),
        ("3 hours", "experiment"),
        ("1 hour", "opinion"),
        ("2 hours", "unstated"),
        ("7 hours", "computed"),
        ("20 minutes", "illustrative"),
        ("8 hours", "nothing"),
    ]


@pytest.mark.usefixtures("claims")
def test_strength_of_a_work_that_nobody_has_seen(study: Path) -> None:
    """A claim is as strong as the works that were seen to support it."""
    path = study / "docs/references.yml"
    path.write_text(path.read_text().replace("opinion", "opinion\n  supports_seen: true"))
    with (study / "docs/index.md").open("a") as page:
        page.write("It takes 9 hours [@roediger2006; @strong2020].\n")
    found = evidence.evidence(book.load(study))
    assert [one.group for one in found if one.claim.quantities == ("9 hours",)] == ["opinion"]


def test_no_claims(study: Path) -> None:
    """A handbook without numbers says so."""
    (study / "docs/habits/space-it.md").unlink()
    this = book.load(study)
    assert json.loads(evidence.data(this)) == {
        "$schema": "http://127.0.0.1:8000/api/claims.schema.json",
        "claims": [],
    }


def test_data(claims: Book) -> None:
    """The data name the same; works to compare with are no sources."""
    first, _, third, *_ = json.loads(evidence.data(claims))["claims"]
    assert first == {
        "page": "index.md",
        "section": "Numbers",
        "text": "It takes 6 hours.",
        "quantities": ["6 hours"],
        "strength": "unsupported",
        "sources": [],
        "compare": [
            {"id": "strong2020", "strength": "experiment", "verified": ""},
            {"id": "cepeda2006", "strength": "", "verified": ""},
        ],
        "contradicted_by": [],
        "examples": [],
        "reason": "nobody knows",
    }
    assert third["sources"] == [
        {"id": "cepeda2006", "strength": "", "verified": ""},
        {"id": "strong2020", "strength": "experiment", "verified": ""},
    ]


def test_contradictions_go_both_ways(claims: Book) -> None:
    """Who is contradicted contradicts too; a work that does not exist does neither."""
    assert evidence.contradictions(claims.bibliography) == {
        "cepeda2006": ["strong2020"],
        "strong2020": ["cepeda2006"],
    }


def test_schema(claims: Book, tmp_path: Path) -> None:
    """The data of both handbooks follow the schema, which is one and knows every group."""
    schema = tmp_path / "schema.json"
    schema.write_bytes(asset.data("claims.schema.json"))
    for name, this in {"study": claims, "ai": book.load(ROOT)}.items():
        (tmp_path / f"{name}.json").write_text(evidence.data(this), "utf-8")
    check = [sys.executable, "-m", "check_jsonschema"]
    files = [str(tmp_path / "study.json"), str(tmp_path / "ai.json")]
    for arguments in (["--check-metaschema", str(schema)], ["--schemafile", str(schema), *files]):
        done = subprocess.run([*check, *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    text = asset.text("claims.schema.json")
    assert [name for name in evidence.GROUPS if f'"{name}"' not in text] == []


def test_the_article_stands_first() -> None:
    """The handbook's first entry is the article's 200 ms, beside the studies that exist."""
    first = json.loads(evidence.data(book.load(ROOT)))["claims"][0]
    assert first["quantities"] == ["200 ms", "3 %"]
    assert first["reason"] == "no source was found"
    assert [work["id"] for work in first["compare"]] == [
        "schurman2009",
        "kohavi2013",
        "brutlag2009",
        "linden2006",
        "deloitte2020",
    ]

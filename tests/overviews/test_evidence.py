"""The evidence page and its data: what each claim rests on, in which order."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from handbook import book
from handbook.book import Book
from handbook.files import asset
from handbook.identity import standing
from handbook.overviews import evidence, evidence_page

STRONG = """
- id: strong2020
  type: webpage
  author:
    - {literal: Strong}
  title: Something else
  issued: "2020"
  URL: https://www.rfc-editor.org/
  strength: experiment
  contradicts: [cepeda2006, nobody]
"""
CLAIMS = """
## Numbers

It takes 1 hour [@roediger2006].
It takes 2 hours [@cepeda2006].
It takes 3 hours [@cepeda2006; @strong2020].
It takes {=break.minutes} minutes, or `x` of <10. {~illustrative}
It takes 5 hours. {~unsupported: no *source* was found.}
It takes 6 hours [@strong2020; @cepeda2006]. {~unsupported: nobody knows}
It takes 7 hours by hand. {~computed: break}
It takes 8 hours.
"""


@pytest.fixture
def claims(study: Path) -> Book:
    """The study handbook with claims on its first page and a work of each kind."""
    with (study / "docs/index.md").open("a") as page:
        page.write(CLAIMS)
    references = study / "docs/references.yml"
    entries = references.read_text().replace("2006.01693.x", "2006.01693.x\n  strength: opinion")
    references.write_text(entries + STRONG)
    return book.load(study)


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


def test_page(claims: Book) -> None:
    """A claim is text, with its sources, what contradicts them, and the page that it stands on."""
    text = evidence_page.page(claims)
    assert text.startswith(
        '---\ngenerated: true\ntitle: "Evidence"\ndescription: "Every number on the site, its '
        'source, and how strong that source is."\nsearch: {"boost": 0.1}\n---\n\n'
        "Each sentence with a number, and what it rests on.\n\n"
        f"{standing.about(claims)}\n"
        '<form data-filter=".hb-claim" data-noun="claims" '
    )
    assert (
        '<select name="strength"><option value="">All</option>'
        '<option value="unsupported">No source found (2)</option>'
        '<option value="experiment">Experiment (1)</option>'
    ) in text
    assert (
        "</form>\n\n- [No source found](#no-source-found): 2\n- [Experiment](#experiment): 1\n"
    ) in text
    assert text.count("\n## ") == 7
    span = '<span class="hb-claim" data-page="index.md" data-strength='
    on = 'On: <a href="../">The Study Handbook</a>, Numbers.'
    cepeda = '<a href="../bibliography/#ref-cepeda2006">Cepeda et al. 2006</a>'
    strong = '<a href="../bibliography/#ref-strong2020">Strong 2020</a> (experiment)'
    for lines in [
        [
            f'{span}"unsupported">It takes 6 hours.</span>',
            "<strong>Nobody knows.</strong>",
            f"Compare: {strong}; {cepeda}.",
            on,
        ],
        [
            f'{span}"unsupported">It takes 5 hours.</span>',
            "<strong>No *source* was found.</strong>",
            on,
        ],
        [
            f'{span}"experiment">It takes 3 hours.</span>',
            f"Source: {cepeda}; {strong}.",
            on,
        ],
        [
            f'{span}"unstated">It takes 2 hours.</span>',
            f"Source: {cepeda}.",
            f"Contradicted by: {strong}.",
            on,
        ],
        [
            f'{span}"illustrative">It takes 20 minutes, or x of &lt;10.</span>',
            "Computed by: break.",
            on,
        ],
    ]:
        assert f"<li>{'<br>'.join(lines)}</li>\n" in text


def test_folded(claims: Book) -> None:
    """What is computed or made up is folded, a page at a time; what others found is not."""
    text = evidence_page.page(claims)
    parts = {part.partition("\n")[0]: part for part in text.split("\n## ")[1:]}
    fold = '<details class="hb-folded">\n<summary>The Study Handbook (1)</summary>\n<ul>\n<li>'
    folded = [title for title, part in parts.items() if fold in part]
    assert folded == ["Computed here", "Illustrative"]
    assert parts["Computed here"].count("<details") == 2
    assert text.count("<details") == 3


def test_no_claims(study: Path) -> None:
    """A handbook without numbers says so."""
    (study / "docs/habits/space-it.md").unlink()
    this = book.load(study)
    assert evidence_page.page(this).endswith("---\n\nNo page states a number yet.\n")
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

"""What readers are told of a work: what a registrar said, and when its address was last found."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from handbook import book
from handbook.book import Book
from handbook.files import asset
from handbook.identity import standing
from handbook.identity.seen import Seen
from handbook.overviews import bibliography_page, evidence_page

TITLE = "Distributed practice in verbal recall tasks: A review and quantitative synthesis"
ASKED = "asked on 24 November 2026"
ADDRESS = "https://doi.org/10.1037/0033-2909.132.3.354"


def known(study: Path, *lines: str) -> Book:
    """Return the study with a record of its first work."""
    (study / "docs/references.lock").write_text(
        "- id: cepeda2006\n  DOI: 10.1037/0033-2909.132.3.354\n  registrar: Crossref\n"
        "  asked: '2026-11-24'\n" + "".join(f"  {line}\n" for line in lines),
        "utf-8",
    )
    return book.load(study)


AGREES = (f"title: '{TITLE}'", "author: Cepeda", "years: ['2006']")


@pytest.mark.parametrize(
    ("lines", "said", "brief"),
    [
        (AGREES, f"Title, first author, and year agree with Crossref’s record, {ASKED}.",
         "verified 24 November 2026"),
        ((*AGREES[:2], "years: ['2005']"), "Title and first author agree with Crossref’s record, "
         f"{ASKED}.", "verified 24 November 2026"),
        ((), f"Not verified: Crossref has no record of this DOI, {ASKED}.", "not verified"),
        (("title: Another", "author: Cepeda"), "Not verified: Crossref’s record of this DOI is of "
         f"another work, {ASKED}.", "not verified"),
        ((*AGREES, "notice: retraction, 2020-01-02, 10.1/x"), "Taken back, by Crossref’s record, "
         f"{ASKED}: retraction, 2020-01-02, 10.1/x.", "taken back"),
    ],
)  # fmt: skip
def test_sentence(lines: tuple[str, ...], said: str, brief: str, study: Path) -> None:
    """A reference says what was compared, with whose record, and when that was asked for."""
    this = known(study, *lines)
    found = standing.of(this.bibliography.references["cepeda2006"], this)
    assert (found.sentences, found.brief) == ([said], brief)
    assert f'<small class="hb-known">{said}</small>' in bibliography_page.page(this)


def test_never_asked(study: Path) -> None:
    """Nothing is said of a day on which nobody looked."""
    this = book.load(study)
    found = standing.of(this.bibliography.references["cepeda2006"], this)
    assert (found.sentences, found.brief) == ([], "")
    assert (list(found.seen), found.copy, found.verified) == ([], "", "")
    assert "hb-known" not in bibliography_page.page(this)


def test_others_were_asked(study: Path) -> None:
    """A work without a record says so when another has one."""
    this = known(study, *AGREES)
    found = standing.of(this.bibliography.references["roediger2006"], this)
    assert (found.sentences, found.brief) == (["Not verified with a registrar."], "not verified")


MEANS = "This is about which work is meant, and says nothing of the numbers taken from it.\n"


def test_about(study: Path) -> None:
    """Both pages say once what verifying is, and that nothing was while nothing is."""
    nothing = (
        "No cited work has been looked up at its registrar, such as Crossref, yet:\n"
        f"authors, titles and years are as the editors wrote them.\n{MEANS}"
    )
    agreed = (
        "“Verified” means that the record of a registrar, such as Crossref, agreed with the entry "
        f"that day.\n{MEANS}"
    )
    claim(study)
    for said, this in [(nothing, book.load(study)), (agreed, known(study, *AGREES))]:
        for page in (bibliography_page.page(this), evidence_page.page(this)):
            assert page.count(said) == 1


def test_record_of_links(study: Path) -> None:
    """What the look at external links has seen is known of each work; a damaged record is not."""
    record = study / "links.json"
    known = {"asked": "2026-11-24", "fine": "2026-11-20", "archived": "https://web.archive.org/x"}
    failures = ["2026-11-21", "2026-11-24", "2026-11-27"]
    record.write_text(json.dumps({ADDRESS: known | {"failures": failures}}))
    assert book.load(study).seen == {ADDRESS: Seen("2026-11-20", "https://web.archive.org/x", True)}
    record.write_text("[]")
    assert book.load(study).seen == {}


def test_seen(study: Path) -> None:
    """An address has its last day, and one that is gone leads to the archived copy."""
    seen = {ADDRESS: Seen("2026-11-20", "https://web.archive.org/web/1/x?a=1&b", gone=True)}
    page = bibliography_page.page(replace(book.load(study), seen=seen))
    assert (
        '<small class="hb-known">Last seen on 20 November 2026. '
        'Gone since. <a href="https://web.archive.org/web/1/x?a&#61;1&amp;b">Archived copy</a>.'
        "</small>"
    ) in page


def test_data(study: Path) -> None:
    """The data say the same, and follow their schema."""
    this = replace(known(study, *AGREES), seen={ADDRESS: Seen("2026-11-20")})
    data = json.loads(bibliography_page.data(this))
    jsonschema.validate(data, json.loads(asset.text("references.schema.json")))
    assert data[0]["custom"]["identity"] == [
        {
            "kind": "DOI",
            "registrar": "Crossref",
            "asked": "2026-11-24",
            "verdict": "agrees",
            "notice": "",
        }
    ]
    assert data[0]["custom"]["seen"] == {"fine": "2026-11-20", "gone": False, "archived": ""}
    assert data[1]["custom"]["identity"] == []


def claim(study: Path) -> None:
    """Add a claim that rests on the first work."""
    page = study / "docs/habits/space-it.md"
    page.write_text(page.read_text("utf-8") + "\nIt takes 2 hours [@cepeda2006].\n", "utf-8")


def test_evidence(study: Path) -> None:
    """The evidence page says it in few words."""
    claim(study)
    text = evidence_page.page(known(study, *AGREES))
    assert '#ref-cepeda2006">Cepeda et al. 2006</a> (verified 24 November 2026)' in text

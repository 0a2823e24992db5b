"""What the registrars answer, on a server of this machine: records, and all that can go wrong."""

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import ClassVar

import pytest

from conftest import ROOT, answering
from handbook import book
from handbook.cite import cite
from handbook.cite.client import Client
from handbook.cite.registrar import Registrars
from handbook.problem import UnusableError
from handbook.references.layout import alone

CROSSREF = (ROOT / "tests/cases/cite/crossref.json").read_text("utf-8").partition("=== ")[0]
DATACITE = json.dumps(
    {
        "type": "article",
        "id": "https://doi.org/10.48550/arxiv.1706.03762",
        "categories": ["Computation and Language (cs.CL)", "FOS: Computer sciences"],
        "author": [{"family": "Vaswani", "given": "Ashish"}, {"family": "Shazeer", "given": "N."}],
        "issued": {"date-parts": [[2017]]},
        "abstract": "What it says.",
        "DOI": "10.48550/ARXIV.1706.03762",
        "publisher": "arXiv",
        "title": "Attention Is All You Need",
        "copyright": "arXiv.org perpetual, non-exclusive license",
        "URL": "https://arxiv.org/abs/1706.03762",
        "version": "5",
    }
)
OPEN_LIBRARY = json.dumps(
    {
        "ISBN:9780262035613": {
            "url": "https://openlibrary.org/books/OL1M/Deep_Learning",
            "key": "/books/OL1M",
            "title": "Deep Learning",
            "subtitle": "Adaptive Computation",
            "authors": [
                {"url": "https://openlibrary.org/authors/OL1A", "name": "Ian Goodfellow"},
                {"url": "https://openlibrary.org/authors/OL2A", "name": "Ludwig van Beethoven"},
            ],
            "number_of_pages": 800,
            "identifiers": {"isbn_13": ["9780262035613"], "openlibrary": ["OL1M"]},
            "publishers": [{"name": "The MIT Press"}],
            "publish_places": [{"name": "Cambridge"}],
            "publish_date": "Nov 18, 2016",
            "cover": {"small": "https://covers.openlibrary.org/b/id/1-S.jpg"},
        }
    }
)
PAGE = "<!doctype html><title>Just a moment</title>"
# Path -> status, header, body.
ANSWERS = {
    "/10.1038/nature14539": (302, "Location: /works/10.1038%2Fnature14539", ""),
    "/works/10.1038%2Fnature14539": (200, "", CROSSREF),
    "/10.48550/arXiv.1706.03762": (200, "", DATACITE),
    "/books?bibkeys=ISBN:9780262035613&format=json&jscmd=data": (200, "", OPEN_LIBRARY),
    "/books?bibkeys=ISBN:9783161484100&format=json&jscmd=data": (200, "", "{}"),
    "/books?bibkeys=ISBN:9780131103627&format=json&jscmd=data": (200, "", PAGE),
    "/10.1000/page": (200, "", PAGE),
    "/10.1000/list": (200, "", "[]"),
    "/10.1000/other": (200, "", '{"message": "a work"}'),
    "/10.1000/deep": (200, "", "[" * 100_000),
    "/10.1000/bytes": (200, "", "\udcff\udcfe"),
    "/10.1000/huge": (200, "", "[" + " " * 6_000_000 + "]"),
    "/10.1000/406": (406, "", ""),
    "/10.1000/500": (500, "", "a traceback"),
    "/10.1000/away": (302, "Location: ftp://127.0.0.1/work", ""),
    "/10.1000/file": (302, "Location: file:///etc/hostname", ""),
    "/10.1000/loop": (302, "Location: /10.1000/loop", ""),
    "/10.1000/short": (200, "Content-Length: 1000", "{"),
}


class Answers(BaseHTTPRequestHandler):
    """Answers as `ANSWERS` says, and keeps what was asked for."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        """Answer, late or bit by bit where the path says so."""
        self.asked.append((self.path, self.headers["Accept"]))
        if self.path == "/10.1000/late":
            time.sleep(1)
        elif self.path == "/10.1000/slow":
            self.drip()
            return
        status, header, body = ANSWERS.get(self.path, (404, "", "Not found"))
        self.send_response(status)
        if header:
            self.send_header(*header.split(": "))
        self.end_headers()
        self.wfile.write(body.encode("utf-8", "surrogateescape"))

    def drip(self) -> None:
        """Send a byte now and then, until nobody reads any more."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(50):
                self.wfile.write(b" ")
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a registrar on this machine."""
    with answering(Answers) as address:
        yield address


@pytest.fixture
def registrars(server: str, monkeypatch: pytest.MonkeyPatch) -> Registrars:
    """Registrars on this machine, whatever proxy there is."""
    monkeypatch.setenv("no_proxy", "*")
    client = Client(seconds=0.5, pause=0, local=True)
    return Registrars(client, doi=server, books=f"{server}books")


def entry(study: Path, given: str, registrars: Registrars) -> str:
    """Return the text of the entry that comes of an identifier."""
    addition = cite(book.load(study), given, registrars=registrars)
    assert addition.left_out == ()
    assert addition.problems == ()
    return alone(addition.entries[0])


def test_doi(study: Path, registrars: Registrars) -> None:
    """A DOI leads by doi.org to the record of its registrar, which is asked for CSL-JSON."""
    Answers.asked.clear()
    assert (
        entry(study, "https://doi.org/10.1038/nature14539", registrars)
        == """\
- id: lecun2015
  type: article-journal
  author:
    - {family: LeCun, given: Yann}
    - {family: Bengio, given: Yoshua, ORCID: 0000-0002-1825-0097}
    - {literal: World Health Organization}
  title: Deep learning & more
  container-title: Nature
  volume: '521'
  issue: '7553'
  page: 436-444
  language: en
  issued: "2015-05-27"
  DOI: 10.1038/nature14539
  ISSN: 0028-0836
  supports_seen: false
"""
    )
    csl = "application/vnd.citationstyles.csl+json"
    assert Answers.asked == [
        ("/10.1038/nature14539", csl),
        ("/works/10.1038%2Fnature14539", csl),
    ]


@pytest.mark.parametrize(
    "given", ["1706.03762", "arXiv:1706.03762v5", "https://arxiv.org/abs/1706.03762"]
)
def test_arxiv(given: str, study: Path, registrars: Registrars) -> None:
    """An arXiv id is asked for by the DOI that DataCite has for it."""
    assert (
        entry(study, given, registrars)
        == """\
- id: vaswani2017
  type: article
  author:
    - {family: Vaswani, given: Ashish}
    - {family: Shazeer, given: N.}
  title: Attention Is All You Need
  version: '5'
  publisher: arXiv
  issued: "2017"
  arxiv: '1706.03762'
  URL: https://arxiv.org/abs/1706.03762
  supports_seen: false
"""
    )


@pytest.mark.parametrize("given", ["9780262035613", "ISBN 978-0-262-03561-3"])
def test_isbn(given: str, study: Path, registrars: Registrars) -> None:
    """An ISBN is asked for at Open Library, whose names have no parts."""
    assert (
        entry(study, given, registrars)
        == """\
- id: goodfellow2016
  type: book
  author:
    - {family: Goodfellow, given: Ian}
    - {family: Beethoven, given: Ludwig, non-dropping-particle: van}
  title: 'Deep Learning: Adaptive Computation'
  publisher: The MIT Press
  publisher-place: Cambridge
  issued: "2016"
  ISBN: '9780262035613'
  supports_seen: false
"""
    )


INSTEAD = "Give a BibTeX or CSL-JSON file instead."


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("10.1000/none", "has no '10.1000/none'. Copy it from the work again."),
        ("9783161484100", f"has no '9783161484100'. {INSTEAD}"),
        ("9780131103627", f"gave no JSON for '9780131103627'. {INSTEAD}"),
        ("10.1000/page", f"gave no CSL-JSON for '10.1000/page'. {INSTEAD}"),
        ("10.1000/list", f"gave no CSL-JSON for '10.1000/list'. {INSTEAD}"),
        ("10.1000/other", f"gave no CSL-JSON for '10.1000/other'. {INSTEAD}"),
        ("10.1000/deep", f"gave no CSL-JSON for '10.1000/deep'. {INSTEAD}"),
        ("10.1000/bytes", f"gave no CSL-JSON for '10.1000/bytes'. {INSTEAD}"),
        ("10.1000/huge", f"answered with more than 5,000,000 bytes. {INSTEAD}"),
        ("10.1000/406", f"answered with HTTP status 406 for '10.1000/406'. {INSTEAD}"),
        ("10.1000/500", f"answered with HTTP status 500 for '10.1000/500'. {INSTEAD}"),
        ("10.1000/loop", f"answered with HTTP status 302 for '10.1000/loop'. {INSTEAD}"),
        (
            "10.1000/away",
            f"leads to 'ftp://127.0.0.1/work', which is no http address. {INSTEAD}",
        ),
        (
            "10.1000/file",
            f"answered with HTTP status 302 for '10.1000/file'. {INSTEAD}",
        ),
        ("10.1000/late", f"could not be reached: timed out. {INSTEAD}"),
        ("10.1000/slow", f"could not be reached: timed out. {INSTEAD}"),
        ("10.1000/short", f"gave no CSL-JSON for '10.1000/short'. {INSTEAD}"),
    ],
)
def test_no_record(given: str, message: str, study: Path, registrars: Registrars) -> None:
    """Whatever else comes back, or nothing in time, is one line that says what to do."""
    before = (study / "docs/references.yml").read_bytes()
    with pytest.raises(UnusableError) as error:
        cite(book.load(study), given, registrars=registrars)
    assert str(error.value) == f"127.0.0.1 {message}"
    assert (study / "docs/references.yml").read_bytes() == before


def test_nobody_answers(study: Path, registrars: Registrars) -> None:
    """A registrar that is not there is one line."""
    nobody = Registrars(registrars.client, doi="http://127.0.0.1:9/")
    message = f"127.0.0.1 could not be reached: Connection refused. {INSTEAD}"
    with pytest.raises(UnusableError) as error:
        cite(book.load(study), "10.1000/work", registrars=nobody)
    assert str(error.value) == message


def test_addresses() -> None:
    """Registrars are asked over https alone."""
    assert Registrars().doi.startswith("https://")
    assert Registrars().books.startswith("https://")

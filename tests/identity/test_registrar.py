"""What the registrars answer, on a server of this machine in their shapes, and `verify`."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import ClassVar

import pytest

from conftest import answering
from handbook import book
from handbook.cite.client import AnswerError, Client
from handbook.cite.registrar import Registrars
from handbook.command import main
from handbook.identity import verification
from handbook.identity.registrar import Registry
from handbook.problem import UnusableError
from rules import found

# https://api.crossref.org/works/10.1016/S0140-6736(97)11096-0, shortened.
WAKEFIELD = {
    "status": "ok",
    "message": {
        "DOI": "10.1016/s0140-6736(97)11096-0",
        "title": ["RETRACTED: Ileal-lymphoid-nodular hyperplasia"],
        "author": [{"given": "AJ", "family": "Wakefield", "sequence": "first"}],
        "issued": {"date-parts": [[1998, 2]]},
        "published-print": {"date-parts": [[1998, 2]]},
        "updated-by": [
            {"DOI": "10.1016/s0140-6736(04)15715-2", "type": "correction"},
            {
                "DOI": "10.1016/s0140-6736(10)60175-4",
                "type": "retraction",
                "label": "Retraction",
                "source": "retraction-watch",
                "updated": {"date-parts": [[2010, 2, 6]], "date-time": "2010-02-06T00:00:00Z"},
            },
        ],
    },
}
CEPEDA = {
    "message": {
        "title": ["Distributed practice in verbal recal tasks"],
        "subtitle": ["A review and quantitative synthesis."],
        "author": [{"given": "Nicholas J.", "family": "Cepeda"}],
        "issued": {"date-parts": [[2006]]},
    }
}
ROEDIGER = {
    "message": {
        "title": ["Test-Enhanced Learning"],
        "author": [{"given": "Henry L.", "family": "Roediger"}],
        "issued": {"date-parts": [[2006, 3]]},
        "update-to": [{"DOI": "10.1/other", "type": "retraction"}],
    }
}
DATACITE = {
    "data": {
        "id": "10.48550/arxiv.1706.03762",
        "attributes": {
            "titles": [{"title": "Attention Is All You Need"}],
            "creators": [{"name": "Vaswani, Ashish", "familyName": "Vaswani"}],
            "publicationYear": 2017,
            "dates": [{"date": "2017-06-12", "dateType": "Issued"}],
        },
    }
}
ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title>%s</feed>"""
PREPRINT = """<entry><id>http://arxiv.org/abs/1806.06446v2</id>
<published>2018-06-17T21:00:07Z</published><title>Self-Attentive Neural
  Collaborative Filtering</title><summary>%s</summary>
<author><name>Yi Tay</name></author></entry>"""
WITHDRAWN = "This paper has been withdrawn as we discovered a bug."
ERROR = """<entry><id>http://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title>
<author><name>arXiv api core</name></author></entry>"""
# Path -> status, header, body.
ANSWERS = {
    "/ra/10.1016": (200, "", json.dumps([{"DOI": "10.1016", "RA": "Crossref"}])),
    "/ra/10.1037": (200, "", json.dumps([{"DOI": "10.1037", "RA": "Crossref"}])),
    "/ra/10.1111": (200, "", json.dumps([{"DOI": "10.1111", "RA": "Crossref"}])),
    "/ra/10.5281": (200, "", json.dumps([{"DOI": "10.5281", "RA": "DataCite"}])),
    "/ra/10.9999": (200, "", json.dumps([{"DOI": "10.9999", "status": "DOI does not exist"}])),
    "/works/10.1016%2FS0140-6736%2897%2911096-0": (200, "", json.dumps(WAKEFIELD)),
    "/works/10.1037%2F0033-2909.132.3.354": (200, "", json.dumps(CEPEDA)),
    "/works/10.1111%2Fj.1467-9280.2006.01693.x": (200, "", json.dumps(ROEDIGER)),
    "/works/10.1016%2Fbusy": (429, "Retry-After: 0", ""),
    "/works/10.1016%2Flater": (503, "Retry-After: 3600", ""),
    "/works/10.1016%2Fpage": (200, "", "<!doctype html>"),
    "/works/10.1016%2Flist": (200, "", "[]"),
    "/dois/10.5281%2Fzenodo.1": (200, "", json.dumps(DATACITE)),
    "/dois/10.48550%2FarXiv.1706.03762": (200, "", json.dumps(DATACITE)),
    "/arxiv?id_list=1806.06446": (200, "", ATOM % PREPRINT % WITHDRAWN),
    "/arxiv?id_list=1806.06447": (200, "", ATOM % PREPRINT % "It is not withdrawn."),
    "/arxiv?id_list=9912.99999": (200, "", ATOM % ""),
    "/arxiv?id_list=1806.00000": (200, "", ATOM % ERROR),
    "/arxiv?id_list=1706.03762": (200, "", "Rate exceeded."),
    "/books?bibkeys=ISBN:9783161484100&format=json&jscmd=data": (200, "", "{}"),
}


class Answers(BaseHTTPRequestHandler):
    """Answers as `ANSWERS` says, and keeps what was asked for and by whom."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        """Answer once for all."""
        self.asked.append((self.path, self.headers["User-Agent"]))
        status, header, body = ANSWERS.get(self.path, (404, "", "Resource not found."))
        self.send_response(status)
        if header:
            self.send_header(*header.split(": "))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of all registrars on this machine."""
    with answering(Answers) as address:
        yield address


@pytest.fixture
def registry(server: str, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """Registrars on this machine, whatever proxy there is."""
    monkeypatch.setenv("no_proxy", "*")
    Answers.asked.clear()
    client = Client("handbook (+http://127.0.0.1:8000/)", seconds=2, pause=0, local=True)
    at = Registrars(client, doi=server, books=f"{server}books")
    return Registry(at, f"{server}works/", f"{server}dois/", f"{server}arxiv")


def test_crossref(registry: Registry) -> None:
    """Crossref's record has the notice of the retraction, and not that of the correction."""
    found = registry.ask("w", "DOI", "10.1016/S0140-6736(97)11096-0")
    assert (found.registrar, found.author, found.years) == ("Crossref", "Wakefield, AJ", ("1998",))
    assert found.notice == "retraction, 2010-02-06, 10.1016/s0140-6736(10)60175-4"
    assert {agent for _, agent in Answers.asked} == {"handbook (+http://127.0.0.1:8000/)"}


def test_datacite(registry: Registry) -> None:
    """A DOI of DataCite's is asked for there."""
    found = registry.ask("v", "DOI", "10.5281/zenodo.1")
    assert (found.registrar, found.title) == ("DataCite", "Attention Is All You Need")
    assert (found.author, found.years) == ("Vaswani", ("2017",))


def test_arxiv(registry: Registry) -> None:
    """ArXiv says in the abstract that a work was withdrawn; an id that it lacks has no title."""
    found = registry.ask("t", "arxiv", "1806.06446v1")
    assert (found.registrar, found.author, found.years) == ("arXiv", "Tay, Yi", ("2018",))
    assert found.title == "Self-Attentive Neural Collaborative Filtering"
    assert found.notice == f"withdrawal: {WITHDRAWN}"
    assert registry.ask("t", "arxiv", "1806.06447").notice == ""
    for unknown in ("9912.99999", "1806.00000"):
        assert registry.ask("t", "arxiv", unknown).title == ""


def test_arxiv_is_busy(registry: Registry) -> None:
    """When arXiv does not answer, DataCite does, which has arXiv's DOIs."""
    assert registry.ask("v", "arxiv", "1706.03762").registrar == "DataCite"


@pytest.mark.parametrize(
    ("kind", "ident", "registrar"),
    [
        ("DOI", "10.1016/none", "Crossref"),
        ("DOI", "10.5281/none", "DataCite"),
        ("DOI", "10.9999/none", "doi.org"),
        ("ISBN", "9783161484100", "Open Library"),
    ],
)
def test_nothing_found(kind: str, ident: str, registrar: str, registry: Registry) -> None:
    """A registrar that has nothing is recorded with its name, and without a title."""
    found = registry.ask("x", kind, ident)
    assert (found.registrar, found.title, found.asked) == (registrar, "", "2026-11-24")


@pytest.mark.parametrize(
    ("doi", "message"),
    [
        ("10.1016/busy", "127.0.0.1 answered with HTTP status 429 for '10.1016/busy'."),
        ("10.1016/later", "127.0.0.1 asks to wait 3,600 seconds."),
        ("10.1016/page", "127.0.0.1 gave no JSON for '10.1016/page'."),
        ("10.1016/list", "127.0.0.1 gave no record for '10.1016/list'."),
    ],
)
def test_no_answer(doi: str, message: str, registry: Registry) -> None:
    """What is no answer is no record either; a short wait is waited for once."""
    with pytest.raises(AnswerError) as error:
        registry.ask("x", "DOI", doi)
    assert str(error.value) == message
    asked = [path for path, _ in Answers.asked if path.startswith("/works/")]
    assert len(asked) == (2 if doi == "10.1016/busy" else 1)


def test_local_addresses_are_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the switch for tests, no address of this machine or its network is connected to."""
    monkeypatch.setenv("no_proxy", "*")
    with pytest.raises(AnswerError) as error:
        Client(pause=0).text(server, "text/html", "x")
    message = "127.0.0.1 could not be reached: 127.0.0.1 is no public address."
    assert str(error.value) == message


def verified(study: Path, registry: Registry, *keys: str) -> list[str]:
    """Return what `verify` says for some entries, or all."""
    this = book.load(study)
    wanted = verification.wanted(this, list(keys), 90, every=False)
    return [str(step) for step in verification.verify(this, registry, wanted)]


def test_verify(study: Path, registry: Registry) -> None:
    """Each answer is recorded, and what is recorded is not asked for again."""
    assert verified(study, registry) == [
        "references.yml:15:3: DOI '10.1037/0033-2909.132.3.354' recorded from Crossref",
        "references.yml:25:3: DOI '10.1111/j.1467-9280.2006.01693.x' recorded from Crossref",
    ]
    assert (study / "docs/references.lock").read_text("utf-8") == (
        "# Written by `handbook verify`: what the registrars say. Do not edit.\n\n"
        "- id: cepeda2006\n  DOI: 10.1037/0033-2909.132.3.354\n"
        "  title: 'Distributed practice in verbal recal tasks: A review and quantitative "
        "synthesis.'\n  author: Cepeda, Nicholas J.\n  years: ['2006']\n"
        "  registrar: Crossref\n  asked: '2026-11-24'\n\n"
        "- id: roediger2006\n  DOI: 10.1111/j.1467-9280.2006.01693.x\n"
        "  title: Test-Enhanced Learning\n  author: Roediger, Henry L.\n  years: ['2006']\n"
        "  registrar: Crossref\n  asked: '2026-11-24'\n"
    )
    assert verified(study, registry) == []


def test_interrupted(study: Path, registry: Registry) -> None:
    """A run that ends after one answer loses nothing, and the next one asks for the rest."""
    this = book.load(study)
    steps = verification.verify(this, registry, verification.wanted(this, [], 90, every=False))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert [key for _, key in book.load(study).snapshot.records] == ["10.1037/0033-2909.132.3.354"]
    assert len(verified(study, registry)) == 1


def test_fix(study: Path, registry: Registry) -> None:
    """A small difference is written into the bibliography, which stays in its layout."""
    verified(study, registry)
    assert verification.fix(book.load(study)) == [
        "references.yml:9:11: wrote the title 'Distributed practice in verbal recal tasks: A "
        "review and quantitative synthesis' for 'Distributed practice in verbal recall tasks: "
        "A review and quantitative synthesis'"
    ]
    assert found(study) == []
    assert verification.fix(book.load(study)) == []


def test_what_can_not_be_verified(study: Path) -> None:
    """A key without an entry and a damaged snapshot are lines, before anybody is asked."""
    with pytest.raises(UnusableError) as error:
        verification.wanted(book.load(study), ["cepeda2007"], 90, every=False)
    assert str(error.value) == "'cepeda2007' is no entry. Did you mean 'cepeda2006'?"
    (study / "docs/references.lock").write_text("- x\n")
    with pytest.raises(UnusableError) as error:
        verification.wanted(book.load(study), [], 90, every=False)
    assert str(error.value).startswith("references.lock:1:3: R915 This is no record")


def test_command_without_network(
    study: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When nobody answers, nothing is written, and the exit code is 2."""
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9/")
    assert main(["--root", str(study), "verify", "cepeda2006"]) == 2
    assert capsys.readouterr() == (
        "",
        "references.yml:15:3: DOI '10.1037/0033-2909.132.3.354' is not verified: doi.org could "
        "not be reached: Connection refused.\nno answer to 1 question\n",
    )
    assert not (study / "docs/references.lock").exists()

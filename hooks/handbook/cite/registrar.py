"""Who records works: doi.org, which leads to the registrar of a DOI, and Open Library for books.

https://citation.doi.org/docs.html, https://openlibrary.org/dev/docs/api/books
"""

import json
import re
import time
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from handbook.cite import csljson
from handbook.cite.latex import LatexError
from handbook.cite.names import person
from handbook.cite.record import Record
from handbook.identifier import same_arxiv
from handbook.problem import UnusableError

MAX_BYTES = 5_000_000
# DataCite records each work of arXiv under this prefix:
# https://blog.arxiv.org/2022/02/17/new-arxiv-articles-are-now-automatically-assigned-dois/
ARXIV_PREFIX = "10.48550/arXiv."
INSTEAD = "Give a BibTeX or CSL-JSON file instead."
YEAR = re.compile(r"\b\d{4}\b", re.ASCII)


@dataclass(frozen=True)
class Registrars:
    """Where to ask, and how many seconds an answer may take."""

    doi: str = "https://doi.org/"
    books: str = "https://openlibrary.org/api/books"
    seconds: float = 20

    def record(self, kind: str, ident: str) -> Record:
        """Return the record of a DOI, an arXiv id or an ISBN.

        `UnusableError` when there is none, or none that can be read.
        """
        if kind == "ISBN":
            return self._book(ident)
        doi = ident if kind == "DOI" else ARXIV_PREFIX + same_arxiv(ident)
        url = self.doi + quote(doi, safe="/:;().")
        text = _answer(url, "application/vnd.citationstyles.csl+json", ident, self.seconds)
        records, _ = csljson.read(text)
        if len(records) != 1:
            raise UnusableError(f"{_host(url)} gave no CSL-JSON for '{ident}'. {INSTEAD}")
        texts = {"DOI": doi, **records[0].texts}
        return replace(records[0], texts=texts, line=0, left_out=())

    def _book(self, isbn: str) -> Record:
        isbn = isbn.replace("-", "")
        url = f"{self.books}?bibkeys=ISBN:{isbn}&format=json&jscmd=data"
        try:
            answer = json.loads(_answer(url, "application/json", isbn, self.seconds))
        except (ValueError, RecursionError):
            raise UnusableError(f"{_host(url)} gave no JSON for '{isbn}'. {INSTEAD}") from None
        book = answer.get(f"ISBN:{isbn}") if isinstance(answer, dict) else None
        if not isinstance(book, dict):
            raise UnusableError(f"{_host(url)} has no '{isbn}'. {INSTEAD}")
        return replace(csljson.record(_csl(book) | {"ISBN": isbn}), left_out=())


def _csl(book: dict[str, object]) -> dict[str, object]:
    """Return what Open Library says of a book as CSL-JSON; its dates are texts in any form."""
    authors = book.get("authors")
    found = YEAR.search(str(book.get("publish_date")))
    return {
        "type": "book",
        "title": book.get("title"),
        "subtitle": book.get("subtitle"),
        "author": [_person(name) for name in authors] if isinstance(authors, list) else [],
        "publisher": book.get("publishers"),
        "publisher-place": book.get("publish_places"),
        "issued": found[0] if found else "",
    }


def _person(author: object) -> dict[str, str]:
    name = str(author.get("name")) if isinstance(author, dict) else ""
    try:
        return person(name)
    except LatexError:
        return {"literal": name}


class _SameScheme(HTTPRedirectHandler):
    """Follows from https to https alone."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        scheme = urlsplit(req.full_url).scheme
        if urlsplit(newurl).scheme != scheme:
            fp.close()
            said = f"{_host(req.full_url)} leads to '{newurl}', which is no {scheme} address."
            raise UnusableError(f"{said} {INSTEAD}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _answer(url: str, accept: str, ident: str, seconds: float) -> str:
    host, until = _host(url), time.monotonic() + seconds
    request = Request(url, headers={"Accept": accept, "User-Agent": "handbook"})  # noqa: S310
    try:
        with build_opener(_SameScheme).open(request, timeout=seconds) as response:
            data = _body(response, until)
    except HTTPError as error:
        error.close()
        if error.code == HTTPStatus.NOT_FOUND:
            raise UnusableError(f"{host} has no '{ident}'. Copy it from the work again.") from None
        message = f"{host} answered with HTTP status {error.code} for '{ident}'. {INSTEAD}"
        raise UnusableError(message) from None
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        reason = str(getattr(reason, "strerror", None) or reason).rstrip(".")
        raise UnusableError(f"{host} could not be reached: {reason}. {INSTEAD}") from None
    if len(data) > MAX_BYTES:
        raise UnusableError(f"{host} answered with more than {MAX_BYTES:,} bytes. {INSTEAD}")
    return data.decode("utf-8", "replace")


def _body(response: HTTPResponse, until: float) -> bytes:
    """Return an answer, or enough of one that is too long."""
    data = bytearray()
    while len(data) <= MAX_BYTES and (part := response.read1(65536)):
        data += part
        # The time-out of a socket begins again with each part.
        if time.monotonic() > until:
            raise TimeoutError("timed out")
    return bytes(data)


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""

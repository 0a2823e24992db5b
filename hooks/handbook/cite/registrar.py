"""Who records works: doi.org, which leads to the registrar of a DOI, and Open Library for books.

https://citation.doi.org/docs.html, https://openlibrary.org/dev/docs/api/books
"""

import json
import re
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import quote

from handbook.cite import csljson
from handbook.cite.client import AnswerError, Client, host
from handbook.cite.latex import LatexError
from handbook.cite.names import person
from handbook.cite.record import Record
from handbook.problem import UnusableError
from handbook.references.identifier import same_arxiv

# DataCite records each work of arXiv under this prefix:
# https://blog.arxiv.org/2022/02/17/new-arxiv-articles-are-now-automatically-assigned-dois/
ARXIV_PREFIX = "10.48550/arXiv."
INSTEAD = "Give a BibTeX or CSL-JSON file instead."
YEAR = re.compile(r"\b\d{4}\b", re.ASCII)


@dataclass(frozen=True)
class Registrars:
    """Where to ask, and who does."""

    client: Client = field(default_factory=Client)
    doi: str = "https://doi.org/"
    books: str = "https://openlibrary.org/api/books"

    def record(self, kind: str, ident: str) -> Record:
        """Return the record of a DOI, an arXiv id or an ISBN.

        `UnusableError` when there is none, or none that can be read.
        """
        try:
            return self.answer(kind, ident)
        except AnswerError as error:
            lost = error.status == HTTPStatus.NOT_FOUND and kind != "ISBN"
            advice = "Copy it from the work again." if lost else INSTEAD
            raise UnusableError(f"{error} {advice}") from None

    def answer(self, kind: str, ident: str) -> Record:
        """Return the same; `AnswerError` when there is none."""
        if kind == "ISBN":
            return self._book(ident)
        doi = ident if kind == "DOI" else ARXIV_PREFIX + same_arxiv(ident)
        url = self.doi + quote(doi, safe="/:;().")
        text = self.client.text(url, "application/vnd.citationstyles.csl+json", ident)
        records, _ = csljson.read(text)
        if len(records) != 1:
            raise AnswerError(f"{host(url)} gave no CSL-JSON for '{ident}'.", HTTPStatus.OK)
        texts = {"DOI": doi, **records[0].texts}
        return replace(records[0], texts=texts, line=0, left_out=())

    def _book(self, isbn: str) -> Record:
        isbn = isbn.replace("-", "")
        url = f"{self.books}?bibkeys=ISBN:{isbn}&format=json&jscmd=data"
        answer = json_of(self.client.text(url, "application/json", isbn), url, isbn)
        book = answer.get(f"ISBN:{isbn}")
        if not isinstance(book, dict):
            raise AnswerError(f"{host(url)} has no '{isbn}'.", HTTPStatus.NOT_FOUND)
        return replace(csljson.record(book_csl(book) | {"ISBN": isbn}), left_out=())


def json_of(text: str, url: str, ident: str) -> dict[str, object]:
    """Return the JSON of an answer, empty when it is no object; `AnswerError` when it is none."""
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        message = f"{host(url)} gave no JSON for '{ident}'."
        raise AnswerError(message, HTTPStatus.OK) from None
    return answer if isinstance(answer, dict) else {}


def book_csl(book: dict[str, object]) -> dict[str, object]:
    """Return what Open Library says of a book as CSL-JSON; its dates are texts in any form."""
    authors = book.get("authors")
    found = YEAR.search(str(book.get("publish_date")))
    return {
        "type": "book",
        "title": book.get("title"),
        "subtitle": book.get("subtitle"),
        "author": [named(str(one.get("name"))) for one in objects(authors)],
        "publisher": book.get("publishers"),
        "publisher-place": book.get("publish_places"),
        "issued": found[0] if found else "",
    }


def objects(value: object) -> list[dict[str, object]]:
    """Return the objects in a list, and nothing of what is none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def named(name: str) -> dict[str, str]:
    """Return the parts of a name that a registrar has as one text."""
    try:
        return person(name)
    except LatexError:
        return {"literal": name}

"""What the registrars answer of an identifier: Crossref, DataCite, arXiv, Open Library, others.

https://api.crossref.org/swagger-ui/index.html, https://support.datacite.org/docs/api,
https://info.arxiv.org/help/api/user-manual.html. A DOI's registrar is found by its prefix.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote

from handbook.cite import csljson
from handbook.cite.client import AnswerError, host
from handbook.cite.record import Record as Work
from handbook.cite.registrar import ARXIV_PREFIX, Registrars, json_of, named, objects
from handbook.identity.record import Record
from handbook.identity.title import TAKEN_BACK
from handbook.identity.words import bare
from handbook.references.dates import today
from handbook.references.identifier import same_arxiv

# Crossref's names of what takes a work back, its own and those that it has from Retraction Watch.
TAKE_BACK = {"retraction", "partial_retraction", "withdrawal", "removal"}
ISSUED = ("issued", "published", "published-print", "published-online")
ATOM, ARXIV = "{http://www.w3.org/2005/Atom}", "{http://arxiv.org/schemas/atom}"
# arXiv has no field for it: a comment or the abstract says so.
IN_COMMENT = re.compile(r"\bwithdrawn\b", re.IGNORECASE)
IN_ABSTRACT = re.compile(
    r"\W*(?:this|the)?\s*(?:paper|article|submission|manuscript|preprint|work)?\s*"
    r"(?:(?:has|have) been|is|was)?\s*withdrawn\b",
    re.IGNORECASE,
)
# What could make a parser expand entities; no feed has one.
DOCTYPE = "<!DOCTYPE"


@dataclass
class Registry:
    """Asks the registrars; remembers who has a prefix, and who could not be reached."""

    at: Registrars
    crossref: str = "https://api.crossref.org/works/"
    datacite: str = "https://api.datacite.org/dois/"
    arxiv: str = "https://export.arxiv.org/api/query"
    _agencies: dict[str, str] = field(default_factory=dict)
    _lost: dict[str, AnswerError] = field(default_factory=dict)

    def ask(self, entry: str, kind: str, ident: str) -> Record:
        """Return the record; without a title where the registrar has none.

        `AnswerError` when nobody can be asked, or the answer can't be read.
        """
        if kind == "arxiv":
            return self._preprint(entry, ident)
        if kind == "ISBN":
            return self._other(entry, kind, ident, "Open Library")
        agency = self._agency(ident)
        if agency == "Crossref":
            return self._crossref(entry, ident)
        if agency == "DataCite":
            return self._datacite(entry, kind, ident, ident)
        if not agency:
            return record(entry, kind, ident, "doi.org", {})
        return self._other(entry, kind, ident, agency)

    def _text(self, url: str, accept: str, ident: str) -> str:
        """Ask, but nobody twice who could not be reached; nothing when there is no record."""
        if error := self._lost.get(host(url)):
            raise error
        try:
            return self.at.client.text(url, accept, ident)
        except AnswerError as error:
            if error.status == HTTPStatus.NOT_FOUND:
                return ""
            if not error.status:
                self._lost[host(url)] = error
            raise

    def _agency(self, doi: str) -> str:
        """Return who registers DOIs of a prefix, or nothing when nobody does."""
        prefix = doi.partition("/")[0]
        if prefix not in self._agencies:
            url = f"{self.at.doi}ra/{prefix}"
            text = self._text(url, "application/json", prefix)
            listed = json_of(f'{{"list": {text or "[]"}}}', url, prefix).get("list")
            found = objects(listed)
            self._agencies[prefix] = str(found[0].get("RA") or "") if found else ""
        return self._agencies[prefix]

    def _crossref(self, entry: str, doi: str) -> Record:
        url = self.crossref + quote(doi, safe="")
        text = self._text(url, "application/json", doi)
        message = json_of(text or '{"message": {}}', url, doi).get("message")
        if not isinstance(message, dict):
            raise AnswerError(f"{host(url)} gave no record for '{doi}'.", HTTPStatus.OK)
        return record(entry, "DOI", doi, "Crossref", of_crossref(message, doi))

    def _datacite(self, entry: str, kind: str, ident: str, doi: str) -> Record:
        url = self.datacite + quote(doi, safe="")
        text = self._text(url, "application/vnd.api+json", ident)
        data = json_of(text or '{"data": {"attributes": {}}}', url, ident).get("data")
        attributes = data.get("attributes") if isinstance(data, dict) else None
        if not isinstance(attributes, dict):
            raise AnswerError(f"{host(url)} gave no record for '{ident}'.", HTTPStatus.OK)
        return record(entry, kind, ident, "DataCite", of_datacite(attributes))

    def _preprint(self, entry: str, ident: str) -> Record:
        """Ask arXiv, which knows what was withdrawn, and DataCite when arXiv does not answer."""
        url = f"{self.arxiv}?id_list={quote(same_arxiv(ident))}"
        try:
            text = self._text(url, "application/atom+xml", ident)
            fields = _of_arxiv(text, url, ident)
        except AnswerError:
            return self._datacite(entry, "arxiv", ident, ARXIV_PREFIX + same_arxiv(ident))
        return record(entry, "arxiv", ident, "arXiv", fields)

    def _other(self, entry: str, kind: str, ident: str, registrar: str) -> Record:
        where = self.at.books if kind == "ISBN" else self.at.doi
        if error := self._lost.get(host(where)):
            raise error
        try:
            work = self.at.answer(kind, ident)
        except AnswerError as error:
            if error.status == HTTPStatus.NOT_FOUND:
                return record(entry, kind, ident, registrar, {})
            if not error.status:
                self._lost[host(where)] = error
            raise
        return record(entry, kind, ident, registrar, of_work(work))


Fields = dict[str, object]


def record(entry: str, kind: str, ident: str, registrar: str, fields: Fields) -> Record:
    """Return a record of today, with texts in one line; `fields` may lack any."""
    others, years = fields.get("others"), fields.get("years")
    return Record(
        id=entry,
        kind=kind,
        ident=ident,
        registrar=registrar,
        asked=today().isoformat(),
        title=bare(str(fields.get("title") or "")),
        others=tuple(map(bare, others)) if isinstance(others, list) else (),
        author=bare(str(fields.get("author") or "")),
        years=tuple(sorted(set(years))) if isinstance(years, list) else (),
        notice=str(fields.get("notice") or ""),
    )


def of_work(work: Work) -> Fields:
    people = work.names.get("author") or work.names.get("editor") or [{}]
    year = work.texts.get("issued", "")[:4]
    title = work.texts.get("title", "")
    return {"title": title, "author": _name(people[0]), "years": [year] if year else []}


def _name(person: dict[str, str]) -> str:
    family = " ".join(filter(None, [person.get("non-dropping-particle"), person.get("family")]))
    if not family:
        return person.get("literal") or person.get("given") or ""
    return ", ".join(filter(None, [family, person.get("given")]))


def of_crossref(message: Fields, doi: str) -> Fields:
    found = of_work(csljson.record(message))
    titles = message.get("title")
    others = [*(titles[1:] if isinstance(titles, list) else []), *_texts(message, "original-title")]
    notices = [*_notices(message.get("updated-by")), *_notices(message.get("update-to"), doi)]
    if not notices and TAKEN_BACK.match(str(found["title"])):
        notices = [str(found["title"])]
    return found | {
        "others": [str(title) for title in others],
        "years": [year for name in ISSUED for year in _years(message.get(name))],
        "notice": notices[0] if notices else "",
    }


def _texts(message: Fields, name: str) -> list[str]:
    value = message.get(name)
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _notices(updates: object, own: str = "") -> Iterator[str]:
    """Yield what takes a work back: kind, day and DOI of the notice.

    `update-to` is what a notice says of other works; some publishers put it at the work itself.
    """
    for update in objects(updates):
        doi, kind = str(update.get("DOI") or ""), str(update.get("type") or "")
        if kind in TAKE_BACK and (not own or doi.casefold() == own.casefold()):
            updated = update.get("updated")
            day = str(updated.get("date-time") or "")[:10] if isinstance(updated, dict) else ""
            yield ", ".join(filter(None, [kind.replace("_", " "), day, doi]))


def _years(date: object) -> list[str]:
    text = csljson.record({"issued": date}).texts["issued"][:4] if date else ""
    return [text] if text.isdecimal() else []


def of_datacite(attributes: Fields) -> Fields:
    titles = [str(title.get("title") or "") for title in objects(attributes.get("titles"))]
    kinds = [title.get("titleType") for title in objects(attributes.get("titles"))]
    main = next((text for text, kind in zip(titles, kinds, strict=True) if not kind), "")
    sub = [text for text, kind in zip(titles, kinds, strict=True) if kind == "Subtitle"]
    creators = objects(attributes.get("creators"))
    dates = objects(attributes.get("dates"))
    issued = [str(one.get("date"))[:4] for one in dates if one.get("dateType") == "Issued"]
    taken_back = [one for one in dates if one.get("dateType") == "Withdrawn"]
    year = str(attributes.get("publicationYear") or "")
    return {
        "title": f"{main}: {sub[0]}" if sub and main else main or (titles or [""])[0],
        "others": [
            text for text, kind in zip(titles, kinds, strict=True) if kind and text not in sub
        ],
        "author": _creator(creators[0]) if creators else "",
        "years": [one for one in (year, *issued) if one.isdecimal()],
        "notice": f"withdrawal, {taken_back[0].get('date')}" if taken_back else "",
    }


def _creator(creator: Fields) -> str:
    family, given = (str(creator.get(part) or "") for part in ("familyName", "givenName"))
    return ", ".join(filter(None, [family, given])) if family else str(creator.get("name") or "")


def _of_arxiv(text: str, url: str, ident: str) -> Fields:
    """Read an Atom feed; an unknown id has no entry, or one without an author, titled "Error"."""
    try:
        if DOCTYPE in text:
            raise ET.ParseError
        entry = ET.fromstring(text).find(f"{ATOM}entry")  # noqa: S314 - without a DOCTYPE
    except ET.ParseError:
        raise AnswerError(f"{host(url)} gave no Atom for '{ident}'.", HTTPStatus.OK) from None
    author = entry.findtext(f"{ATOM}author/{ATOM}name") if entry is not None else None
    if entry is None or not author or "/errors" in (entry.findtext(f"{ATOM}id") or ""):
        return {}
    comment = entry.findtext(f"{ARXIV}comment") or ""
    abstract = entry.findtext(f"{ATOM}summary") or ""
    withdrawn = comment if IN_COMMENT.search(comment) else ""
    withdrawn = withdrawn or (abstract if IN_ABSTRACT.match(abstract) else "")
    return {
        "title": entry.findtext(f"{ATOM}title") or "",
        "author": _name(named(author)),
        "years": [(entry.findtext(f"{ATOM}published") or "")[:4]],
        "notice": f"withdrawal: {' '.join(withdrawn.split())[:200]}" if withdrawn else "",
    }

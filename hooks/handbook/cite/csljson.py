"""CSL-JSON as other programs write it: Zotero, pandoc, and the registrars of DOIs.

Crossref calls its answers CSL-JSON too, but has types and fields of its own, and lists for texts:
https://github.com/CrossRef/rest-api-doc/issues/222
"""

import html
import json
import re
from collections.abc import Iterator

from handbook.cite.fault import Fault
from handbook.cite.record import Names, Record, Texts, titled
from handbook.references import csl, dates
from handbook.references.identifier import alone

# Crossref's name of a type or field -> CSL's; `event` and the shorter names are CSL's former ones.
TYPES = {
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "database": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "monograph": "book",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
}
FIELDS = {
    "article-number": "number",
    "edition-number": "edition",
    "event": "event-title",
    "journalAbbreviation": "container-title-short",
    "publisher-location": "publisher-place",
    "shortTitle": "title-short",
}
# What is said of a copy of the work, or is itself a text of the work.
NOT_TAKEN = {
    *("abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place"),
    *("call-number", "keyword", "references", "source"),
}
TAKEN = {*csl.TEXTS, *csl.IDENTIFIERS} - NOT_TAKEN
# CSL's own markup in a text, and that of Crossref.
# https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
TAG = re.compile(
    r"</?(?:i|b|em|sc|scp|sub|sup|span|(?:jats|mml):[\w-]+)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
BEFORE_RECORD = re.compile(r"\s*[\[,]?\s*")


def read(text: str) -> tuple[list[Record], list[Fault]]:
    """Return the records of a file that holds one, or a list, and what is wrong with it."""
    try:
        found = list(_placed(text))
    except json.JSONDecodeError as error:
        said = error.msg[:1].lower() + error.msg[1:]
        return [], [(error.lineno, error.colno, f"This JSON can't be read: {said}.")]
    except RecursionError:
        return [], [(1, 1, "This JSON is nested too deep. Give the records alone.")]
    records, faults = [], []
    for line, col, data in found:
        if isinstance(data, dict) and {"type", "title", *csl.NAMES} & data.keys():
            records.append(record(data, line, col))
        else:
            message = "This is no record of CSL-JSON, which has 'type', 'title' and 'author'."
            faults.append((line, col, message))
    if not found:
        faults.append((1, 1, "There is no record here."))
    return records, faults


def _placed(text: str) -> Iterator[tuple[int, int, object]]:
    """Yield the records with their places; numbers are texts as they were written."""
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
    whole = decoder.decode(text)
    end = 0
    for _ in whole if isinstance(whole, list) else [whole]:
        match = BEFORE_RECORD.match(text, end)
        start = match.end() if match else end
        data, end = decoder.raw_decode(text, start)
        yield text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), data


def record(data: dict[str, object], line: int = 0, col: int = 0) -> Record:
    """Return one record of CSL-JSON in the fields of this handbook."""
    kind = _text(data.get("type"))
    texts: Texts = {"type": TYPES.get(kind, kind)}
    names: dict[str, Names] = {}
    left_out = []
    for given, value in data.items():
        name = FIELDS.get(given, given)
        if name in csl.NAMES:
            listed = value if isinstance(value, list) else [value]
            names[name] = [_person(person) for person in listed if person]
        elif name in csl.DATES:
            texts[name] = dates.edtf(value)
        elif name in TAKEN:
            texts.setdefault(name, _text(value))
        elif given not in {"id", "type", "subtitle"} and value:
            left_out.append(given)
    texts["title"] = titled(texts.get("title", ""), _text(data.get("subtitle")))
    return Record(texts, names, _text(data.get("id")), line, col, tuple(left_out))


def _text(value: object) -> str:
    """Return a text without markup, of a list the first, and of Crossref's event the name."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name")
    return html.unescape(TAG.sub("", value)) if isinstance(value, str) else ""


def _person(person: object) -> dict[str, str]:
    if not isinstance(person, dict):
        return {"literal": _text(person)}
    parts = {part: _text(person.get(part)) for part in (*csl.NAME_PARTS, "ORCID")}
    parts["ORCID"] = alone(parts["ORCID"])
    # What Crossref calls an institution's name.
    parts["literal"] = parts["literal"] or _text(person.get("name"))
    return {part: text for part, text in parts.items() if text}

"""Identifiers of works and people: what is wrong with one, and how two are compared.

python-stdnum knows the check digits.
Form and range are stricter here: it takes an ISBN of nine digits, any dash, and every ISNI.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from stdnum import isbn, isni, issn

from handbook.references import dates

# What people copy with an identifier.
BEFORE = re.compile(
    r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org|arxiv\.org/(?:abs|pdf|html)|orcid\.org)/"
    r"|(?:doi|isbn(?:-1[03])?|issn|arxiv|orcid)[\s:]+(?=[\da-z])",
    re.IGNORECASE,
)
# https://www.crossref.org/blog/dois-and-matching-regular-expressions/, with any sign in the suffix.
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s–—]+", re.ASCII)
# Crossref registers nothing under this prefix; ACM's library shows it for works of others.
TEST_PREFIX = "10.5555/"
ISBN = re.compile(r"(?:97[89]-?)?(?:\d-?){9}[\dX]", re.ASCII)
ISSN = re.compile(r"\d{4}-\d{3}[\dX]", re.ASCII)
# https://info.arxiv.org/help/arxiv_identifier.html
ARXIV = re.compile(
    r"(?:[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/(?P<old>\d{4})\d{3}"
    r"|(?P<new>\d{4})\.(?P<number>\d{4,5}))(?:v[1-9]\d*)?",
    re.ASCII,
)
OLDEST, LAST_OLD, FIRST_LONG = "199108", "200703", "201501"
ORCID = re.compile(r"(?:\d{4}-){3}\d{3}[\dX]", re.ASCII)
# The ISNIs that are ORCID's:
# https://support.orcid.org/hc/en-us/articles/360006897674-Structure-of-the-ORCID-Identifier
ORCIDS = (
    ("0000-0001-5000-0007", "0000-0003-5000-0001"),
    ("0009-0000-0000-0000", "0009-0010-0000-0000"),
)
WRONG_DIGIT = "whose check digit is wrong. Copy it from the work again."


def wrong(field: str, text: str) -> str:
    """Say what is wrong with the identifier in a field of `KINDS`, or nothing."""
    kind = KINDS[field]
    if (bare := alone(text)) != text:
        return f"which has more than the identifier. Write '{bare}'."
    if not kind.form.fullmatch(text):
        return f"which is not {kind.name}. Write it as {kind.example}."
    return kind.further(text)


def alone(text: str) -> str:
    """Return an identifier without what people copy with it."""
    while before := BEFORE.match(text):
        text = text[before.end() :]
    return text


def decoded(doi: str) -> str:
    """Return a DOI as its registrar has it, of one copied out of an address or out of HTML."""
    return unquote(html.unescape(doi))


def same_arxiv(text: str) -> str:
    """Return an arXiv id without its version, so that two of one work are equal."""
    return re.sub(r"v\d+$", "", text)


def same_isbn(text: str) -> str:
    """Return an ISBN as 13 digits, so that two of one book are equal; a wrong one as it is."""
    return isbn.compact(text, convert=True) if isbn.is_valid(text) else text


def _doi(text: str) -> str:
    if (plain := decoded(text)) != text:
        return f"which is encoded. Write '{plain}'."
    end = text.rstrip(".,;:…")
    if text.endswith(")") and text.count(")") > text.count("("):
        end = text[:-1]
    if end != text:
        return f"with '{text[len(end) :]}' at its end. Write '{end}'."
    if text.startswith(TEST_PREFIX):
        return f"which leads nowhere: {TEST_PREFIX} is for tests. Write the publisher's DOI."
    return ""


def _arxiv(text: str) -> str:
    match = ARXIV.fullmatch(text)
    old = match["old"] if match else None
    short = old or (match["new"] if match else "")
    month = ("19" if old and short[0] == "9" else "20") + short
    if not "01" <= month[4:] <= "12":
        return f"which does not exist: there is no month {month[4:]}."
    if old:
        right = OLDEST <= month <= LAST_OLD
        return "" if right else "in a form that was used from 9108 to 0703 alone."
    if month <= LAST_OLD:
        return "in a form that is used from 0704 on."
    if dates.in_future(f"{month[:4]}-{month[4:]}"):
        return "of a month that is still to come."
    number = match["number"] if match else ""
    digits = 5 if month >= FIRST_LONG else 4
    if len(number) != digits or not int(number):
        return f"which does not exist: the ids of that month have {digits} digits, from 1 on."
    return ""


def _orcid(text: str) -> str:
    if not isni.is_valid(text):
        return WRONG_DIGIT
    within = any(first <= text <= last for first, last in ORCIDS)
    return "" if within else "which is an ISNI, outside the numbers of ORCID."


@dataclass(frozen=True)
class Kind:
    """A kind of identifier: its form, an example, and what else can be wrong with one."""

    name: str
    form: re.Pattern[str]
    example: str
    further: Callable[[str], str]


KINDS = {
    "DOI": Kind("a DOI", DOI, "10.1145/3290605.3300233", _doi),
    "ISBN": Kind(
        "an ISBN",
        ISBN,
        "9780262035613, with 13 digits or 10",
        lambda text: "" if isbn.is_valid(text) else WRONG_DIGIT,
    ),
    "ISSN": Kind(
        "an ISSN", ISSN, "0003-1305", lambda text: "" if issn.is_valid(text) else WRONG_DIGIT
    ),
    "arxiv": Kind("an arXiv id", ARXIV, "1706.03762 or hep-th/9901001", _arxiv),
    "ORCID": Kind("an ORCID iD", ORCID, "0000-0002-1825-0097", _orcid),
}

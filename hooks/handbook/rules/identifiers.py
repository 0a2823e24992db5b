"""Rules on the identifiers of an entry: there where the work has one, well formed, in agreement."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from handbook.files.yamltext import Mapping, Text
from handbook.problem import Found
from handbook.references import csl
from handbook.references.bibliography import people
from handbook.references.identifier import same_arxiv, wrong

RULES = {
    "R208": """A work has the identifier that works of its type have.
Why: an address dies, an identifier finds the work again.
Fix: look the work up at its registrar and add what you find; never guess one.
If the work has none, or you could not see it, silence the rule and say which.""",
    "R209": """A DOI is well formed, and stands without an address around it.
Why: anything more or less leads nowhere.
Fix: copy it from the work's page; it begins with '10.' and ends without a full stop.""",
    "R210": """An ISBN has 10 or 13 digits, of which the last is right.
Why: the check digit shows a slip in any other.
Fix: copy it from the work's imprint.""",
    "R211": """An ISSN has eight digits, of which the last is right.
Why: the check digit shows a slip in any other.
Fix: copy it from the journal's imprint.""",
    "R212": """An arXiv id is one that arXiv gave.
Why: a month or a number of digits that never was is a slip.
Fix: copy it from the address of the abstract.""",
    "R213": """An ORCID iD is one that ORCID gave.
Why: another one names another person.
Fix: copy it from the person's page at orcid.org.""",
    "R214": """The identifiers and the address of an entry lead to one work.
Why: of two that disagree a reader can't tell which is meant.
Fix: open both, and keep the right one; a DOI is not repeated as a URL.""",
}
FIELDS = {"DOI": "R209", "ISBN": "R210", "ISSN": "R211", "arxiv": "R212"}
# What works of a type have; "a|b" asks for one of two.
IDENTIFIED = {
    "article": "DOI|arxiv",
    "article-journal": "DOI",
    "book": "DOI|ISBN",
}
DOI_ADDRESS = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(?P<doi>.+)", re.IGNORECASE)
DOI_INSIDE = re.compile(r"[/=](?P<doi>10\.\d{4,9}/[^?#]+)")
ARXIV_ADDRESS = re.compile(
    r"https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/(?P<arxiv>[^?#]+?)(?:\.pdf)?/?"
)
ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(?P<arxiv>.+)", re.IGNORECASE)


def check(entry: Mapping) -> Iterator[Found]:
    """Yield the problems of an entry's identifiers."""
    kind = entry.text("type")
    needed = IDENTIFIED.get(kind, "").split("|")
    # An entry without any is reported as R201.
    if needed[0] and entry.get("URL") and not any(entry.get(name) for name in needed):
        message = f"'{entry.text('id')}' is of type {kind} and has no {' or '.join(needed)}"
        yield entry.line, entry.col, "R208", f"{message}. Look it up, and never guess it."
    for name, rule in FIELDS.items():
        yield from _form(entry, name, rule)
    for person in people(entry, *csl.NAMES):
        yield from _form(person, "ORCID", "R213")
    yield from _agreement(entry)


def _form(holder: Mapping, name: str, rule: str) -> Iterator[Found]:
    text = holder.get(name)
    if isinstance(text, Text) and text and (said := wrong(name, text)):
        yield text.line, text.col, rule, f"'{name}' is '{text}', {said}"


def _agreement(entry: Mapping) -> Iterator[Found]:
    for name, message in (*_dois(entry), *_arxiv_ids(entry)):
        yield *entry.place(name), "R214", message


def _dois(entry: Mapping) -> Iterator[tuple[str, str]]:
    doi, url = entry.text("DOI"), unquote(entry.text("URL"))
    address = DOI_ADDRESS.fullmatch(url)
    match = address or DOI_INSIDE.search(url)
    if address and not doi:
        yield "URL", f"'URL' leads to a DOI. Write 'DOI: {address['doi']}' instead."
    elif address and address["doi"].casefold() == doi.casefold():
        yield "URL", "'URL' repeats the DOI. Take it out."
    # What follows a DOI in an address may be more of the path: '/full', '.pdf'.
    elif match and doi and not match["doi"].casefold().startswith(doi.casefold()):
        message = f"'URL' leads to the DOI '{match['doi']}', but 'DOI' is '{doi}'."
        yield "URL", f"{message} Keep the right one."


def _arxiv_ids(entry: Mapping) -> Iterator[tuple[str, str]]:
    arxiv, url = entry.text("arxiv"), ARXIV_ADDRESS.fullmatch(entry.text("URL"))
    for name, match in (("URL", url), ("DOI", ARXIV_DOI.fullmatch(entry.text("DOI")))):
        if match and not arxiv:
            yield name, f"'{name}' leads to arXiv. Add 'arxiv: {match['arxiv']}'."
        elif match and same_arxiv(match["arxiv"]) != same_arxiv(arxiv):
            message = f"'{name}' leads to arXiv's '{match['arxiv']}', but 'arxiv' is '{arxiv}'."
            yield name, f"{message} Keep the right one."

"""A work as its source records it, and the entry that comes of it."""

import re
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import unquote

from handbook.files.yamltext import Mapping, Sequence, Text
from handbook.references.identifier import KINDS, alone, decoded
from handbook.rules.fields import INVISIBLE, WORDS, bare
from handbook.rules.identifiers import ARXIV_ADDRESS, ARXIV_DOI, DOI_ADDRESS
from handbook.rules.preprints import ADDRESS, differences, repeated

Texts = dict[str, str]
Names = list[dict[str, str]]
DROPPED = re.compile(f"[{INVISIBLE}\ud800-\udfff]")
BETWEEN_IDENTIFIERS = re.compile(r"[\s,;]+")
# A DOI may have these signs inside, and another one begins with its prefix.
BETWEEN_DOIS = re.compile(r"[,;]?\s+|[,;](?=10\.)")


@dataclass(frozen=True)
class Record:
    """Texts and names by this handbook's fields, and the place in a file, line 0 when in none.

    `key` is the source's own; `left_out` names what has no field here.
    """

    texts: Texts
    names: dict[str, Names]
    key: str = ""
    line: int = 0
    col: int = 0
    left_out: tuple[str, ...] = ()


def as_entry(record: Record) -> Mapping:
    """Return an entry with the texts in the forms that the rules ask for, as far as that is safe.

    Nobody has yet read in the work what a page will cite it for.
    """
    texts = defaultdict(str, {name: clean(text) for name, text in record.texts.items()})
    texts["DOI"] = decoded(texts["DOI"])
    for name in ("DOI", "ISBN", "ISSN", "arxiv"):
        texts[name] = _first(name, texts[name])
    for name in WORDS:
        texts[name] = bare(name, texts[name])
    _settle(texts)
    texts |= differences(texts)
    if texts["type"].startswith("article-"):
        # A reference to a periodical names no publisher.
        texts |= {"publisher": "", "publisher-place": ""}
    texts |= {"id": record.key, "supports_seen": "false"}
    entry = Mapping({name: Text(text) for name, text in texts.items() if text})
    entry |= {role: _listed(names) for role, names in record.names.items() if names}
    return entry


def titled(title: str, subtitle: str) -> str:
    """Return title and subtitle as one."""
    if not subtitle or subtitle in title:
        return title
    colon = "" if title.endswith(("?", "!", ":")) else ":"
    return f"{title}{colon} {subtitle}" if title else subtitle


def clean(text: str) -> str:
    """Return a text in one line, without signs that control a machine or that nobody sees."""
    return DROPPED.sub("", " ".join(text.split()))


def _listed(names: Names) -> Sequence:
    return Sequence(
        Mapping({part: Text(text) for part, given in person.items() if (text := clean(given))})
        for person in names
    )


def _first(name: str, text: str) -> str:
    """Return an identifier, of several the first: a journal has one on paper and one on the web."""
    between = BETWEEN_DOIS if name == "DOI" else BETWEEN_IDENTIFIERS
    found = [alone(part) for part in between.split(alone(text))]
    return next((part for part in found if KINDS[name].form.fullmatch(part)), alone(text))


def _settle(texts: defaultdict[str, str]) -> None:
    """Put DOI and arXiv id where they belong, and take out what repeats one of them.

    What has no DOI has the address at arXiv.
    """
    url = unquote(texts["URL"])
    if match := DOI_ADDRESS.fullmatch(url):
        texts["DOI"] = texts["DOI"] or match["doi"]
        if texts["DOI"].casefold() == match["doi"].casefold():
            texts["URL"] = ""
    if match := ARXIV_ADDRESS.fullmatch(url):
        texts["arxiv"] = texts["arxiv"] or match["arxiv"]
        texts["URL"] = ADDRESS + match["arxiv"]
    if match := ARXIV_DOI.fullmatch(texts["DOI"]):
        texts["arxiv"] = texts["arxiv"] or match["arxiv"].lower()
        texts["DOI"] = ""
    if texts["arxiv"] and not texts["DOI"]:
        texts["URL"] = texts["URL"] or ADDRESS + texts["arxiv"]
    texts |= repeated(texts)

"""The bibliography as BibTeX, in UTF-8: one entry for each work, whatever its fields hold."""

import re
from collections.abc import Iterator

from handbook.references.bibliography import Reference, people_of
from handbook.references.name import Name

TYPES = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
# What BibTeX calls the larger work and the publisher, where the type calls them otherwise.
CONTAINER = {"article": "journal", "misc": "howpublished"}
PUBLISHER = {"phdthesis": "school", "techreport": "institution"}
# Braces by name, because BibTeX counts those that a backslash escapes.
ESCAPES = {
    **{sign: f"\\{sign}" for sign in "#$%&_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
ADDRESS_SIGNS = {"\\": "%5C", "{": "%7B", "}": "%7D"}
NOT_IN_A_KEY = re.compile(r"[^\w:.+/-]")


def text(references: dict[str, Reference]) -> str:
    """Return the works as a BibTeX file."""
    return "\n".join(map(_entry, references.values()))


def _entry(work: Reference) -> str:
    kind = TYPES.get(work.type, "misc")
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work, kind) if value)
    return f"@{kind}{{{NOT_IN_A_KEY.sub('-', work.id)},\n{fields}}}\n"


def _fields(work: Reference, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the names of fields and their values."""
    year, month = [*work.get("issued").partition("/")[0].split("-"), ""][:2]
    number, in_series = work.get("number"), work.get("collection-number")
    yield "author", _people(work.authors, complete=work.complete)
    yield "editor", _people(work.editors)
    yield "translator", _people(people_of(work, "translator"))
    yield "title", _title(work.get("title"))
    yield CONTAINER.get(kind, "booktitle"), _escaped(work.get("container-title"))
    yield "series", _escaped(work.get("collection-title"))
    yield "type", _escaped(work.get("genre"))
    yield PUBLISHER.get(kind, "publisher"), _escaped(work.get("publisher"))
    yield "year", _escaped(year)
    yield "month", _escaped(month.removeprefix("0"))
    yield "volume", _escaped(work.get("volume"))
    yield "number", _escaped(work.get("issue") if kind == "article" else number or in_series)
    yield "eid", _escaped(number if kind == "article" else "")
    yield "pages", re.sub("[-–]+", "--", _escaped(work.get("page")))
    yield "edition", _escaped(work.get("edition"))
    yield "version", _escaped(work.get("version"))
    yield "isbn", _escaped(work.get("ISBN"))
    yield "eprint", _escaped(work.get("arxiv"))
    yield "archiveprefix", "arXiv" if work.get("arxiv") else ""
    yield "doi", _address(work.get("DOI"))
    yield "url", _address(work.get("URL"))


def _title(title: str) -> str:
    """Return a title in which braces keep the capitals, which BibTeX's styles make small."""
    first, *others = title.split(" ")
    words = [(first, first[1:]), *((word, word) for word in others)]
    return " ".join(
        f"{{{_escaped(word)}}}" if any(map(str.isupper, part)) else _escaped(word)
        for word, part in words
    )


def _people(names: tuple[Name, ...], *, complete: bool = True) -> str:
    others = [] if complete else ["others"]
    return " and ".join([*map(_person, names), *others])


def _person(name: Name) -> str:
    """Return "van Gogh, Vincent", "Daumé, III, Hal", or an institution in braces."""
    if name.literal or not name.family:
        return f"{{{_escaped(name.literal or name.given)}}}"
    given = f"{name.given} {name.dropped_particle}".strip()
    parts = (_escaped(part) for part in (name.short, name.suffix, given) if part)
    return ", ".join(f"{{{part}}}" if re.search(r"\band\b|,", part) else part for part in parts)


def _escaped(value: str) -> str:
    return "".join(ESCAPES.get(sign, sign) for sign in value)


def _address(value: str) -> str:
    """Return an address, which BibTeX takes as it is but for braces and backslashes."""
    return "".join(ADDRESS_SIGNS.get(sign, sign) for sign in value)

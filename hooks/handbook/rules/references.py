"""Rules on the entries of the bibliography."""

import re
from collections.abc import Iterator

from handbook.bibliography_page import CSL
from handbook.book import Book
from handbook.dates import not_a_date
from handbook.problem import Problem, did_you_mean, nearest
from handbook.yamltext import Mapping, Sequence, Text, Value

RULES = {
    "R201": "An entry has what its type needs, and a DOI, an ISBN or a URL.",
    "R202": "An id stands once.",
    "R203": "A type is one of the Citation Style Language that this handbook uses.",
    "R204": "Nothing in an entry is a placeholder.",
    "R205": "A field has the form that the Citation Style Language asks for.",
    "R206": "An entry has only known fields.",
    "R207": "The bibliography is a list of entries.",
}

# What must be there besides id, type and title, by type; "a|b" asks for one of two.
NEEDED = {
    "article": ("author", "issued", "URL"),
    "article-journal": ("author", "issued", "container-title"),
    "book": ("author|editor", "issued", "publisher"),
    "chapter": ("author", "issued", "container-title"),
    "legislation": ("issued", "URL"),
    "paper-conference": ("author", "issued", "container-title"),
    "report": ("author", "issued"),
    "speech": ("author", "issued"),
    "standard": ("author", "issued"),
    "thesis": ("author", "issued", "publisher"),
    "webpage": ("author", "issued", "URL"),
}
# Fields of this handbook's own: how far an entry was verified, and what it may be cited for.
OWN = (
    "arxiv",
    "author_complete",
    "supports",
    "supports_seen",
    "topics",
    "verification",
    "verified_at",
)
IDENTIFIERS = ("DOI", "ISBN", "URL")
LISTS = {"author", "editor", "topics"}
PLACEHOLDER = re.compile(
    r"@@\w+@@|\b(?:TODO|FIXME|XXX|TBD)\b|\{\{[^{}]*\}\}|\blorem ipsum\b", re.IGNORECASE
)


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each entry."""
    src_uri = book.settings.bibliography.relative_to(book.settings.docs).as_posix()
    first: dict[str, Mapping] = {}
    for entry in book.bibliography.entries:
        for line, col, rule, message in _entry(entry):
            yield Problem(src_uri, line, col, rule, message)
        ident = entry.text("id")
        other = first.setdefault(ident, entry) if ident else entry
        if other is not entry:
            line, col = entry.place("id")
            message = f"The id '{ident}' is that of the entry at line {other.line} too. Change one."
            yield Problem(src_uri, line, col, "R202", message)


Found = tuple[int, int, str, str]


def _entry(entry: Mapping) -> Iterator[Found]:
    known, meant = {*CSL, *OWN}, set()
    for name in entry:
        if name not in known:
            free = known - set(entry)
            meant.add(nearest(name, free))
            message = f"'{name}' is not a known field.{did_you_mean(name, free)}"
            yield *entry.place(name), "R206", message
    yield from _missing(entry, meant)
    yield from _forms(entry)
    for text in _texts(entry):
        if match := PLACEHOLDER.search(text):
            message = (
                f"'{match[0]}' is a placeholder. Write what it stands for, or take the entry out."
            )
            yield text.line, text.col + match.start(), "R204", message


def _missing(entry: Mapping, meant: set[str]) -> Iterator[Found]:
    """Yield what an entry lacks, but for the fields that were meant and misspelt."""
    ident, kind = entry.text("id"), entry.text("type")
    named = f"'{ident}'" if ident else "This entry"
    for name in ("id", "type", "title"):
        if not entry.get(name) and name not in meant:
            yield entry.line, entry.col, "R201", f"{named} has no {name}. Add it."
    if kind and kind not in NEEDED:
        message = f"'{kind}' is not a type used here.{did_you_mean(kind, NEEDED)}"
        message += f" Types: {', '.join(NEEDED)}."
        yield *entry.place("type"), "R203", message
    for name in NEEDED.get(kind, ()):
        if not any(entry.get(option) or option in meant for option in name.split("|")):
            needed = name.replace("|", " or ")
            yield entry.line, entry.col, "R201", f"{named} is of type {kind} and has no {needed}."
    if not any(entry.get(name) or name in meant for name in IDENTIFIERS):
        yield entry.line, entry.col, "R201", f"{named} has no DOI, ISBN or URL. Add the one it has."


def _forms(entry: Mapping) -> Iterator[Found]:
    for name, value in entry.items():
        line, col = entry.place(name)
        if name in LISTS and not isinstance(value, Sequence):
            yield line, col, "R205", f"'{name}' must be a list."
        elif name not in LISTS and not isinstance(value, Text):
            yield line, col, "R205", f"'{name}' must be a text."
    for role in ("author", "editor"):
        people = entry.get(role)
        for person in people if isinstance(people, Sequence) else ():
            if not isinstance(person, Mapping) or not {"family", "literal"} & set(person):
                message = "A name must have 'family' and 'given', or 'literal' for an institution."
                yield person.line, person.col, "R205", message
    issued = entry.get("issued")
    if isinstance(issued, Text) and (wrong := not_a_date(issued)):
        yield issued.line, issued.col, "R205", f"'issued' is '{issued}', {wrong}"


def _texts(value: Value) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
        return
    for child in value.values() if isinstance(value, Mapping) else value:
        yield from _texts(child)

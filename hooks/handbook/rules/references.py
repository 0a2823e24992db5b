"""Rules on the entries of the bibliography: what each must have, and in which form."""

import re
from collections.abc import Iterator

from handbook.files.yamltext import Mapping, Sequence, Text, Value
from handbook.problem import Found, did_you_mean, nearest
from handbook.references import csl
from handbook.references.bibliography import FIELDS
from handbook.references.dates import not_a_date
from handbook.references.layout import BOOLEANS

RULES = {
    "R201": """An entry has what its type needs, and a DOI, an ISBN or a URL.
Why: a reader finds a work by who, when and where, and checks it at an address.
Fix: add the field that the message names.""",
    "R203": """A type is one of the Citation Style Language that this handbook uses.
Why: other programs read the file, and what an entry must have depends on its type.
Fix: write one of the types in the message.""",
    "R204": """Nothing in an entry is a placeholder.
Why: a reader would see it.
Fix: write what it stands for, or take the entry out.""",
    "R205": """A field has the form that the Citation Style Language asks for.
Why: other programs read the file.
Fix: write it as the message says.""",
    "R206": """An entry has only known fields.
Why: a misspelt field is not shown.
Fix: write the field that was meant, or take it out.""",
    "R207": """The bibliography is a list of entries.
Why: nothing else can be cited.
Fix: begin each entry with '- id:'.""",
}

# What must be there besides id, type and title, by type; "a|b" asks for one of two.
# A page or a program that goes on changing may lack a date, but then says when it was read.
NEEDED = {
    "article": ("author", "issued", "URL|DOI"),
    "article-journal": ("author", "issued", "container-title"),
    "article-magazine": ("author", "issued", "container-title"),
    "article-newspaper": ("issued", "container-title"),
    "book": ("author|editor", "issued", "publisher"),
    "chapter": ("author", "issued", "container-title"),
    "dataset": ("author", "issued|accessed"),
    "entry-encyclopedia": ("issued|accessed", "container-title"),
    "legislation": ("issued", "URL"),
    "motion_picture": ("author|director", "issued"),
    "paper-conference": ("author", "issued", "container-title"),
    "patent": ("author", "issued", "number"),
    "post-weblog": ("author", "issued", "URL"),
    "report": ("author", "issued"),
    "software": ("author", "issued|accessed", "URL|DOI"),
    "speech": ("author", "issued"),
    "standard": ("author", "issued", "number"),
    "thesis": ("author", "issued", "publisher"),
    "webpage": ("author", "issued|accessed", "URL"),
}
IDENTIFIERS = ("DOI", "ISBN", "URL")
# What BibTeX calls a field whose name here is not near to that.
BIBTEX = {
    **dict.fromkeys(("booktitle", "journal", "journaltitle"), "container-title"),
    **dict.fromkeys(("date", "year"), "issued"),
    **dict.fromkeys(("institution", "organization", "school"), "publisher"),
    **dict.fromkeys(("address", "location"), "publisher-place"),
    "eprint": "arxiv",
    "series": "collection-title",
    "urldate": "accessed",
}
LISTS = {*csl.NAMES, "contradicts", "topics"}
PARTS = (*csl.NAME_PARTS, "ORCID")
PLACEHOLDER = re.compile(
    r"@@\w+@@|\b(?:TODO|FIXME|XXX|TBD)\b|\{\{[^{}]*\}\}|\blorem ipsum\b", re.IGNORECASE
)
# Titles of pages that were shown instead of the work, most as Wikipedia's CS1 knows them.
NO_TITLE = re.compile(
    r"""
    \W* (?: access\sdenied | just\sa\smoment | no\stitle | unknown | untitled
          | wayback\smachine ) \W*\Z
  | (?:error\s)? 40[34] \b | attention\srequired!
  | .* (?: are\syou\sa\srobot | internet\sarchive\swayback\smachine | page\snot\sfound
         | redirecting\.\.\. | subscribe\sto\sread | usurped\stitle | website\sis\sfor\ssale )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def check(entry: Mapping) -> Iterator[Found]:
    """Yield the problems of an entry's fields."""
    known, meant = set(FIELDS), set()
    for name in entry:
        if name not in known:
            free = known - set(entry)
            named = BIBTEX.get(name.casefold(), name)
            meant.add(nearest(named, free))
            message = f"'{name}' is not a known field.{did_you_mean(named, free)}"
            yield *entry.place(name), "R206", message
    yield from _missing(entry, meant)
    yield from _forms(entry)
    for text in texts(entry):
        match = PLACEHOLDER.search(text)
        if match or (text is entry.get("title") and NO_TITLE.match(text)):
            written, start = (match[0], match.start()) if match else (text, 0)
            message = (
                f"'{written}' is a placeholder. Write what it stands for, or take the entry out."
            )
            yield text.line, text.col + start, "R204", message


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
        elif name not in {*LISTS, "silence"} and not isinstance(value, Text):
            yield line, col, "R205", f"'{name}' must be a text."
        elif name in csl.NAMES and isinstance(value, Sequence):
            for person in value:
                yield from _name(person)
        elif name in BOOLEANS and value not in {"true", "false"}:
            message = f"'{name}' is '{value}', and must be true or false."
            yield value.line, value.col, "R205", message
        elif name in csl.DATES and value and (wrong := not_a_date(str(value), ranged=True)):
            yield value.line, value.col, "R205", f"'{name}' is '{value}', {wrong}"


def _name(person: Value) -> Iterator[Found]:
    if not isinstance(person, Mapping) or not (person.get("family") or person.get("literal")):
        message = "A name must have 'family' and 'given', or 'literal' for an institution."
        yield person.line, person.col, "R205", message
        return
    for part, value in person.items():
        if part not in PARTS:
            free = set(PARTS) - set(person)
            message = f"'{part}' is not a part of a name.{did_you_mean(part, free)}"
            yield *person.place(part), "R206", message
        elif not isinstance(value, Text):
            yield *person.place(part), "R205", f"'{part}' must be a text."
    if person.get("family") and person.get("literal"):
        message = "A name has 'family' or 'literal', not both. Keep the one that is right."
        yield *person.place("literal"), "R205", message


def texts(value: Value) -> Iterator[Text]:
    """Yield all texts in a value, but for keys."""
    if isinstance(value, Text):
        yield value
        return
    for child in value.values() if isinstance(value, Mapping) else value:
        yield from texts(child)

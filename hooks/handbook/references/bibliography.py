"""The bibliography: CSL-YAML read into references, each with its place in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from handbook.files.filetext import decode
from handbook.files.yamltext import Mapping, Sequence, Value
from handbook.files.yamltext import load as load_yaml
from handbook.problem import Problem
from handbook.references import author_year, csl, name
from handbook.references.name import Name

MAX_BYTES = 5_000_000
# Where an entry begins in the layout of the file.
ENTRY = re.compile(r"^(?=- )", re.MULTILINE)
# Fields of this handbook's own: what a work may be cited for, how strong it is as evidence, how far
# an entry was verified, whether all authors are listed, and which rules it is excused from.
OWN = (
    *("topics", "supports", "supports_seen", "strength", "contradicts"),
    *("verification", "verified_at", "author_complete", "silence"),
)
# Every field of an entry, in the order in which the file has them.
FIELDS = (
    *("id", "type", *csl.NAMES, *csl.TEXTS, *csl.DATES),
    *("DOI", "ISBN", "ISSN", "PMID", "PMCID", "arxiv", "URL", *OWN),
)


@dataclass(frozen=True)
class Reference:
    """A cited work; `fields` holds its CSL variables as text.

    `letter` tells 2013a from 2013b, and `shown` is how many authors stand before "et al.".
    """

    id: str
    type: str
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    fields: Mapping = field(hash=False)
    letter: str = ""
    shown: int = 1

    def get(self, name: str) -> str:
        """Return a field's text on one line, or nothing."""
        return " ".join(self.fields.text(name).split())

    @cached_property
    def author(self) -> str:
        """The authors as they stand in the text: "Breck et al."."""
        return author_year.listed_under(self)

    @cached_property
    def year(self) -> str:
        """The year of issue with its letter, or "n.d."."""
        return author_year.year(self)

    @property
    def names(self) -> tuple[Name, ...]:
        """Those under whom the work is listed: its authors, or else its editors."""
        return self.authors or self.editors

    @property
    def complete(self) -> bool:
        """False when the entry says that it lists only the first authors."""
        return self.get("author_complete") != "false"


@dataclass(frozen=True)
class Bibliography:
    """All references by id, in the order of lists, the entries as written, and the problems met.

    `text` is that of the file, and empty when not all of it could be read. `unread` is that of the
    file, too, when an entry in it may be one that nobody knows of.
    """

    references: dict[str, Reference]
    entries: tuple[Mapping, ...] = ()
    problems: tuple[Problem, ...] = ()
    src_uri: str = ""
    text: str = ""
    unread: str = ""

    def lacks(self, key: str) -> bool:
        """Tell a key that no entry has, not even one that could not be read."""
        return key not in self.references and key not in self.unread

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each reference in lists."""
        return {ident: place for place, ident in enumerate(self.references)}


def load(path: Path, docs: Path) -> Bibliography:
    """Read a bibliography file; a missing one is empty."""
    src_uri = path.relative_to(docs).as_posix()
    if not path.is_file():
        return Bibliography({}, src_uri=src_uri)
    stat = path.stat()
    return _load(path, src_uri, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=8)
def _load(path: Path, src_uri: str, _changed: int, _size: int) -> Bibliography:
    problems: list[Problem] = []
    data = path.read_bytes()
    text = decode(src_uri, data, problems, MAX_BYTES)
    if text is None:
        unread = data.decode("utf-8", "replace")
        return Bibliography({}, (), tuple(problems), src_uri, unread=unread)
    read = parse(text, src_uri)
    return replace(read, problems=(*problems, *read.problems))


def parse(text: str, src_uri: str) -> Bibliography:
    """Read the text of a bibliography: a list of entries, each a mapping with an id."""
    value, problems = _value(text, src_uri)
    if value is not None and not isinstance(value, Sequence):
        message = "The bibliography must be a list of entries, each beginning with '- id:'."
        problems.append(Problem(src_uri, 1, 1, "R207", message))
        return Bibliography({}, (), tuple(problems), src_uri, unread=text)
    entries = []
    for entry in value or ():
        if isinstance(entry, Mapping):
            entries.append(entry)
        else:
            message = "An entry must be a mapping that begins with 'id:'."
            problems.append(Problem(src_uri, entry.line, entry.col, "R207", message))
    references = {ref.id: ref for ref in map(_reference, entries) if ref.id}
    told_apart = author_year.told_apart(references.values())
    whole = "" if problems else text
    unread = text if problems or not all(entry.text("id") for entry in entries) else ""
    return Bibliography(told_apart, tuple(entries), tuple(problems), src_uri, whole, unread)


def _value(text: str, src_uri: str) -> tuple[Value | None, list[Problem]]:
    """Return the value of a bibliography and its problems; a slip in an entry is one of it alone.

    Offsets in a text of which not all can be read are those in an entry.
    """
    value, problems = load_yaml(text, src_uri)
    if value is not None or not problems:
        return value, problems
    found, faults, line = Sequence(), list[Problem](), 1
    for piece in ENTRY.split(text):
        part, more = load_yaml(piece, src_uri, line)
        found += part if isinstance(part, Sequence) else ()
        faults += more
        line += piece.count("\n")
    # Where each part can be read for itself, what is wrong is how they go together.
    return found, faults or problems


def _reference(entry: Mapping) -> Reference:
    authors, editors = (_names(entry, role) for role in ("author", "editor"))
    return Reference(entry.text("id"), entry.text("type"), authors, editors, entry)


def people_of(work: Reference, role: str) -> tuple[Name, ...]:
    """Return the names that a work has in some role."""
    return _names(work.fields, role)


def _names(entry: Mapping, role: str) -> tuple[Name, ...]:
    return tuple(name.read(person) for person in people(entry, role))


def people(entry: Mapping, *roles: str) -> Iterator[Mapping]:
    """Yield the names that an entry has in some roles, as written."""
    for role in roles:
        listed = entry.get(role)
        if isinstance(listed, Sequence):
            yield from (person for person in listed if isinstance(person, Mapping))

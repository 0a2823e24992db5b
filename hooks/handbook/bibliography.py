"""The bibliography: CSL-YAML read into references, each with its place in the file."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from handbook import csl, dates
from handbook.filetext import decode
from handbook.problem import Problem
from handbook.yamltext import Mapping, Sequence
from handbook.yamltext import load as load_yaml

MAX_BYTES = 5_000_000
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
# A name's part -> its field here.
PARTS = {
    "family": "family",
    "given": "given",
    "literal": "literal",
    "non-dropping-particle": "particle",
    "dropping-particle": "dropped_particle",
    "suffix": "suffix",
}


@dataclass(frozen=True)
class Name:
    """A person, or an institution whose name is `literal`.

    `particle` belongs to the family name ("van der Waals"), `dropped_particle` to the given one.
    """

    family: str = ""
    given: str = ""
    literal: str = ""
    particle: str = ""
    dropped_particle: str = ""
    suffix: str = ""

    @property
    def short(self) -> str:
        """The name as it stands in the text: "van der Waals", "World Health Organization"."""
        return self.literal or f"{self.particle} {self.family}".strip()


@dataclass(frozen=True)
class Reference:
    """A cited work; `fields` holds its CSL variables as text, `letter` tells 2013a from 2013b."""

    id: str
    type: str
    authors: tuple[Name, ...]
    fields: Mapping = field(hash=False)
    letter: str = ""

    def get(self, name: str) -> str:
        """Return a field's text, or nothing."""
        return self.fields.text(name)

    @property
    def year(self) -> str:
        """The year or years of issue with the letter, or "n.d."."""
        return (dates.years(self.get("issued")) or "n.d.") + self.letter

    @property
    def complete(self) -> bool:
        """False when the entry says that it lists only the first authors."""
        return self.get("author_complete") != "false"

    @property
    def author(self) -> str:
        """The authors as they stand in the text: "A", "A and B", "A et al."."""
        names = [name.short for name in self.authors] or [self.get("title")]
        if len(names) > 2 or not self.complete:
            return f"{names[0]} et al."
        return " and ".join(names)

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Authors, year, title: the order of every list of references."""
        return (self.author.casefold(), self.get("issued"), self.get("title").casefold())


@dataclass(frozen=True)
class Bibliography:
    """All references by id, in the order of lists, the entries as written, and the problems met.

    `text` is that of the file, and empty when not all of it could be read.
    """

    references: dict[str, Reference]
    entries: tuple[Mapping, ...] = ()
    problems: tuple[Problem, ...] = ()
    src_uri: str = ""
    text: str = ""


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
    text = decode(src_uri, path.read_bytes(), problems, MAX_BYTES)
    read = Bibliography({}, src_uri=src_uri) if text is None else parse(text, src_uri)
    return replace(read, problems=(*problems, *read.problems))


def parse(text: str, src_uri: str) -> Bibliography:
    """Read the text of a bibliography: a list of entries, each a mapping with an id."""
    value, problems = load_yaml(text, src_uri)
    if value is not None and not isinstance(value, Sequence):
        message = "The bibliography must be a list of entries, each beginning with '- id:'."
        problems.append(Problem(src_uri, 1, 1, "R207", message))
        return Bibliography({}, (), tuple(problems), src_uri)
    entries = []
    for entry in value or ():
        if isinstance(entry, Mapping):
            entries.append(entry)
        else:
            message = "An entry must be a mapping that begins with 'id:'."
            problems.append(Problem(src_uri, entry.line, entry.col, "R207", message))
    references = {ref.id: ref for ref in map(_reference, entries) if ref.id}
    whole = "" if problems else text
    return Bibliography(_lettered(references), tuple(entries), tuple(problems), src_uri, whole)


def _reference(entry: Mapping) -> Reference:
    persons = people(entry, "author" if entry.get("author") else "editor")
    names = (
        Name(**{name: person.text(part) for part, name in PARTS.items()}) for person in persons
    )
    return Reference(entry.text("id"), entry.text("type"), tuple(names), entry)


def people(entry: Mapping, *roles: str) -> Iterator[Mapping]:
    """Yield the names that an entry has in some roles, as written."""
    for role in roles:
        listed = entry.get(role)
        if isinstance(listed, Sequence):
            yield from (person for person in listed if isinstance(person, Mapping))


def _lettered(references: dict[str, Reference]) -> dict[str, Reference]:
    """Return the references in the order of lists, with a letter where author and year agree."""
    same: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for reference in sorted(references.values(), key=lambda ref: ref.sort_key):
        same[reference.author, reference.year].append(reference)
    ordered = {}
    for group in same.values():
        for index, ref in enumerate(group):
            letter = chr(ord("a") + index) if len(group) > 1 else ""
            ordered[ref.id] = replace(ref, letter=letter)
    return dict(sorted(ordered.items(), key=lambda pair: pair[1].sort_key))

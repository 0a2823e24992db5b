"""The snapshot: the registrars' records in a file beside the bibliography, sorted, a field a line.

- id: anscombe1973
  DOI: 10.1080/00031305.1973.10478966
  title: Graphs in Statistical Analysis
  author: Anscombe, F. J.
  years: ['1973']
  registrar: Crossref
  asked: '2026-11-24'
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from handbook.files.filetext import decode
from handbook.files.yamltext import Mapping, Sequence, Text
from handbook.files.yamltext import load as load_yaml
from handbook.files.yamlwriting import flow, scalar
from handbook.identity.record import SAME, Key, Record
from handbook.problem import Problem, did_you_mean
from handbook.references.bibliography import MAX_BYTES
from handbook.references.dates import not_a_date

SUFFIX = ".lock"
FIELDS = ("id", *SAME, "title", "others", "author", "years", "notice", "registrar", "asked")
LISTS = ("others", "years")
NEEDED = ("id", "registrar", "asked")
HEAD = "# Written by `handbook verify`: what the registrars say. Do not edit.\n"
AGAIN = "Take the record out, and run 'handbook verify'."


@dataclass(frozen=True)
class Snapshot:
    """The records by what they are found by, and the problems met; a faulty record is no record."""

    records: dict[Key, Record]
    problems: tuple[Problem, ...] = ()
    src_uri: str = ""


def load(bibliography: Path, docs: Path) -> Snapshot:
    """Read the snapshot of a bibliography; a missing one is empty."""
    path = bibliography.with_suffix(SUFFIX)
    src_uri = path.relative_to(docs).as_posix()
    if not path.is_file():
        return Snapshot({}, src_uri=src_uri)
    stat = path.stat()
    return _load(path, src_uri, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=8)
def _load(path: Path, src_uri: str, _changed: int, _size: int) -> Snapshot:
    problems: list[Problem] = []
    text = decode(src_uri, path.read_bytes(), problems, MAX_BYTES)
    read = Snapshot({}, src_uri=src_uri) if text is None else parse(text, src_uri)
    return replace(read, problems=(*problems, *read.problems))


def parse(text: str, src_uri: str) -> Snapshot:
    """Read the text of a snapshot: a list of records."""
    value, problems = load_yaml(text, src_uri)
    records: dict[Key, Record] = {}
    listed = value if isinstance(value, Sequence) else () if value is None else (value,)
    for given in listed:
        said = "" if isinstance(value, Sequence) else "The snapshot must be a list of records."
        line, col, said = (given.line, given.col, said) if said else _fault(given)
        if not said and isinstance(given, Mapping):
            record = _record(given)
            first = records.setdefault(record.key, record)
            if first != record:
                line, col = given.line, given.col
                said = f"'{record.ident}' stands at line {first.line} too."
        if said:
            problems.append(Problem(src_uri, line, col, "R915", f"{said} {AGAIN}"))
    return Snapshot(records, tuple(problems), src_uri)


def _fault(given: Mapping | Sequence | Text) -> tuple[int, int, str]:
    """Return where and what is wrong with a record, or nothing."""
    if not isinstance(given, Mapping):
        return given.line, given.col, "This is no record, which begins with 'id:'."
    for name, value in given.items():
        place = given.place(name)
        if name not in FIELDS:
            return *place, f"'{name}' is not a known field.{did_you_mean(name, FIELDS)}"
        listed = value if isinstance(value, Sequence) else (value,)
        if isinstance(value, Sequence) != (name in LISTS) or not all(
            isinstance(text, Text) for text in listed
        ):
            return *place, f"'{name}' must be a {'list of texts' if name in LISTS else 'text'}."
    missing = [name for name in NEEDED if not given.text(name)]
    if missing:
        return given.line, given.col, f"This record has no {missing[0]}."
    if sum(kind in given for kind in SAME) != 1:
        return given.line, given.col, "This record has not one identifier."
    wrong = not_a_date(given.text("asked"), whole=True)
    said = f"'asked' is '{given.text('asked')}', {wrong}" if wrong else ""
    return *given.place("asked"), said


def _record(given: Mapping) -> Record:
    kind = next(kind for kind in SAME if kind in given)
    lists = {name: tuple(map(str, given.get(name, ()))) for name in LISTS}
    return Record(
        id=given.text("id"),
        kind=kind,
        ident=given.text(kind),
        registrar=given.text("registrar"),
        asked=given.text("asked"),
        title=given.text("title"),
        author=given.text("author"),
        notice=given.text("notice"),
        line=given.line,
        **lists,
    )


def text(records: Iterable[Record]) -> str:
    """Return the text of a snapshot, sorted by entry and kind of identifier."""
    order = list(SAME)
    found = sorted(records, key=lambda one: (one.id, order.index(one.kind), one.ident))
    return "\n".join([HEAD, *("".join(_lines(record)) for record in found)])


def _lines(record: Record) -> Iterator[str]:
    texts = {"id": record.id, record.kind: record.ident, "title": record.title}
    texts |= {"author": record.author, "notice": record.notice}
    texts |= {"registrar": record.registrar, "asked": record.asked}
    lists = {"others": record.others, "years": record.years}
    begin = "- "
    for name in FIELDS:
        if texts.get(name):
            yield f"{begin}{name}: {scalar(texts[name])}\n"
        elif lists.get(name):
            yield f"{begin}{name}: {flow(Sequence(map(Text, lists[name])))}\n"
        begin = "  "

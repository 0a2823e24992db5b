"""A work is added to the bibliography: in its place, under its key, once, and judged."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.book import Book
from handbook.cite import source
from handbook.cite.client import Client
from handbook.cite.record import Record, as_entry
from handbook.cite.registrar import Registrars
from handbook.files.yamltext import Mapping, Text
from handbook.problem import Problem, UnusableError
from handbook.references.bibliography import parse
from handbook.references.key import derived
from handbook.references.layout import arranged
from handbook.references.title import has_headline_capitals
from handbook.rules import check
from handbook.rules.duplicates import repeated


@dataclass(frozen=True)
class Addition:
    """The text of the bibliography with new entries, these as they stand in it, their problems.

    `left_out` says, a line for each work, which fields of its source have none here.
    """

    text: str
    entries: tuple[Mapping, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]


def cite(book: Book, given: str, key: str = "", registrars: Registrars | None = None) -> Addition:
    """Return what a file or an identifier adds to the bibliography: all its works or none.

    `UnusableError` when one can't be read, is there already, or the bibliography can't be read.
    """
    if book.bibliography.problems and not book.bibliography.text:
        raise UnusableError("\n".join(map(str, book.bibliography.problems)))
    if named := source.identifier(given):
        # What is there already needs no registrar.
        known = Record({named[0]: named[1], "title": given, "type": "book"}, {})
        _refuse_repeated(book, [known], _entries(book, [known], key), given)
        records = [(registrars or Registrars(Client(book.settings.agent))).record(*named)]
    else:
        records = source.records(given)
    if key and len(records) > 1:
        message = f"--key is for one work, and '{given}' has {len(records)}. Leave it out."
        raise UnusableError(message)
    entries = _entries(book, records, key)
    _refuse_repeated(book, records, entries, given)
    left_out = [
        f"{_place(given, record)}left out {', '.join(record.left_out)}"
        for record in records
        if record.left_out
    ]
    return _added(book, entries, tuple(left_out))


def left_to_do(entry: Mapping) -> Iterator[tuple[int, str]]:
    """Yield lines and what is left to do there that no source can know, and no rule asks for."""
    lacks = " and ".join(f"'{name}'" for name in ("supports", "strength") if not entry.get(name))
    if lacks:
        yield entry.line, f"it has no {lacks} yet; write them before a number rests on it"
    title = entry.text("title")
    if has_headline_capitals(title, entry.text("language")):
        said = f"'{title}' seems to have headline capitals"
        yield entry.place("title")[0], f"{said}; write small letters, but in names"


def _entries(book: Book, records: list[Record], key: str) -> tuple[Mapping, ...]:
    """Return the entries that records make, each under its key."""
    taken = {work.text("id") for work in book.bibliography.entries}
    works = []
    for work in map(as_entry, records):
        work["id"] = Text(key or derived(work, taken))
        taken.add(work.text("id"))
        works.append(work)
    return tuple(works)


def _refuse_repeated(
    book: Book, records: list[Record], entries: tuple[Mapping, ...], given: str
) -> None:
    """Raise `UnusableError` for the works that stand twice or are in the bibliography already."""
    listed = book.settings.bibliography.relative_to(book.settings.root).as_posix()
    sources = {id(work): record for work, record in zip(entries, records, strict=True)}
    said = []
    for work, other, what in repeated((*book.bibliography.entries, *entries)):
        if id(work) not in sources:
            continue
        title = f"{_place(given, sources[id(work)])}'{work.text('title')}'"
        if what == "id":
            message = f"The key '{work.text('id')}' is that of {listed}:{other.line}."
            said.append(f"{message} Choose another.")
        elif id(other) in sources:
            line = sources[id(other)].line
            said.append(f"{title} has the {what} of the work at line {line}. Keep one.")
        else:
            message = f"{title} is in the bibliography already: {listed}:{other.line}"
            said.append(f"{message} has its {what}. Cite [@{other.text('id')}].")
    if said:
        raise UnusableError("\n".join(said))


def _place(given: str, record: Record) -> str:
    return f"{given}:{record.line}:{record.col}: " if record.line else ""


def _added(book: Book, entries: tuple[Mapping, ...], left_out: tuple[str, ...]) -> Addition:
    text = arranged(book.bibliography, entries)
    after = parse(text, book.bibliography.src_uri)
    by_key = {work.text("id"): work for work in after.entries}
    written = tuple(by_key[work.text("id")] for work in entries)
    # No page can cite them yet: without pages, none is asked to.
    judged = check(replace(book, pages=(), bibliography=after))
    starts = [(work.line, work.col) for work in after.entries]
    new = {starts.index((work.line, work.col)) for work in written}
    problems = [
        problem
        for problem in judged
        if problem.src_uri == after.src_uri
        and bisect(starts, (problem.line, problem.col)) - 1 in new
    ]
    return Addition(text, written, tuple(problems), left_out)

"""Verifying: whom to ask for, and what is written after each answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from handbook.book import Book
from handbook.cite.client import AnswerError, Client
from handbook.cite.registrar import Registrars
from handbook.files.save import save
from handbook.files.yamltext import Mapping
from handbook.identity import snapshot
from handbook.identity.correction import corrected
from handbook.identity.record import NAMES, SAME, Key, Record, identifiers
from handbook.identity.registrar import Registry
from handbook.problem import Problem, UnusableError, did_you_mean
from handbook.references.bibliography import parse
from handbook.references.dates import today
from handbook.references.layout import arranged
from handbook.rules import check, identities


@dataclass(frozen=True)
class Question:
    """An identifier to ask for, and the entry that has it."""

    entry: Mapping
    kind: str
    ident: str


@dataclass(frozen=True)
class Step:
    """What came of a question: a line for people, and whether a registrar answered."""

    line: str
    answered: bool

    def __str__(self) -> str:
        return self.line


def registry(book: Book) -> Registry:
    """Return the registrars, asked in the name of this handbook."""
    return Registry(Registrars(Client(book.settings.agent)))


def wanted(book: Book, keys: list[str], days: int, *, every: bool) -> list[Question]:
    """Return what to ask for: what has no record, or one of more days than that.

    `UnusableError` when a key has no entry, or bibliography or snapshot can't be read whole.
    """
    faults = [*book.snapshot.problems, *book.bibliography.problems]
    if faults:
        raise UnusableError("\n".join(map(str, faults)))
    known = {entry.text("id") for entry in book.bibliography.entries}
    if lost := [key for key in keys if key not in known]:
        raise UnusableError(
            "\n".join(f"'{key}' is no entry.{did_you_mean(key, known)}" for key in lost)
        )
    return [
        Question(entry, kind, ident)
        for entry in book.bibliography.entries
        for kind, ident in identifiers(entry)
        if (not keys or entry.text("id") in keys)
        and (every or _is_old(book.snapshot.records.get((kind, SAME[kind](ident))), days))
    ]


def _is_old(record: Record | None, days: int) -> bool:
    return record is None or (today() - date.fromisoformat(record.asked)).days > days


def verify(book: Book, registrars: Registry, questions: Iterable[Question]) -> Iterator[Step]:
    """Ask, and write the snapshot after each answer, so that nothing is lost when it ends."""
    records = _current(book)
    if set(records) != set(book.snapshot.records):
        _write(book, records)
    src_uri = book.bibliography.src_uri
    for question in questions:
        entry, kind, ident = question.entry, question.kind, question.ident
        line, col = entry.place(kind)
        place = f"{src_uri}:{line}:{col}: {NAMES[kind]} '{ident}'"
        try:
            record = registrars.ask(entry.text("id"), kind, ident)
        except AnswerError as error:
            yield Step(f"{place} is not verified: {error}", answered=False)
            continue
        records[record.key] = record
        _write(book, records)
        said = f"recorded from {record.registrar}" if record.title else "not verified"
        yield Step(f"{place} {said}", answered=True)


def _current(book: Book) -> dict[Key, Record]:
    """Return the records of identifiers that an entry has, each under that entry's id."""
    ids = {
        (kind, SAME[kind](ident)): entry.text("id")
        for entry in book.bibliography.entries
        for kind, ident in identifiers(entry)
    }
    records = book.snapshot.records
    return {key: replace(one, id=ids[key]) for key, one in records.items() if key in ids}


def _write(book: Book, records: dict[Key, Record]) -> None:
    path = book.settings.docs / book.snapshot.src_uri
    save(str(path), snapshot.text(records.values()).encode(), force=True)


def fix(book: Book) -> list[str]:
    """Write small differences into the bibliography, and return a line about each."""
    text, said = corrected(book.bibliography, book.snapshot.records)
    if said:
        again = parse(text, book.bibliography.src_uri)
        save(str(book.settings.bibliography), arranged(again).encode(), force=True)
    return said


def problems(book: Book, keys: list[str]) -> list[Problem]:
    """Return what is against the identity of these entries, or of all."""
    spans = [entry.line for entry in book.bibliography.entries] + [10**9]
    found = [problem for problem in check(book) if problem.rule in identities.RULES]
    if not keys:
        return found
    return [
        problem
        for problem in found
        for entry, end in zip(book.bibliography.entries, spans[1:], strict=True)
        if entry.text("id") in keys and entry.line <= problem.line < end
    ]

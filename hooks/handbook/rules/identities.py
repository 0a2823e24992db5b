"""Rules on identity: an entry is the work that its identifier leads to, as the snapshot has it.

They read the committed snapshot alone; what it has no record of is not verified, and no problem.
"""

from collections.abc import Iterator

from handbook.book import Book
from handbook.files.yamltext import Mapping
from handbook.identity import comparison
from handbook.identity.comparison import OTHER, compare
from handbook.identity.correction import corrections
from handbook.identity.record import NAMES, SAME, Record, identifiers, keys
from handbook.identity.words import bare
from handbook.problem import Found, Problem
from handbook.references.dates import spoken
from handbook.references.name import read

RULES = {
    "R911": """An identifier leads to the work that its entry describes.
Why: a reader who follows it must find the work that was cited.
Fix: open the work, and copy the identifier from it; if the entry is wrong, correct the entry.""",
    "R912": """Title, first author and year are those of the registrar.
Why: a reader searches by them.
Fix: look at the work; 'handbook verify --fix' writes what the registrar has.""",
    "R913": """A work that was retracted or withdrawn is not cited.
Why: whoever stood behind it does so no more.
Fix: read the notice, and cite another work.
If the page is about the retraction, silence the rule and say so.""",
    "R914": """A registrar has the identifier of an entry, and the snapshot is of that one.
Why: otherwise the entry is not verified; it may still be right.
Fix: compare the identifier with the work, then run 'handbook verify'.""",
    "R915": """The snapshot is what `handbook verify` wrote.
Why: a record that nobody asked a registrar for verifies nothing.
Fix: take the record out, and run 'handbook verify'.""",
}
WARNINGS = {"R912", "R914"}
# What an entry may be excused from.
OF_ENTRY = {"R911", "R912", "R913", "R914"}


def check(book: Book) -> Iterator[Problem]:
    """Yield what the snapshot says against the entries, and what is wrong with the snapshot."""
    yield from book.snapshot.problems
    records, src_uri = book.snapshot.records, book.bibliography.src_uri
    for entry in book.bibliography.entries:
        for kind, ident in identifiers(entry):
            if record := records.get((kind, SAME[kind](ident))):
                for line, col, rule, message in _found(entry, record):
                    yield Problem(src_uri, line, col, rule, message)
    yield from _stale(book)


def _found(entry: Mapping, record: Record) -> Iterator[Found]:
    place, has = entry.place(record.kind), f"{record.registrar} has"
    if not record.title:
        message = f"{has} no '{record.ident}', asked on {spoken(record.asked)}: not verified."
        yield *place, "R914", f"{message} Compare it with the work."
        return
    if record.notice:
        message = f"'{record.ident}' was taken back: {has} the notice '{record.notice}'."
        yield *place, "R913", f"{message} Cite another work."
    if compare(entry, record).verdict is OTHER:
        message = f"'{record.ident}' is {_theirs(record)}, not {_ours(entry)}, as {has} it."
        yield *place, "R911", f"{message} Copy the {NAMES[record.kind]} from the work again."
    for name, text, other in corrections(entry, record):
        message = f"The {name} is '{text}', and {has} '{other}'. Write what the work has."
        yield text.line, text.col, "R912", message


def _theirs(record: Record) -> str:
    family = bare(record.author.partition(",")[0])
    return _described(bare(record.title), family, min(record.years, default=""))


def _ours(entry: Mapping) -> str:
    name = read(comparison.author(entry) or Mapping()).short
    return _described(" ".join(entry.text("title").split()), name, entry.text("issued")[:4])


def _described(title: str, name: str, year: str) -> str:
    return f"'{title}'" + (f" by {name}" if name else "") + (f" ({year})" if year else "")


def _stale(book: Book) -> Iterator[Problem]:
    """Yield the records of identifiers that no entry has any more."""
    entries = {entry.text("id"): entry for entry in book.bibliography.entries}
    current = {key for entry in entries.values() for key in keys(entry)}
    for key, record in book.snapshot.records.items():
        entry = entries.get(record.id, Mapping())
        again = f"Run 'handbook verify {record.id}'."
        if key not in current and record.kind in entry:
            message = f"'{entry.text(record.kind)}' is not verified: the snapshot has"
            message = f"{message} '{record.ident}' for '{record.id}'. {again}"
            place = book.bibliography.src_uri, *entry.place(record.kind)
            yield Problem(*place, "R914", message)
        # An entry that could not be read may have it.
        elif key not in current and not book.bibliography.unread:
            message = f"No entry has '{record.ident}' any more. Run 'handbook verify'."
            yield Problem(book.snapshot.src_uri, record.line, 1, "R914", message)

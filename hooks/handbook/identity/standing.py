"""What is known of a work: what a registrar says of it, and when its address was last found."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book import Book
from handbook.files.escape import escaped
from handbook.identity.comparison import CLOSE, OTHER, SAME, compare
from handbook.identity.record import NAMES, Record, keys
from handbook.identity.seen import Seen
from handbook.references import reference
from handbook.references.bibliography import Reference
from handbook.references.dates import spoken
from handbook.references.name import listed

NOT_ASKED = "Not verified with a registrar."
# What stands once above all works.
UNVERIFIED = """\
No cited work has been looked up at its registrar, such as Crossref, yet:
authors, titles and years are as the editors wrote them.
"""
VERIFIED = """\
“Verified” means that the record of a registrar, such as Crossref, agreed with the entry that day.
"""
MEANS = "This is about which work is meant, and says nothing of the numbers taken from it.\n"
WORDS = {SAME: "agrees", CLOSE: "differs", OTHER: "another work"}


@dataclass(frozen=True)
class Standing:
    """The records of a work's identifiers, and how its address was last found, if it was asked.

    `others` tells that there is a record of any work.
    """

    work: Reference
    records: tuple[Record, ...]
    found: Seen | None
    others: bool

    @property
    def sentences(self) -> list[str]:
        """What the registrars say, as HTML."""
        said = [escaped(self._sentence(record)) for record in self.records]
        return said or [NOT_ASKED] * self.others

    def _sentence(self, record: Record) -> str:
        asked, whose = f"asked on {spoken(record.asked)}", f"{record.registrar}’s record"
        if not record.title:
            name = NAMES[record.kind]
            return f"Not verified: {record.registrar} has no record of this {name}, {asked}."
        if record.notice:
            return f"Taken back, by {whose}, {asked}: {record.notice.rstrip('.')}."
        found = compare(self.work.fields, record)
        if found.verdict is OTHER:
            return (
                f"Not verified: {whose} of this {NAMES[record.kind]} is of another work, {asked}."
            )
        fields = listed(found.that_are(SAME) or ["nothing"])
        verb = "agree" if len(found.that_are(SAME)) > 1 else "agrees"
        return f"{fields[:1].upper()}{fields[1:]} {verb} with {whose}, {asked}."

    @property
    def verified(self) -> str:
        """The last day on which a record agreed that speaks against nothing, or nothing."""
        days = [one.asked for one in self.records if self._verdict(one) in {"agrees", "differs"}]
        return max(days, default="") if len(days) == len(self.records) else ""

    @property
    def brief(self) -> str:
        """The same in few words; nothing when no work has a record."""
        if any(record.notice for record in self.records):
            return "taken back"
        if self.verified:
            return f"verified {spoken(self.verified)}"
        return "not verified" if self.others else ""

    def _verdict(self, record: Record) -> str:
        if not record.title:
            return "nothing"
        return "taken back" if record.notice else WORDS[compare(self.work.fields, record).verdict]

    @property
    def seen(self) -> Iterator[str]:
        """When the address was last found, and whether it is gone."""
        if self.found and self.found.fine:
            yield f"Last seen on {spoken(self.found.fine)}."
        if self.found and self.found.gone:
            yield "Gone since."

    @property
    def copy(self) -> str:
        """The address of an archive's copy of what is gone, or nothing."""
        return self.found.archived if self.found and self.found.gone else ""

    @property
    def data(self) -> dict[str, object]:
        """What `api/references.schema.json` describes."""
        identity = [
            {
                "kind": record.kind,
                "registrar": record.registrar,
                "asked": record.asked,
                "verdict": self._verdict(record),
                "notice": record.notice,
            }
            for record in self.records
        ]
        seen = self.found or Seen()
        return {
            "identity": identity,
            "seen": {"fine": seen.fine, "gone": seen.gone, "archived": seen.archived},
        }


def of(work: Reference, book: Book) -> Standing:
    """Return what the book knows of a work."""
    records = book.snapshot.records
    found = tuple(records[key] for key in keys(work.fields) if key in records)
    return Standing(work, found, book.seen.get(reference.link(work)), bool(records))


def about(book: Book) -> str:
    """Return what "verified" means, or that nothing is."""
    return (VERIFIED if book.snapshot.records else UNVERIFIED) + MEANS

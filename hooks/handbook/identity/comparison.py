"""An entry beside a registrar's record: one work, one with small differences, or two."""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.files.yamltext import Mapping
from handbook.identity import title
from handbook.identity.record import Record
from handbook.identity.title import Agreement, distance
from handbook.identity.words import bare, words
from handbook.references.bibliography import people
from handbook.references.name import read

SAME, CLOSE, OTHER = Agreement.SAME, Agreement.CLOSE, Agreement.OTHER
# A preprint comes before the work that is cited, by up to so many years.
AFTER_PREPRINT = 6
LONG_NAME = 5


@dataclass(frozen=True)
class Comparison:
    """How title, first author and year agree; a field that one side lacks is not compared."""

    fields: dict[str, Agreement]

    @property
    def verdict(self) -> Agreement:
        """`OTHER` when the record is of another work."""
        return max(self.fields.values(), default=SAME)

    def that_are(self, agreement: Agreement) -> list[str]:
        """Return the names of the fields that agree so far."""
        return [name for name, found in self.fields.items() if found is agreement]


def compare(entry: Mapping, record: Record) -> Comparison:
    """Compare an entry with a record that has a title."""
    return Comparison(dict(_fields(entry, record)))


def _fields(entry: Mapping, record: Record) -> Iterator[tuple[str, Agreement]]:
    titles = (record.title, *record.others)
    yield "title", min(title.agreement(entry.text("title"), one) for one in titles)
    if author(entry) and record.author:
        yield "first author", _author(entry, record.author)
    if (year := entry.text("issued")[:4]).isdecimal() and record.years:
        yield "year", _year(int(year), record)
    ours = entry.text("edition") or title.edition(entry.text("title"))
    theirs = title.edition(record.title)
    if ours and theirs:
        yield "edition", SAME if title.edition(f"x, {ours} ed") == theirs else OTHER


def author(entry: Mapping) -> Mapping | None:
    """Return the first of those under whom an entry is listed."""
    return next(people(entry, "author"), None) or next(people(entry, "editor"), None)


def _author(entry: Mapping, theirs: str) -> Agreement:
    person = author(entry) or Mapping()
    family, _, given = theirs.partition(",")
    ours = bare(read(person).short)
    if "literal" in person:
        return _institution(ours, bare(theirs))
    if _same_name(ours, bare(family)):
        return SAME
    # Some registrars have the names of an author the other way round.
    if given and _same_name(ours, bare(given)) and _same_name(person.text("given"), bare(family)):
        return CLOSE
    one, two = "".join(words(ours)), "".join(words(bare(family)))
    slip = min(len(one), len(two)) >= LONG_NAME and distance(one, two) == 1
    return CLOSE if slip else OTHER


def _same_name(one: str, two: str) -> bool:
    """Tell whether two family names are one, with and without particle or second name."""
    for umlauts in (False, True):
        for others in (False, True):
            ours, theirs = words(one, umlauts=umlauts), words(two, umlauts=others)
            if "".join(ours) == "".join(theirs) != "":
                return True
            short, long = sorted((ours, theirs), key=len)
            if short and (long[-len(short) :] == short or long[: len(short)] == short):
                return True
    return False


def _institution(ours: str, theirs: str) -> Agreement:
    """Compare the names of institutions, one of which may be its initials or hold more."""
    one, two = words(ours), words(theirs)
    short, long = sorted((one, two), key=len)
    if short and (set(short) <= set(long) or "".join(one) == "".join(two)):
        return SAME
    initials = {"".join(word[0] for word in long if word not in title.LIGHT)}
    initials.add("".join(word[0] for word in long))
    if short and short[0] in initials:
        return SAME
    # A registrar may name a person of the institution.
    return CLOSE


def _year(year: int, record: Record) -> Agreement:
    years = [int(text) for text in record.years if text.isdecimal()]
    away = min((year - one for one in years), key=abs, default=0)
    if away == 0 or (record.kind == "arxiv" and 0 < away <= AFTER_PREPRINT):
        return SAME
    if abs(away) == 1 or record.kind == "arxiv":
        return CLOSE
    return OTHER

"""The record: what earlier runs saw at each address, in a file of the repository.

It is sorted, has a line for each fact, and no date that changes without need, so that its changes
can be read.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path

from handbook.files.save import save
from handbook.problem import UnusableError

# How many failures, and how many days apart at least, until an address that was fine is dead:
# https://meta.wikimedia.org/wiki/InternetArchiveBot/How_the_bot_fixes_broken_links
FAILURES, DAYS_APART = 3, 3
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
DATES = {"asked", "first", "fine"}


@dataclass(frozen=True)
class Entry:
    """What is known of an address; dates are ISO days, and "" is not known.

    `first` and `fine` are the days on which it was first and last seen fine, `failures` those of
    the failures since, `asked` that of the last look, `verdict` and `reason` what it gave.
    `fingerprint` is the digest of the page's text.
    """

    asked: str
    verdict: str = ""
    reason: str = ""
    first: str = ""
    fine: str = ""
    failures: tuple[str, ...] = ()
    final: str = ""
    title: str = ""
    fingerprint: str = ""
    archived: str = ""

    @property
    def is_dead(self) -> bool:
        """Whether it failed often enough, and for long enough."""
        return len(self.failures) >= FAILURES


Record = dict[str, Entry]


def load(path: Path) -> tuple[Record, str]:
    """Read a record, and say why one can't be trusted, which is empty; a missing one is, too."""
    try:
        return parse(path.read_text("utf-8")), ""
    except FileNotFoundError:
        return {}, ""
    except ValueError as error:
        return {}, str(error).splitlines()[0].rstrip(".")


def set_aside(path: Path) -> str:
    """Rename a record that can't be trusted, and return its new name."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return path.replace(path.with_name(f"{path.name}.damaged-{digest[:8]}")).name


def parse(text: str) -> Record:
    """Read the text of a record; `ValueError` says why it is none."""
    try:
        value = json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    if not isinstance(value, dict):
        raise ValueError("it is no object")
    return {address: _entry(address, known) for address, known in value.items()}


def _entry(address: str, known: object) -> Entry:
    names = {field.name for field in fields(Entry)}
    if not isinstance(known, dict) or not known.keys() <= names or "asked" not in known:
        raise ValueError(f"'{address}' has other fields than it may")
    failures = known.pop("failures", [])
    if not isinstance(failures, list) or not all(isinstance(text, str) for text in known.values()):
        raise ValueError(f"'{address}' has a value that is no text")
    for day in (*failures, *(known[name] for name in DATES & known.keys())):
        if not _is_day(day):
            raise ValueError(f"'{address}' has '{day}', which is no date")
    return Entry(**known, failures=tuple(failures))


def _is_day(text: object) -> bool:
    with suppress(ValueError):
        return isinstance(text, str) and bool(DAY.fullmatch(text) and date.fromisoformat(text))
    return False


def text(record: Record) -> str:
    """Return a record as it stands in the file; what is not known is left out."""
    known = {
        address: {name: value for name, value in asdict(entry).items() if value}
        for address, entry in sorted(record.items())
    }
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def write(path: Path, record: Record) -> None:
    """Write the file whole; `UnusableError` when that can't be."""
    save(str(path), text(record).encode("utf-8", "replace"), force=True)


def after_failure(entry: Entry, day: date) -> Entry:
    """Return an entry with a failure of a day, unless the last was only just before."""
    last = entry.failures[-1] if entry.failures else ""
    if last and (day - date.fromisoformat(last)).days < DAYS_APART:
        return entry
    return replace(entry, failures=(*entry.failures, day.isoformat())[-FAILURES:])


def merged(records: Iterable[Record]) -> Record:
    """Return one record of several; of two entries for an address, the later asked counts."""
    found: Record = {}
    for record in records:
        for address, entry in record.items():
            if address not in found or found[address].asked < entry.asked:
                found[address] = entry
    return found


def read_all(paths: Iterable[str]) -> list[Record]:
    """Read records to merge; `UnusableError` when one can't be read."""
    found = []
    for name in paths:
        try:
            found.append(parse(Path(name).read_text("utf-8")))
        except OSError as error:
            raise UnusableError(f"{name}:1:1: it can't be read: {error.strerror}.") from None
        except ValueError as error:
            raise UnusableError(f"{name}:1:1: it can't be read: {error}.") from None
    return found

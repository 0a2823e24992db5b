"""Dates as authors write them: EDTF level 0, `2015`, `2015-06`, `2015-06-12` or `2015/2016`.

https://www.loc.gov/standards/datetime/
"""

import os
import re
from datetime import UTC, date, datetime

from handbook.problem import UnusableError

EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)

# Those of `calendar` and `strftime` are in the language of the machine.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


def not_a_date(text: str, *, whole: bool = False, ranged: bool = False) -> str:
    """Say what is wrong with a date, or nothing.

    `whole` asks for the day, `ranged` takes a range of two dates too.
    """
    parts = text.split("/") if ranged else [text]
    matches = [EDTF.fullmatch(part) for part in parts]
    if len(parts) > 2 or not all(match and (match["day"] or not whole) for match in matches):
        wanted = (
            "2015, 2015-06, 2015-06-12 or 2015/2016" if ranged else "2015, 2015-06 or 2015-06-12"
        )
        return f"which is not a date. Write it as {'2026-11-23' if whole else wanted}."
    if not all(match and _exists(match) for match in matches):
        return "a date that does not exist."
    return "" if parts[0] <= parts[-1] else "a range that ends before it begins."


def _exists(match: re.Match[str]) -> bool:
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return False
    return True


def years(text: str) -> str:
    """Return the year of a date, or the years of a range, as a reader sees them."""
    return "–".join(dict.fromkeys(part[:4] for part in text.split("/")))


def csl(text: str) -> dict[str, object]:
    """Return a date as CSL-JSON has it; what is no date goes in as it is."""
    if not_a_date(text, ranged=True):
        return {"raw": text}
    return {"date-parts": [[int(n) for n in part.split("-")] for part in text.split("/")]}


def edtf(value: object) -> str:
    """Return a date of CSL-JSON as text; one in words, or in another form, goes in as it is.

    That of which it is not sure has EDTF's sign for it, and is for its author to settle.
    """
    if not isinstance(value, dict):
        return value if isinstance(value, str) else ""
    ends = value.get("date-parts")
    ends = [end for end in ends if isinstance(end, list)] if isinstance(ends, list) else []
    texts = ("-".join(str(n).zfill(2) for n in end if n is not None) for end in ends)
    about = "~" if value.get("circa") else ""
    day = "/".join(filter(None, texts)) or str(value.get("raw") or value.get("literal") or "")
    return f"{day}{about}" if day else ""


def spoken(day: str) -> str:
    """Return a whole date as a reader sees it, `30 June 2027`."""
    when = date.fromisoformat(day)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def today() -> date:
    """Return the day of SOURCE_DATE_EPOCH when that is set, else of the clock; both in UTC.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is '{seconds}', no number of seconds since 1970. Unset it."
        raise UnusableError(message) from None


def in_future(text: str) -> bool:
    """Tell whether a date, as far as it says, or the end of a range is after today."""
    end = text.rpartition("/")[2]
    return end > today().isoformat()[: len(end)]

"""Dates as authors write them: EDTF level 0, `2015`, `2015-06`, `2015-06-12` or `2015/2016`.

https://www.loc.gov/standards/datetime/
"""

import os
import re
from datetime import UTC, date, datetime

from handbook.problem import UnusableError

EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)
# Other forms that leave no doubt which date is meant: 3/4/2026 may be in March or in April.
OTHERS = [
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        r"(?:(?P<day>\d\d?)(?:st|nd|rd|th|\.)?\W+(?:of )?)?(?P<month>[a-z]{3,9})\W+(?P<year>\d{4})",
        r"(?P<month>[a-z]{3,9})\W+(?P<day>\d\d?)(?:st|nd|rd|th)?\W+(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<sign>[./ -])(?P<month>\d\d?)(?:(?P=sign)(?P<day>\d\d?))?(?:[T ].+)?",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?(?P<year>\d{4})",
        r"(?P<day>1[3-9]|[23]\d)[/-](?P<month>\d\d?)[/-](?P<year>\d{4})",
        r"(?P<month>\d\d?)[/-](?P<day>1[3-9]|[23]\d)[/-](?P<year>\d{4})",
    )
]

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
        forms = "YYYY-MM-DD" if whole else "2015, 2015-06 or 2015-06-12"
        forms = forms.replace(" or", ",") + " or 2015/2016" if ranged else forms
        return f"which is not a date. Write it as {meant(text, whole=whole) or forms}."
    if not all(match and _exists(match) for match in matches):
        return "a date that does not exist."
    return "" if parts[0] <= parts[-1] else "a range that ends before it begins."


def meant(text: str, *, whole: bool) -> str:
    """Return the date that is meant by one in another form, or nothing where there is a doubt."""
    for match in filter(None, (form.fullmatch(text.strip()) for form in OTHERS)):
        month = match["month"].capitalize()
        names = [number for number, name in enumerate(MONTHS, 1) if name.startswith(month)]
        parts = [match["year"], month if month.isdecimal() else "".join(map(str, names))]
        parts += [match["day"]] if match["day"] else []
        found = EDTF.fullmatch("-".join(part.zfill(2) for part in parts))
        if found and _exists(found) and (found["day"] or not whole):
            return found[0]
    return ""


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

"""Dates as authors write them: EDTF level 0, `2015`, `2015-06` or `2015-06-12`."""

import re
from datetime import date

EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def not_a_date(text: str, *, whole: bool = False) -> str:
    """Say what is wrong with a date, or nothing; `whole` asks for the day."""
    match = EDTF.fullmatch(text)
    if not match or (whole and not match["day"]):
        wanted = "2026-11-23" if whole else "2015, 2015-06 or 2015-06-12"
        return f"which is not a date. Write it as {wanted}."
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return "a date that does not exist."
    return ""

"""What a look at an address adds to the record."""

import re
from dataclasses import replace
from datetime import date

from handbook.links.record import Entry, after_failure
from handbook.links.survey import Result
from handbook.links.verdict import CANT_TELL, DEAD, Verdict


def remembered(result: Result, was: Entry | None, today: date) -> Entry:
    """Return the entry of an address after a look on a day."""
    day = today.isoformat()
    page = result.seen.page if result.seen else None
    verdict = _changed(was, page.title if page else "") or result.verdict
    entry = replace(was or Entry(day), asked=day, verdict=verdict.kind, reason=verdict.reason)
    if result.verdict.kind == DEAD:
        return after_failure(entry, today)
    if result.verdict.kind == CANT_TELL:
        return entry
    entry = replace(
        entry,
        failures=(),
        final=str(result.seen.last) if result.seen and result.seen.hops else "",
        title=page.title if page else "",
        fingerprint=page.digest if page else "",
    )
    if verdict.kind == CANT_TELL:
        return entry
    return replace(entry, reason="", first=entry.first or day, fine=day)


def _changed(was: Entry | None, title: str) -> Verdict | None:
    """Return the doubt about a page that has not one word of its title left."""
    if not was or not was.title or not title or _words(was.title) & _words(title):
        return None
    return Verdict(CANT_TELL, f"its title was '{was.title}', and is now '{title}'")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))

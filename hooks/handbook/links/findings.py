"""What is told about external addresses: a problem or a warning at each place of each."""

from collections.abc import Iterator

from handbook.links.inventory import Inventory
from handbook.links.record import Entry, Record
from handbook.problem import Problem

RULES = {
    "R921": """An external address leads somewhere.
Why: a reader who follows it finds nothing.
Fix: link to where the text is now, or to its archived copy, or take the link out.""",
    "R922": """An external address is the one that its server gives.
Why: the server says that the page has moved for good, and may stop saying so.
Fix: run `handbook links --fix`.""",
    "R923": """An external address could be judged.
Why: some servers let in no programs, or not today, so that nobody knows.
Fix: open it yourself; if it is there, do nothing.""",
    "R924": """An external address did not fail when it was last asked for.
Why: servers fail for a day; only three failures, three days apart at least, make it dead.
Fix: open it yourself; if it is gone, link elsewhere.""",
    "R925": """A link on the built site leads to a page of it.
Why: what the theme and plugins make of a page may differ from what its author wrote.
Fix: correct the link, or the template that wrote it.""",
    "R926": """An external address on the built site stands in Markdown or the bibliography.
Why: what raw HTML links to is not asked for.
Fix: write it as a link.""",
}
WARNINGS = {"R922", "R923", "R924", "R926"}
# As verdicts have them; `handbook.links.verdict` needs more than is installed to build a site.
MOVED, DEAD, CANT_TELL = "moved for good", "dead", "can't tell"


def problems(found: Inventory, record: Record, *, at_once: bool) -> Iterator[Problem]:
    """Yield what the record says of each address, at each place where that stands.

    `at_once` calls an address dead that failed in one run, where it was asked for twice.
    """
    for address, places in found.items():
        entry = record.get(address)
        said = _said(address, entry, at_once=at_once) if entry else None
        if said:
            for at in places:
                yield Problem(at.src_uri, at.line, at.col, said[0], _printable(said[1]))


def _printable(text: str) -> str:
    """Return a text of a stranger's server as a terminal may show it."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _said(address: str, entry: Entry, *, at_once: bool) -> tuple[str, str] | None:
    name = f"The address '{address}'"
    if entry.is_dead or (at_once and entry.verdict == DEAD):
        instead = f" Or link to the copy '{entry.archived}'." if entry.archived else ""
        return "R921", f"{name} is dead: {entry.reason}. Link to where it is now.{instead}"
    if entry.verdict == DEAD:
        since = f"has failed since {entry.failures[0]}"
        return "R924", f"{name} {since}: {entry.reason}. It will be asked for again."
    if entry.verdict == MOVED:
        return "R922", f"{name} has moved for good. Write '{entry.final}'; --fix does."
    if entry.verdict == CANT_TELL:
        return "R923", f"{name} can't be judged: {entry.reason}. Open it yourself."
    return None

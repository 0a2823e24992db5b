"""What a change does to the checklists, for a person, a pull request, or a program."""

import json
from collections.abc import Callable, Iterator

from handbook.escape import for_github
from handbook.history import Change, Entry, Sheet
from handbook.register import Register

TITLES = {
    "added": "Items added",
    "changed": "Items changed",
    "moved": "Items moved to another page",
    "gone": "Items gone",
}
NOTHING = "No checklist item changed.\n"


def text(changes: list[Change], sheets: list[Sheet], register: Register) -> str:
    """Return the changes as plain text, a line an item or a sheet."""
    parts = []
    for title, lines in _groups(changes, sheets, register, str):
        parts.append(f"{title}: {len(lines)}\n")
        parts += [f"  {line}\n" for line in lines]
    return "".join(parts) or NOTHING


def markdown(changes: list[Change], sheets: list[Sheet], register: Register) -> str:
    """Return the changes as Markdown for a pull-request comment; texts are shown, not rendered."""
    parts = []
    for title, lines in _groups(changes, sheets, register, for_github):
        parts.append(f"### {title}: {len(lines)}\n\n" + "".join(f"- {line}\n" for line in lines))
    return "\n".join(parts) or NOTHING


def data(changes: list[Change], sheets: list[Sheet], register: Register) -> str:
    """Return the changes, and the lists of more than one sheet of paper, as JSON."""
    found = [
        {
            "id": change.here.id,
            "change": change.kind,
            "was": _data(change.was),
            "now": _data(change.now),
            "retired": change.here.id in register.entries,
        }
        for change in changes
        if change.kind != "same"
    ]
    long = [
        {"page": sheet.src_uri, "paper": sheet.paper, "was": sheet.was, "now": sheet.now}
        for sheet in sheets
    ]
    return json.dumps({"changes": found, "sheets": long}, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[list[Change], list[Sheet], Register], str]] = {
    "text": text,
    "markdown": markdown,
    "json": data,
}


def _groups(
    changes: list[Change], sheets: list[Sheet], register: Register, shown: Callable[[str], str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield a title and its lines, for each title that has any."""
    groups = {
        title: [_line(change, register, shown) for change in changes if change.kind == kind]
        for kind, title in TITLES.items()
    }
    groups["Lists that no longer fit one page"] = [_pages(one) for one in sheets if one.was == 1]
    groups["Other lists of more than one page"] = [_pages(one) for one in sheets if one.was != 1]
    yield from ((title, lines) for title, lines in groups.items() if lines)


def _pages(sheet: Sheet) -> str:
    was = f"was {sheet.was}" if sheet.was else "new"
    return f"{sheet.src_uri}: {sheet.now} pages on {sheet.paper} ({was})"


def _line(change: Change, register: Register, shown: Callable[[str], str]) -> str:
    here, was, now = change.here, change.was, change.now
    line = f"{here.id} {here.src_uri}: {shown(here.text)}"
    if was and now and was.text != now.text:
        line += f" (was: {shown(was.text)})"
    if was and now and was.src_uri != now.src_uri:
        line += f" (was on {was.src_uri})"
    if not now:
        line += " (retired)" if here.id in register.entries else " (not retired)"
    return line


def _data(entry: Entry | None) -> dict[str, str] | None:
    return {"text": entry.text, "page": entry.src_uri} if entry else None

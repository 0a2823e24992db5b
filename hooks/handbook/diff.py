"""What a change does to the checklists, for a person, a pull request, or a program."""

import json
from collections.abc import Callable, Iterator

from handbook.escape import escaped
from handbook.history import Change, Entry
from handbook.register import Register

TITLES = {
    "added": "Items added",
    "changed": "Items changed",
    "moved": "Items moved to another page",
    "gone": "Items gone",
}


def text(changes: list[Change], register: Register) -> str:
    """Return the changes as plain text, an item a line, an old wording below the new one."""
    parts = []
    for title, found in _groups(changes):
        parts.append(f"{title}: {len(found)}\n")
        parts += [f"  {_line(change, register, str)}\n" for change in found]
    return "".join(parts) or "No checklist item changed.\n"


def markdown(changes: list[Change], register: Register) -> str:
    """Return the changes as Markdown for a pull-request comment; texts are shown, not rendered."""
    parts = []
    for title, found in _groups(changes):
        parts.append(f"### {title}: {len(found)}\n\n")
        parts += [f"- {_line(change, register, escaped)}\n" for change in found]
        parts.append("\n")
    return "".join(parts).rstrip("\n") + "\n" if parts else "No checklist item changed.\n"


def data(changes: list[Change], register: Register) -> str:
    """Return the changes as JSON."""
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
    return json.dumps({"changes": found}, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[list[Change], Register], str]] = {
    "text": text,
    "markdown": markdown,
    "json": data,
}


def _groups(changes: list[Change]) -> Iterator[tuple[str, list[Change]]]:
    for kind, title in TITLES.items():
        found = [change for change in changes if change.kind == kind]
        if found:
            yield title, found


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

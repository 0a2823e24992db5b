"""What a change does to checklists and citations, for a person, a pull request, or a program."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from handbook.files.escape import for_github
from handbook.history import Change, Citing, Difference, Entry, Sheet

TITLES = {
    "added": "Items added",
    "changed": "Items changed",
    "moved": "Items moved to another page",
    "gone": "Items gone",
}
NOTHING = "No checklist item and no citation changed.\n"

# The address of a page, and of an anchor on it, where the site is built.
Address = Callable[[str, str], str]
# A text, and a page with an anchor on it, as a format shows them.
Shown = tuple[Callable[[str], str], Address]


def text(found: Difference, _: Address | None = None) -> str:
    """Return the changes as plain text, a line an item, a sheet or a citation."""
    parts = []
    for title, lines in _groups(found, (str, lambda src_uri, _: src_uri)):
        parts.append(f"{title}: {len(lines)}\n")
        parts += [f"  {line}\n" for line in lines]
    return "".join(parts) or NOTHING


def markdown(found: Difference, address: Address | None = None) -> str:
    """Return the changes as Markdown for a job summary or a comment; texts are not rendered.

    With an address, the pages to look at come first.
    """
    parts = []
    if address and found.pages:
        links = "".join(f"- {_linked(address, src_uri, '')}\n" for src_uri in found.pages)
        parts.append(f"### Pages to look at: {len(found.pages)}\n\n{links}")
    for title, lines in _groups(found, (for_github, partial(_linked, address))):
        parts.append(f"### {title}: {len(lines)}\n\n" + "".join(f"- {line}\n" for line in lines))
    return "\n".join(parts) or NOTHING


def data(found: Difference, _: Address | None = None) -> str:
    """Return the changes, the lists of more than one sheet, and the citations, as JSON."""
    changes = [
        {
            "id": change.here.id,
            "change": change.kind,
            "was": _data(change.was),
            "now": _data(change.now),
            "retired": change.here.id in found.register.entries,
        }
        for change in found.changes
        if change.kind != "same"
    ]
    sheets = [
        {"page": sheet.src_uri, "paper": sheet.paper, "was": sheet.was, "now": sheet.now}
        for sheet in found.sheets
    ]
    citations = [
        {"page": one.src_uri, "key": one.key, "change": "added" if one.is_new else "gone"}
        for one in found.citings
    ]
    said = {"changes": changes, "sheets": sheets, "citations": citations}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Difference, Address | None], str]] = {
    "text": text,
    "markdown": markdown,
    "json": data,
}


def _groups(found: Difference, shown: Shown) -> Iterator[tuple[str, list[str]]]:
    """Yield a title and its lines, for each title that has any."""
    groups = {
        title: [_line(change, found, shown) for change in found.changes if change.kind == kind]
        for kind, title in TITLES.items()
    }
    long = "Lists that no longer fit one page"
    groups[long] = [_pages(one, shown) for one in found.sheets if one.was == 1]
    others = "Other lists of more than one page"
    groups[others] = [_pages(one, shown) for one in found.sheets if one.was != 1]
    groups["Citations added"] = [_cites(one, shown) for one in found.citings if one.is_new]
    groups["Citations gone"] = [_cites(one, shown) for one in found.citings if not one.is_new]
    yield from ((title, lines) for title, lines in groups.items() if lines)


def _linked(address: Address | None, src_uri: str, anchor: str) -> str:
    return f"[{src_uri}]({address(src_uri, anchor)})" if address else src_uri


def _pages(sheet: Sheet, shown: Shown) -> str:
    was = f"was {sheet.was}" if sheet.was else "new"
    return f"{shown[1](sheet.src_uri, '')}: {sheet.now} pages on {sheet.paper} ({was})"


def _cites(one: Citing, shown: Shown) -> str:
    return f"{one.src_uri if not one.is_new else shown[1](one.src_uri, '')}: {shown[0](one.key)}"


def _line(change: Change, found: Difference, shown: Shown) -> str:
    here, was, now = change.here, change.was, change.now
    said, linked = shown
    page = linked(here.src_uri, here.id) if now else here.src_uri
    line = f"{here.id} {page}: {said(here.text)}"
    if was and now and was.text != now.text:
        line += f" (was: {said(was.text)})"
    if was and now and was.src_uri != now.src_uri:
        line += f" (was on {was.src_uri})"
    if not now:
        line += " (retired)" if here.id in found.register.entries else " (not retired)"
    return line


def _data(entry: Entry | None) -> dict[str, str] | None:
    return {"text": entry.text, "page": entry.src_uri} if entry else None

"""The inventory: each external address of a handbook, with every place where it stands."""

import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from handbook import history
from handbook.book import Book
from handbook.references import bibliography
from handbook.references.reference import link

WEB = ("http://", "https://")


@dataclass(frozen=True, order=True)
class Referrer:
    """A place where an address stands; `key` is that of the work whose address it is."""

    src_uri: str
    line: int
    col: int
    key: str = ""


Inventory = dict[str, list[Referrer]]


def inventory(book: Book) -> Inventory:
    """Return the external addresses that readers of a handbook can follow, sorted."""
    found: Inventory = {}
    for page in book.pages:
        for address in page.addresses:
            if address.url.lower().startswith(WEB):
                at = Referrer(page.src_uri, address.at.line, address.at.col)
                found.setdefault(address.url, []).append(at)
    for work in book.bibliography.references.values():
        if url := link(work):
            line, col = work.fields.place("DOI" if work.get("DOI") else "URL")
            at = Referrer(book.bibliography.src_uri, line, col, work.id)
            found.setdefault(url, []).append(at)
    return {address: sorted(set(places)) for address, places in sorted(found.items())}


def at(root: Path, revision: str) -> Inventory:
    """Return the addresses at a git revision; `UnusableError` when git does not know it."""
    book = history.load(root, revision)
    path = book.settings.bibliography.relative_to(book.settings.root).as_posix()
    command = ["git", "show", f"{revision}:./{path}"]
    done = subprocess.run(command, cwd=book.settings.root, capture_output=True, check=False)
    # Git knows the revision; a file that it has not was not there.
    text = done.stdout.decode("utf-8", "replace") if not done.returncode else ""
    return inventory(replace(book, bibliography=bibliography.parse(text, path)))

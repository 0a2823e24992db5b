"""Rules on addresses, and on text that was meant to be something else."""

import posixpath
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from handbook import generated
from handbook.book import Book
from handbook.pages.address import scheme
from handbook.pages.page import Address, Page
from handbook.problem import Problem, nearest

RULES = {
    "R601": "An address can be read.",
    "R602": "Nothing on a page is a placeholder.",
    "R603": "A link to a file leads to one that exists.",
    "R604": "An address has a host and no spaces.",
    "R605": "An address leads to a page or a mailbox, and runs nothing.",
    "R606": "An image is a file of the handbook.",
    "R608": "A fence begins code that has an end.",
    "R609": "A note's sign leads to a note.",
    "R610": "A note stands once, and a sign leads to it.",
    "R621": "A link to what is defined elsewhere on the page leads to it.",
    "R622": "A table has an empty line before it, and as many '---' as columns.",
    "R623": "A box below '!!!' or '???' has something in it.",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield each address that leads nowhere."""
    known = generated.all_src_uris(book)
    for page in book.pages:
        for address in page.addresses:
            if found := _wrong(book, page, address, known):
                rule, message = found
                yield Problem(page.src_uri, address.at.line, address.at.col, rule, message)


def target(page: Page, path: str) -> str:
    """Return the path below docs to which a path leads that a page links to."""
    return posixpath.normpath(posixpath.join(page.src_uri, "..", path))


def _wrong(book: Book, page: Page, address: Address, known: set[str]) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address.url)
        _ = parts.netloc and parts.port
    except ValueError as error:
        return (
            "R601",
            f"The address '{address.url}' can't be read: {str(error).rstrip('.')}. Correct it.",
        )
    if found := _elsewhere(address, parts):
        return found
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return _missing(book, page, address.url, unquote(parts.path), known)


def _elsewhere(address: Address, parts: SplitResult) -> tuple[str, str] | None:
    url = address.url
    if wrong := scheme(url):
        return "R605", f"The address is '{url}'. {wrong}"
    if address.is_image and (parts.scheme or parts.netloc):
        message = f"The image '{url}' is on another site. Put a copy into the docs folder."
        return "R606", message
    if parts.scheme in {"http", "https"} and not parts.hostname:
        return "R604", f"The address '{url}' names no host. Correct it."
    if url != "".join(url.split()):
        return "R604", f"The address '{url}' has a space. Write it as '%20'."
    return None


def _missing(
    book: Book, page: Page, url: str, path: str, known: set[str]
) -> tuple[str, str] | None:
    if path.startswith("/"):
        return "R603", f"The link '{url}' begins with '/'. Write the path from this page's folder."
    there = target(page, path)
    if there in known or (not there.startswith("../") and (book.settings.docs / there).is_file()):
        return None
    # The site's address of a page ends with a slash.
    written = posixpath.basename(path) or f"{posixpath.basename(path[:-1])}.md"
    stem, suffix = posixpath.splitext(written)
    # Of two files with one name, the one in this page's folder is meant.
    here = posixpath.dirname(page.src_uri)
    stems = {
        posixpath.basename(name).removesuffix(suffix): name
        for name in sorted(known, key=lambda name: (posixpath.dirname(name) == here, name))
        if name.endswith(suffix)
    }
    near = nearest(stem, stems)
    message = f"The link '{url}' leads to no file."
    if near:
        message += f" Did you mean '{posixpath.relpath(stems[near], here or '.')}'?"
    return "R603", message

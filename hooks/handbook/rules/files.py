"""Rules on files: what can be read, and what two of them must not share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from handbook import generated
from handbook.book import Book
from handbook.pages.page import Page
from handbook.problem import Problem

RULES = {
    "R001": "A file is UTF-8.",
    "R002": "A file has no byte order mark.",
    "R003": "Lines end with LF.",
    "R004": "A page has at most 1,000,000 bytes, the bibliography and the register 5,000,000.",
    "R005": "The docs folder has pages.",
    "R006": "YAML can be read.",
    "R007": "A YAML key stands once.",
    "R008": "YAML is plain values: no anchors, aliases or tags.",
    "R009": "Two pages have different titles.",
    "R010": "Two pages have different addresses on the site.",
    "R011": "A page does not stand where a generated one goes.",
    "R012": "Nothing in the docs folder is a link to a place outside it.",
    "R013": "A page has no more places than can be told apart.",
    "R014": "Nothing in a file is left of a merge.",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of files as a whole."""
    if not book.pages:
        docs = book.settings.docs.relative_to(book.settings.root).as_posix()
        message = f"There is no page in {docs}/. Write the first one, such as this."
        yield Problem("index.md", 1, 1, "R005", message)
    yield from _shared(book, "R009", "title", lambda page: page.title)
    yield from _shared(book, "R010", "address", lambda page: address(page.src_uri))
    for src_uri in generated.in_the_way(book):
        message = "A generated file goes here. Move yours to another path."
        yield Problem(src_uri, 1, 1, "R011", message)
    for src_uri in _leading_out(book.settings.docs):
        message = "This link leads out of the docs folder, and what it leads to would be published."
        yield Problem(src_uri, 1, 1, "R012", f"{message} Put the file itself here.")


def _leading_out(docs: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(docs):
        for path in (Path(folder, name) for name in [*folders, *files]):
            if path.is_symlink() and not path.resolve().is_relative_to(docs):
                yield path.relative_to(docs).as_posix()


def address(src_uri: str) -> str:
    """Return where the engines put a page; some file systems do not tell capitals apart."""
    path = PurePosixPath(src_uri)
    folder = path.parent if path.stem in {"index", "README"} else path.with_suffix("")
    return f"{folder.as_posix()}/".removeprefix("./").casefold() or "/"


def _shared(book: Book, rule: str, what: str, of: Callable[[Page], str]) -> Iterator[Problem]:
    first: dict[str, Page] = {}
    for page in sorted(book.pages, key=lambda page: page.src_uri):
        value = of(page)
        other = first.setdefault(value.casefold(), page) if value else page
        if other is not page:
            line, col = page.front_matter.place("title") if rule == "R009" else (1, 1)
            message = f"The {what} '{value}' is that of {other.src_uri} too. Change one of them."
            yield Problem(page.src_uri, line, col, rule, message)

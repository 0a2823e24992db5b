"""Rules on related pages: each is there, both name each other, and readers see it."""

from collections.abc import Iterator
from urllib.parse import unquote

from handbook.book import Book
from handbook.configuration.kind import Kind
from handbook.files.yamltext import Sequence
from handbook.overviews.matrix import named
from handbook.pages.page import Page
from handbook.problem import Problem, did_you_mean
from handbook.rules.addresses import target

RULES = {
    "R308": "A related page is a page of its kind.",
    "R309": "Two related pages name each other.",
    "R310": "A page links to each related page that it names.",
    "R311": "A page names a related page of each kind of which there are pages.",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each page's related pages."""
    for page in book.pages:
        for kind in book.related(page):
            yield from _listed(book, page, kind)
            yield from _not_returned(book, page, kind)


def _listed(book: Book, page: Page, kind: Kind) -> Iterator[Problem]:
    known, linked = {other.src_uri for other in book.of(kind)}, _linked(page)
    # Of these it is reported that they say no kind.
    unknown = {other.src_uri for other in book.pages if not book.kind(other)}
    for path in named(page, kind):
        if path not in known | unknown:
            message = f"'{path}' is not a page of kind '{kind.name}'.{did_you_mean(path, known)}"
            yield Problem(page.src_uri, path.line, path.col, "R308", message)
        elif path not in linked:
            message = f"The text has no link to '{path}'. Link to it where it is spoken of."
            yield Problem(page.src_uri, path.line, path.col, "R310", message)
    if page.front_matter.get(kind.folder) == [] and known:
        line, col = page.front_matter.place(kind.folder)
        message = f"'{kind.folder}' names no page. Name one, such as {min(known)}."
        yield Problem(page.src_uri, line, col, "R311", message)


def _not_returned(book: Book, page: Page, kind: Kind) -> Iterator[Problem]:
    own = book.kind(page)
    # What is no list names nothing, and is reported as that.
    is_list = isinstance(page.front_matter.get(kind.folder, Sequence()), Sequence)
    for other in book.of(kind) if is_list else ():
        if own and page.src_uri in named(other, own) and other.src_uri not in named(page, kind):
            line, col = page.front_matter.place(kind.folder)
            message = (
                f"'{other.src_uri}' names this page in '{own.folder}'. "
                f"Add it to '{kind.folder}', or take this page out there."
            )
            yield Problem(page.src_uri, line, col, "R309", message)


def _linked(page: Page) -> set[str]:
    paths = (unquote(address.url.partition("#")[0]) for address in page.addresses)
    return {target(page, path) for path in paths}

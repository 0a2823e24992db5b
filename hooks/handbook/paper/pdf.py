"""PDFs of checklists, by WeasyPrint: tagged, to fill in, one file for each size of paper.

WeasyPrint is an optional extra, and Pango, which it needs, is the system's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.book import Book
from handbook.checklists.checklist import FOLDER, Checklist, checklists
from handbook.checklists.document import Writer
from handbook.checklists.selection import Selection, of_all, of_one
from handbook.paper import room
from handbook.paper.cache import Cache
from handbook.paper.printer import missing, recipe

PAPERS = ("A4", "Letter")
# Below the handbook's root.
CACHE = ".cache/handbook"

# A list and what is printed for it; no list for the print of all.
Group = tuple[Checklist | None, Selection]


@dataclass(frozen=True)
class Print:
    """A PDF and its number of pages."""

    pages: int
    data: bytes


def papers(one: Checklist | None) -> dict[str, str]:
    """Return size of paper -> path of the PDF of a list, or of all; nothing without WeasyPrint."""
    if missing():
        return {}
    stem = one.src_uri.removesuffix(".md") if one else f"{FOLDER}/all"
    return {paper: f"{stem}.{paper.lower()}.pdf" for paper in PAPERS}


def src_uris(book: Book) -> list[str]:
    """Return the paths of the files that `files` makes."""
    return [src_uri for one, _ in _groups(book) for src_uri in papers(one).values()]


def files(book: Book) -> dict[str, bytes]:
    """Return path -> bytes of every PDF."""
    prints = _prints(book, _groups(book))
    return {papers(one)[paper]: made.data for one, paper, made in prints}


def pages(book: Book) -> Iterator[tuple[Checklist, str, int]]:
    """Yield each list, a size of paper, and how many pages the list takes on it.

    Lists that surely fit one page are not printed, and need nothing that prints.
    """
    sure = {one: room.fits(book, one) for one in checklists(book)}
    prints = _prints(book, ((one, of_one(one)) for one, fits in sure.items() if not fits))
    printed = {(one, paper): made.pages for one, paper, made in prints}
    for one, fits in sure.items():
        for paper in PAPERS:
            if pages := 1 if fits else printed.get((one, paper)):
                yield one, paper, pages


def _groups(book: Book) -> Iterator[Group]:
    lists = list(checklists(book))
    yield from ((one, of_one(one)) for one in lists)
    if lists:
        yield None, of_all(lists)


def _prints(book: Book, groups: Iterable[Group]) -> Iterator[tuple[Checklist | None, str, Print]]:
    if missing():
        return
    writer, cache = Writer(book), Cache(book.settings.root / CACHE)
    for one, selection in groups:
        document = writer.document(selection)
        for paper in papers(one):
            yield one, paper, _print(document, paper, cache)


def _print(document: str, paper: str, cache: Cache) -> Print:
    key = recipe(document, paper)
    if (kept := cache.get(key)) is not None:
        count, _, data = kept.partition(b"\n")
        return Print(int(count), data)
    from handbook.paper import press  # noqa: PLC0415 - takes half a second

    made = Print(*press.typeset(document, paper))
    cache.keep(key, f"{made.pages}\n".encode() + made.data)
    return made

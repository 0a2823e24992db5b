"""Downloads: the exports of each checklist, of each level, and of all, as files of the site."""

from collections.abc import Iterator

from handbook import export
from handbook.book import Book
from handbook.checklist import Checklist, checklists

FOLDER = "api/checklists"
# A file that ends in `.md` would be a page of the site.
SUFFIXES = {"markdown": "txt", "csv": "csv", "json": "json", "html": "html"}


def src_uris(book: Book) -> list[str]:
    """Return the paths of the files that `files` makes."""
    return [f"{stem}.{suffix}" for stem, _ in _groups(book) for suffix in SUFFIXES.values()]


def files(book: Book) -> dict[str, str]:
    """Return path -> text of every download."""
    return {
        f"{stem}.{SUFFIXES[name]}": write(book, lists)
        for stem, lists in _groups(book)
        for name, write in export.FORMATS.items()
    }


def stem(one: Checklist) -> str:
    """Return the path of a checklist's downloads, without what tells their formats apart."""
    return f"{FOLDER}/{one.page.src_uri.removesuffix('.md')}"


def _groups(book: Book) -> Iterator[tuple[str, list[Checklist]]]:
    lists = list(checklists(book))
    yield from ((stem(one), [one]) for one in lists)
    for level in book.settings.levels:
        yield f"{FOLDER}/level-{level}", [one for one in lists if level in one.levels]
    yield FOLDER, lists

"""Downloads: the exports of each checklist, of each level, and of all, as files of the site."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.checklists import export, selection
from handbook.checklists.checklist import Checklist, checklists
from handbook.checklists.selection import Selection

FOLDER = "api/checklists"
# Format -> the suffix of its files; one that ends in `.md` would be a page of the site.
SUFFIXES = {"markdown": "txt", "csv": "csv", "json": "json", "html": "html"}


def selections(book: Book) -> Iterator[tuple[str, Selection]]:
    """Yield what is exported together, each with the path of its files without their suffix."""
    lists = list(checklists(book))
    yield from ((stem(one), selection.of_one(one)) for one in lists)
    for level in book.settings.levels:
        yield level_stem(level), selection.of_level(lists, level)
    yield FOLDER, selection.of_all(lists)


def src_uris(book: Book) -> list[str]:
    """Return the paths of the files that `files` makes."""
    return [f"{stem}.{suffix}" for stem, _ in selections(book) for suffix in SUFFIXES.values()]


def files(book: Book) -> dict[str, str]:
    """Return path -> text of every download."""
    formats = export.formats(book)
    return {
        f"{stem}.{SUFFIXES[name]}": write(chosen)
        for stem, chosen in selections(book)
        for name, write in formats.items()
    }


def stem(one: Checklist) -> str:
    """Return the path of a checklist's downloads, without what tells their formats apart."""
    return f"{FOLDER}/{one.page.src_uri.removesuffix('.md')}"


def level_stem(level: str) -> str:
    """Return the path of a level's downloads, likewise."""
    return f"{FOLDER}/level-{level}"

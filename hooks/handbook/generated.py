"""Everything that is generated from a handbook: path below docs -> text."""

from pathlib import Path

from handbook import bibliography_page, checklist
from handbook.book import Book, is_generated

CHECKLISTS = "api/checklists.json"
REFERENCES = "api/references.json"


def checklists(book: Book) -> dict[str, str]:
    """Return the checklist pages and their data."""
    return _free(book, checklist.pages(book) | {CHECKLISTS: checklist.data(book)})


def references(book: Book) -> dict[str, str]:
    """Return the bibliography page and its data."""
    page, data = bibliography_page.page(book), bibliography_page.data(book)
    return _free(book, {bibliography_page.SRC_URI: page, REFERENCES: data})


def files(book: Book) -> dict[str, str]:
    """Return all generated files."""
    return checklists(book) | references(book)


def in_the_way(book: Book) -> list[str]:
    """Return the paths where a person's file stands and a generated one would go."""
    paths = [*checklist.pages(book), bibliography_page.SRC_URI, CHECKLISTS, REFERENCES]
    return [src_uri for src_uri in paths if not _is_free(book, src_uri)]


def stale(book: Book) -> list[Path]:
    """Return the generated files in docs that nothing generates any more."""
    docs, current = book.settings.docs, files(book)
    written = sorted([*docs.rglob("*.md"), *docs.glob("api/*.json")])
    return [
        path
        for path in written
        if path.is_file() and is_generated(path) and path.relative_to(docs).as_posix() not in current
    ]


def write(book: Book) -> list[str]:
    """Write the generated files into docs, take stale ones away, and return what changed."""
    changed = []
    for path in stale(book):
        path.unlink()
        changed.append(f"removed {path.relative_to(book.settings.docs).as_posix()}")
    for src_uri, text in files(book).items():
        path = book.settings.docs / src_uri
        if not path.exists() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            changed.append(f"wrote {src_uri}")
    return changed


def _free(book: Book, texts: dict[str, str]) -> dict[str, str]:
    """Leave out what a person has written at the same path: nothing of theirs is overwritten."""
    return {src_uri: text for src_uri, text in texts.items() if _is_free(book, src_uri)}


def _is_free(book: Book, src_uri: str) -> bool:
    path = book.settings.docs / src_uri
    return not path.exists() or is_generated(path)

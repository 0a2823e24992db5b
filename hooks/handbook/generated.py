"""Everything that is generated from a handbook: path below docs -> text."""

from pathlib import Path

from handbook import bibliography_page, checklist
from handbook.book import Book, is_generated

CHECKLISTS = "api/checklists.json"
REFERENCES = "api/references.json"


def files(book: Book) -> dict[str, str]:
    """Return all generated files; none stands where a person has written one."""
    texts = {
        **checklist.pages(book),
        bibliography_page.SRC_URI: bibliography_page.page(book),
        CHECKLISTS: checklist.data(book),
        REFERENCES: bibliography_page.data(book),
    }
    return {src_uri: texts[src_uri] for src_uri in texts if _is_free(book, src_uri)}


def src_uris(book: Book) -> list[str]:
    """Return the paths of all generated files, without making them."""
    return [*checklist.src_uris(book), bibliography_page.SRC_URI, CHECKLISTS, REFERENCES]


def in_the_way(book: Book) -> list[str]:
    """Return the paths where a person's file stands and a generated one would go."""
    return [src_uri for src_uri in src_uris(book) if not _is_free(book, src_uri)]


def stale(book: Book) -> list[Path]:
    """Return the generated files in docs that nothing generates any more."""
    docs, current = book.settings.docs, set(src_uris(book))
    written = sorted([*docs.rglob("*.md"), *docs.glob("api/*.json")])
    return [
        path
        for path in written
        if path.is_file()
        and is_generated(path)
        and path.relative_to(docs).as_posix() not in current
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


def _is_free(book: Book, src_uri: str) -> bool:
    path = book.settings.docs / src_uri
    return not path.exists() or is_generated(path)

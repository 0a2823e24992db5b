"""Everything that is generated from a handbook: path below docs -> bytes."""

from pathlib import Path

from handbook.book import Book
from handbook.checklists import download
from handbook.checklists.checklist import FOLDER
from handbook.checklists.export import SCHEMA
from handbook.files import asset, manifest
from handbook.overviews import (
    bibliography_page,
    checklist_page,
    evidence,
    evidence_page,
    glossary_page,
    map_page,
    matrix,
    start_page,
)
from handbook.paper import pdf
from handbook.references import bibtex

CLAIMS = "api/claims.json"
# Where the site has what the generator brings to it.
ASSETS = {
    **{
        f"{FOLDER}/{name}": name
        for name in ("checklist.css", "checklist.js", "plan.js", "filter.js")
    },
    SCHEMA: "checklists.schema.json",
    evidence.SCHEMA: "claims.schema.json",
    bibliography_page.SCHEMA: "references.schema.json",
}


def files(book: Book) -> dict[str, bytes]:
    """Return all generated files; none stands where a person has written one."""
    texts = {
        **checklist_page.pages(book),
        bibliography_page.SRC_URI: bibliography_page.page(book),
        evidence_page.SRC_URI: evidence_page.page(book),
        **matrix.files(book),
        glossary_page.SRC_URI: glossary_page.page(book),
        map_page.SRC_URI: map_page.page(book),
        start_page.SRC_URI: start_page.page(book),
        bibliography_page.CSL_JSON: bibliography_page.data(book),
        bibliography_page.BIBTEX: bibtex.text(book.bibliography.references),
        CLAIMS: evidence.data(book),
        **download.files(book),
    }
    data = {
        **{src_uri: text.encode() for src_uri, text in texts.items()},
        **{src_uri: asset.data(name) for src_uri, name in ASSETS.items()},
        **pdf.files(book),
    }
    taken = set(in_the_way(book))
    free = {src_uri: found for src_uri, found in data.items() if src_uri not in taken}
    return free | {manifest.SRC_URI: manifest.text(free).encode()}


def src_uris(book: Book) -> list[str]:
    """Return the paths of all generated files, without making them."""
    return [
        *checklist_page.src_uris(book),
        bibliography_page.SRC_URI,
        evidence_page.SRC_URI,
        *matrix.src_uris(book),
        glossary_page.SRC_URI,
        map_page.SRC_URI,
        start_page.SRC_URI,
        bibliography_page.CSL_JSON,
        bibliography_page.BIBTEX,
        CLAIMS,
        *download.src_uris(book),
        *ASSETS,
        *pdf.src_uris(book),
        manifest.SRC_URI,
    ]


def all_src_uris(book: Book) -> set[str]:
    """Return the paths of all pages, and of all generated files."""
    return {*book.src_uris, *src_uris(book)}


def in_the_way(book: Book) -> list[str]:
    """Return the paths where a person's file stands and a generated one would go."""
    docs = book.settings.docs
    written = manifest.load(docs)
    return [
        src_uri
        for src_uri in src_uris(book)
        if (docs / src_uri).exists() and not _is_ours(docs, src_uri, written)
    ]


def stale(book: Book) -> list[str]:
    """Return the paths of generated files in docs that nothing generates any more."""
    docs, current = book.settings.docs, set(src_uris(book))
    written = manifest.load(docs)
    return [
        src_uri
        for src_uri in written
        if src_uri not in current and _is_ours(docs, src_uri, written)
    ]


def write(book: Book) -> list[str]:
    """Write the generated files into docs, take stale ones away, and return what changed."""
    changed = []
    for src_uri in stale(book):
        (book.settings.docs / src_uri).unlink()
        changed.append(f"removed {src_uri}")
    for src_uri, data in files(book).items():
        path = book.settings.docs / src_uri
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            changed.append(f"wrote {src_uri}")
    return changed


def _is_ours(docs: Path, src_uri: str, written: manifest.Digests) -> bool:
    path = docs / src_uri
    if not path.is_file() or not path.resolve().is_relative_to(docs):
        return False
    return written.get(src_uri) == manifest.digest(path.read_bytes())

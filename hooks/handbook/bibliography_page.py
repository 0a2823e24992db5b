"""The bibliography as a page, with the pages that cite each work, and as data."""

from handbook import csl, reference
from handbook.book import Book, generated_data, generated_page
from handbook.escape import escaped
from handbook.page import Page

SRC_URI = "bibliography.md"


def page(book: Book) -> str:
    """Return the text of the bibliography page."""
    cited_by = book.cited_by()
    entries = [
        f'- <span id="ref-{work.id}">{reference.full(work)}</span>{_cited(cited_by.get(work.id))}\n'
        for work in book.bibliography.references.values()
    ]
    body = "".join(entries) or "No work is cited yet.\n"
    about = "Every work cited, and the pages that cite it."
    return generated_page(body, title="Bibliography", description=about)


def _cited(pages: list[Page] | None) -> str:
    links = [f"[{escaped(page.title)}]({page.src_uri})" for page in pages or ()]
    return f"  \n  Cited in: {', '.join(links)}." if links else ""


def data(book: Book) -> str:
    """Return all references as CSL-JSON, each with the pages that cite the work."""
    cited_by = book.cited_by()
    works = [
        csl.data(work.fields) | {"cited_by": [page.src_uri for page in cited_by.get(work.id, ())]}
        for work in book.bibliography.references.values()
    ]
    return generated_data(references=works)

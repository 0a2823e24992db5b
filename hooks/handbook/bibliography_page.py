"""The bibliography as a page, with the pages that cite each work, and as data."""

from handbook import csl, dates, filters, reference
from handbook.bibliography import Reference
from handbook.book import Book, generated_data, generated_page
from handbook.escape import escaped
from handbook.page import Page
from handbook.yamltext import Sequence

SRC_URI = "bibliography.md"
REFERENCES = "api/references.json"
DOWNLOAD = f"Download: [all works as CSL-JSON]({REFERENCES}).\n"


def page(book: Book) -> str:
    """Return the text of the bibliography page."""
    cited_by, works = book.cited_by(), list(book.bibliography.references.values())
    entries = "".join(_entry(work, cited_by.get(work.id, [])) for work in works)
    filled = f"{DOWNLOAD}\n{_filter(works, cited_by)}\n{entries}"
    body = filled if works else "No work is cited yet.\n"
    about = "Every work cited, and the pages that cite it."
    return generated_page(body, title="Bibliography", description=about)


def _filter(works: list[Reference], cited_by: dict[str, list[Page]]) -> str:
    pages = [(page.src_uri, page.title) for work in works for page in cited_by.get(work.id, ())]
    return filters.form(
        ".hb-work",
        "works",
        topic=sorted((topic, topic) for work in works for topic in _topics(work)),
        type=sorted((work.type, work.type.replace("-", " ")) for work in works if work.type),
        year=sorted(((year, year) for work in works for year in _years(work)), reverse=True),
        page=sorted(pages, key=lambda page: page[1].casefold()),
    )


def _topics(work: Reference) -> dict[str, None]:
    found = work.fields.get("topics")
    return dict.fromkeys(map(str, found if isinstance(found, Sequence) else ()))


def _years(work: Reference) -> list[str]:
    """Return the year of issue, or of a range the first and the last."""
    return dates.years(work.get("issued")).split("–") if work.get("issued") else []


def _entry(work: Reference, pages: list[Page]) -> str:
    attributes = filters.attributes(
        topic=_topics(work),
        type=[work.type],
        year=_years(work),
        page=[page.src_uri for page in pages],
    )
    shown = f'<span id="ref-{work.id}" class="hb-work" {attributes}>{reference.full(work)}</span>'
    return f"- {shown}{_cited(pages)}\n"


def _cited(pages: list[Page]) -> str:
    links = [f"[{escaped(page.title)}]({page.src_uri})" for page in pages]
    return f"  \n  Cited in: {', '.join(links)}." if links else ""


def data(book: Book) -> str:
    """Return all references as CSL-JSON, each with the pages that cite the work."""
    cited_by = book.cited_by()
    works = [
        csl.data(work.fields) | {"cited_by": [page.src_uri for page in cited_by.get(work.id, ())]}
        for work in book.bibliography.references.values()
    ]
    return generated_data(references=works)

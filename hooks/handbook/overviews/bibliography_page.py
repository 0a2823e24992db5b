"""The bibliography as a page, with what is known of each work and who cites it, and as data."""

import json
from typing import Any

from handbook.book import LAST, Book, generated_page
from handbook.files.escape import attribute, escaped
from handbook.files.yamltext import Sequence
from handbook.identity import standing
from handbook.identity.standing import Standing
from handbook.overviews import filters
from handbook.pages.page import Page
from handbook.references import csl, dates, reference
from handbook.references.bibliography import Reference

SRC_URI = "bibliography.md"
BIBTEX, CSL_JSON = "api/references.bib", "api/references.json"
SCHEMA = "api/references.schema.json"
DOWNLOADS = f"Download: [BibTeX]({BIBTEX}) · [CSL-JSON]({CSL_JSON})\n"


def page(book: Book) -> str:
    """Return the text of the bibliography page."""
    cited_by, works = book.cited_by(), list(book.bibliography.references.values())
    entries = "".join(
        _entry(work, cited_by.get(work.id, []), standing.of(work, book)) for work in works
    )
    filled = "\n".join([standing.about(book), DOWNLOADS, _filter(works, cited_by), entries])
    body = filled if works else "No work is cited yet.\n"
    about = "Every work cited, and the pages that cite it."
    return generated_page(body, title="Bibliography", description=about, search=LAST)


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


def _entry(work: Reference, pages: list[Page], known: Standing) -> str:
    attributes = filters.attributes(
        topic=_topics(work),
        type=[work.type],
        year=_years(work),
        page=[page.src_uri for page in pages],
    )
    opening = f'<span id="ref-{attribute(work.id)}" class="hb-work" {attributes}>'
    return f"- {opening}{reference.full(work)}</span>{_cited(pages)}{_known(known)}\n"


def _cited(pages: list[Page]) -> str:
    links = [f"[{escaped(page.title)}]({page.src_uri})" for page in pages]
    return f"  \n  Cited in: {', '.join(links)}." if links else ""


def _known(known: Standing) -> str:
    seen = [*known.sentences, *(escaped(text) for text in known.seen)]
    if known.copy:
        seen.append(f'<a href="{attribute(known.copy)}">Archived copy</a>.')
    return f'  \n  <small class="hb-known">{" ".join(seen)}</small>' if seen else ""


def data(book: Book) -> str:
    """Return all references as CSL-JSON, each with the pages that cite the work.

    CSL-JSON has what is not its own under `custom`.
    """
    cited_by = book.cited_by()
    works = [
        work_data(work)
        | {
            "custom": {
                "cited_by": [page.src_uri for page in cited_by.get(work.id, ())],
                **standing.of(work, book).data,
            }
        }
        for work in book.bibliography.references.values()
    ]
    return json.dumps(works, ensure_ascii=False, indent=2) + "\n"


def work_data(work: Reference) -> dict[str, Any]:
    """Return a work as CSL-JSON; authors who are not listed are "others", as BibTeX has them."""
    found = csl.data(work.fields)
    authors = found.get("author")
    if isinstance(authors, list) and not work.complete:
        found["author"] = [*authors, {"literal": "others"}]
    return found

"""PDFs of checklists, by WeasyPrint: tagged, to fill in, one file for each size of paper."""

from handbook.book import Book
from handbook.checklist import Checklist


def src_uris(book: Book) -> list[str]:  # noqa: ARG001
    return []


def files(book: Book) -> dict[str, bytes]:  # noqa: ARG001
    return {}


def papers(one: Checklist | None) -> dict[str, str]:  # noqa: ARG001
    return {}

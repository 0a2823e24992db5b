"""Rules on citations and computed values: what a page names must exist."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.problem import Problem, did_you_mean

RULES = {
    "R101": "A citation's bracket is closed.",
    "R102": "A cited key is in the bibliography.",
    "R103": "A citation follows Pandoc's syntax.",
    "R104": "A computed value is one that a worked example computed.",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield each citation and computed value that names nothing."""
    known, file = book.bibliography.references, book.settings.bibliography
    listed = file.relative_to(book.settings.root).as_posix()
    for page in book.pages:
        for cited in page.citations:
            if cited.key not in known:
                message = f"citation '@{cited.key}' is not in {listed}."
                message += did_you_mean(cited.key, known, "'@{}'")
                yield Problem(page.src_uri, cited.at.line, cited.at.col, "R102", message)
        for name, at in page.computed:
            if name not in book.computed:
                message = f"'{{={name}}}' is no computed value."
                message += did_you_mean(name, book.computed, "'{{={}}}'")
                yield Problem(page.src_uri, at.line, at.col, "R104", message)

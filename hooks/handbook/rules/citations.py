"""Rules on citations and computed values: what a page names exists, and works are cited."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.problem import Problem, did_you_mean

RULES = {
    "R101": "A citation's bracket is closed.",
    "R102": "A cited key is in the bibliography.",
    "R103": "A citation follows Pandoc's syntax.",
    "R104": "A computed value is one that a worked example computed.",
    "R105": "What names a work of the bibliography is a citation.",
    "R229": """A work in the bibliography is cited by a page.
Why: an entry that nobody cites is read, checked and kept up to date for nobody.
Fix: cite it, or take it out; if a page to come will cite it, silence the rule and say which.""",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield each citation and computed value that names nothing, and each work not cited."""
    works, file = book.bibliography, book.settings.bibliography
    listed = file.relative_to(book.settings.root).as_posix()
    for page in book.pages:
        for cited in page.citations:
            if works.lacks(cited.key):
                message = f"citation '@{cited.key}' is not in {listed}."
                message += did_you_mean(cited.key, works.references, "'@{}'")
                yield Problem(page.src_uri, cited.at.line, cited.at.col, "R102", message)
        for missed, at in page.unsure:
            if missed.rule == "R105" and missed.name in works.references:
                message = f"'{missed.written}' is shown as it is. Write '[@{missed.name}]' to cite."
                yield Problem(page.src_uri, at.line, at.col, "R105", message)
        for name, at in page.computed:
            if name not in book.computed:
                message = f"'{{={name}}}' is no computed value."
                message += did_you_mean(name, book.computed, "'{{={}}}'")
                yield Problem(page.src_uri, at.line, at.col, "R104", message)
    yield from _uncited(book)


def _uncited(book: Book) -> Iterator[Problem]:
    if not book.pages or not book.is_read:
        return
    cited = {cited.key for page in book.pages for cited in page.citations}
    for entry in book.bibliography.entries:
        if (ident := entry.text("id")) and ident not in cited:
            message = f"No page cites '{ident}'. Cite it, or take the entry out."
            line, col = entry.place("id")
            yield Problem(book.bibliography.src_uri, line, col, "R229", message)

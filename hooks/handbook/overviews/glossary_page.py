"""The glossary as a page: every term with its meaning, and the page that explains it."""

from itertools import groupby

from handbook.book import LAST, Book, generated_page
from handbook.files.escape import escaped
from handbook.pages.term import Term

SRC_URI = "glossary.md"


def page(book: Book) -> str:
    """Return the text of the glossary page."""
    found = sorted(book.terms, key=lambda term: term.order)
    parts, letters = [], []
    for letter, terms in groupby(found, key=lambda term: _letter(term.names[0])):
        said, anchor = escaped(letter), f"letter-{letter[0].lower()}"
        parts.append(f'## <span id="{anchor}">{said}</span>\n\n{"".join(map(_entry, terms))}')
        letters.append(f"[{said}](#{anchor})")
    # A phone shows no table of contents.
    to_letters = f"{' · '.join(letters)}\n"
    body = "\n".join([to_letters, *parts]) if parts else "No term is explained yet.\n"
    about = "What the terms on these pages mean."
    return generated_page(body, title="Glossary", description=about, search=LAST)


def _letter(name: str) -> str:
    return name[0].upper() if name[0].isalpha() else "0–9"


def _entry(term: Term) -> str:
    name, *others = map(str, term.names)
    also = f" ({escaped(', '.join(others))})" if others else ""
    linked = f"[{escaped(name)}]({term.page})" if term.page else escaped(name)
    return f'- <strong id="{term.anchor}">{linked}</strong>{also}: {escaped(term.meaning)}\n'

"""Links between pages as HTML, in which no engine finds them."""

from html import escape

from handbook.book import Book


def link(book: Book, here: str, src_uri: str, text: str, anchor: str = "") -> str:
    """Return a link with a text from one page to another, whose `anchor` begins with `#`."""
    href = escape(book.settings.relative(src_uri, here) + anchor)
    return f'<a href="{href}">{escape(text)}</a>'

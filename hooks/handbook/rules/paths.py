"""The rule on paths in HTML, which engines leave to the browser: each leads to a file of the site.

In Markdown a path begins at the file that it stands in, in HTML at the address of its page.
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from handbook import generated
from handbook.book import Book
from handbook.pages.page import Page
from handbook.problem import Problem
from handbook.syntax.tag import Tag

RULES = {"R618": "A path in HTML leads to a file, from the address of its page."}


def check(book: Book) -> Iterator[Problem]:
    """Yield each path in HTML that leads to no file."""
    site, there = book.settings.at(""), set[str]()
    for page in book.pages:
        for tag, url, path in in_html(page):
            there = there or _files(book)
            here = unquote(posixpath.dirname(site.address(page.src_uri)))
            found = posixpath.normpath(posixpath.join("/", here, path))[1:]
            is_copied = (site.docs / found).is_file() and not found.endswith(".md")
            if _file(found) not in there and not is_copied:
                message = f"'{url}' leads to no file: in HTML, a path begins in '/{here}'. "
                message += "Write it in Markdown, or from there."
                yield Problem(page.src_uri, tag.at.line, tag.at.col, "R618", message)


def in_html(page: Page) -> Iterator[tuple[Tag, str, str]]:
    """Yield the links and images in HTML that lead to files of the site, with address and path."""
    for tag in page.tags:
        for name, url in tag.attributes if tag.name in {"a", "img"} and not tag.written else ():
            if name in {"href", "src"} and (path := on_site(url)):
                yield tag, url, path


def on_site(url: str) -> str:
    """Return the path of an address, or nothing of one to another site, or that can't be read."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)


def _files(book: Book) -> set[str]:
    """Return where pages and generated files will be on the site."""
    site = book.settings.at("")
    return {_file(unquote(site.address(src_uri))) for src_uri in generated.all_src_uris(book)}


def _file(path: str) -> str:
    """Return one path for what a server answers alike: a folder, and the page in it."""
    return path.removesuffix("index.html").rstrip("/")

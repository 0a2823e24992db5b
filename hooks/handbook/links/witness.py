"""The witness: what a crawl of the built site sees, joined to where its pages' authors wrote it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from handbook.book import Book
from handbook.links import inventory
from handbook.links.audit import Audit
from handbook.links.crawl import Seen, crawl
from handbook.links.inventory import WEB, Referrer
from handbook.problem import Problem

ADDRESS = re.compile(r"""href=["']?(https?://[^"'\s>]+)""")


def of_site(book: Book, folder: Path) -> Audit:
    """Crawl a built site; its problems are links that lead nowhere, and addresses not known."""
    seen = crawl(folder)
    problems = {*_broken(book, seen), *_unknown(book, folder, seen)}
    pages = {link.page for link in seen}
    return Audit(tuple(sorted(problems)), (f"{len(seen)} links on {len(pages)} pages",))


def external(book: Book, seen: list[Seen]) -> list[Seen]:
    """Return the links of a site that lead to others; a page says its own address, too."""
    own = book.settings.site_url
    return [
        link
        for link in seen
        if link.address.startswith(WEB) and not (own and link.address.startswith(own))
    ]


def normal(address: str) -> str:
    """Return an address in a form in which two that LinkChecker holds for one are equal."""
    return unquote(address)


def of_theme(folder: Path, address: str) -> bool:
    """Tell whether an address is the theme's: on the page for errors, which has no author.

    So is what is below one, such as where a page of the repository can be edited.
    """
    errors = folder / "404.html"
    found = ADDRESS.findall(errors.read_text("utf-8")) if errors.is_file() else []
    return any(f"{address}/".startswith(f"{url.rstrip('/')}/") for url in found)


def _broken(book: Book, seen: list[Seen]) -> Iterator[Problem]:
    for link in seen:
        if link.wrong and not link.address.startswith(WEB):
            at = _written(book, link)
            message = f"The link to '{link.address}' leads nowhere on the site: {link.wrong}."
            yield Problem(at.src_uri, at.line, at.col, "R925", f"{message} Correct it.")


def _unknown(book: Book, folder: Path, seen: list[Seen]) -> Iterator[Problem]:
    known = {normal(address) for address in inventory.inventory(book)}
    for link in external(book, seen):
        if normal(link.address) not in known and not of_theme(folder, link.address):
            at = _written(book, link)
            message = (
                f"'{link.address}' is on the site, but not in Markdown, so nobody asks for it."
            )
            yield Problem(at.src_uri, at.line, at.col, "R926", f"{message} Write it as a link.")


def _written(book: Book, link: Seen) -> Referrer:
    """Return where a link of a page of the site was written, or else the page's beginning."""
    page = next((page for page in book.pages if _path(book, page.src_uri) == link.page), None)
    if page is None:
        return Referrer(link.page or "index.html", 1, 1)
    for number, line in enumerate(
        (book.settings.docs / page.src_uri).read_text("utf-8").split("\n")
    ):
        if (col := line.find(link.address)) >= 0:
            return Referrer(page.src_uri, number + 1, col + 1)
    return Referrer(page.src_uri, 1, 1)


def _path(book: Book, src_uri: str) -> str:
    return book.settings.address(src_uri).removeprefix(book.settings.site_url)

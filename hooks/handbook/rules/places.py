"""The rule on places within pages: a link to one leads to one, before an engine says that it fails.

What only an engine knows counts as there: generated pages, footnotes, and a heading's second name.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from markdown.extensions.toc import slugify

from handbook.book import Book
from handbook.pages.page import Page
from handbook.problem import Problem, did_you_mean
from handbook.rules.addresses import target

RULES = {"R607": "A link to a place on a page leads to one."}
# Names that an author gives, in an attribute list or in HTML.
NAMED = re.compile(r"""\{[^{}\n]*#(?P<list>[^\s{}]+)|\bid=["']?(?P<html>[^\s"'>]+)""")
# What the generator and the engine name: works, citations, footnotes, the top of a page.
OF_THE_SITE = re.compile(r"(?:ref-|cite-|fn:|fnref\d*:|__).*|")
# Of two headings with one text, the second is told apart: `markdown.extensions.toc.unique`.
COUNT = re.compile(r"_\d+$")


def check(book: Book) -> Iterator[Problem]:
    """Yield each link to a place that its page does not have."""
    # What stands on a page that could not be read is not known.
    pages = {page.src_uri: page for page in book.pages if page.lines}
    known: dict[str, set[str]] = {}
    for page in book.pages:
        for address in page.addresses:
            # Most lead to a whole page.
            there, place = _split(page, address.url) if "#" in address.url else ("", "")
            if not place or there not in pages:
                continue
            if there not in known:
                known[there] = places(pages[there])
            names = known[there]
            if not {place, COUNT.sub("", place)} & names and not OF_THE_SITE.fullmatch(place):
                message = f"The link '{address.url}' leads to no place of {there}."
                hint = did_you_mean(place, names, "'#{}'")
                yield Problem(page.src_uri, address.at.line, address.at.col, "R607", message + hint)


def places(page: Page) -> set[str]:
    """Return the names of a page's headings and items, and those that its author gave."""
    named = {match["list"] or match["html"] for match in NAMED.finditer(page.text)}
    return named | {slugify(section.title, "-") for section in page.sections}


def _split(page: Page, url: str) -> tuple[str, str]:
    """Return the path below docs and the place of an address, or nothing of one that leads out."""
    try:
        parts = urlsplit(url)
    except ValueError:  # R601 says so
        return "", ""
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return "", ""
    there = target(page, unquote(parts.path)) if parts.path else page.src_uri
    return there, unquote(parts.fragment)

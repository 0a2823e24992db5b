"""Rules on images: who can't see one is told what it shows, and it is one."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.pages.page import Page
from handbook.problem import Found, Problem
from handbook.rules.paths import in_html, on_site

RULES = {
    "R624": "An image has a text, or says that it only decorates.",
    "R620": "An image is a file that browsers show as one.",
}
# https://developer.mozilla.org/en-US/docs/Web/Media/Guides/Formats/Image_types
SUFFIXES = (".apng", ".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def check(book: Book) -> Iterator[Problem]:
    """Yield the images without a text, and those that are none."""
    for page in book.pages:
        for line, col, rule, message in (*_in_markdown(page), *_in_html(page)):
            yield Problem(page.src_uri, line, col, rule, message)


def _in_markdown(page: Page) -> Iterator[Found]:
    for image in page.addresses:
        if image.is_image:
            at = (image.at.line, image.at.col)
            if image.is_bare:
                yield *at, "R624", _untold(image.url, "{role=presentation}' behind it")
            yield from _of_other_kind(*at, image.url)


def _in_html(page: Page) -> Iterator[Found]:
    for tag, url, _ in in_html(page):
        if tag.name == "img":
            at = (tag.at.line, tag.at.col)
            # An empty text says that it decorates:
            # https://html.spec.whatwg.org/multipage/images.html#a-purely-decorative-image-that-doesn't-add-any-information
            if "alt" not in dict(tag.attributes):
                yield *at, "R624", _untold(url, 'alt=""\' in it')
            yield from _of_other_kind(*at, url)


def _untold(url: str, how: str) -> str:
    return f"The image '{url}' has no text. Write what it shows, or '{how} if it only decorates."


def _of_other_kind(line: int, col: int, url: str) -> Iterator[Found]:
    path = on_site(url)
    if path and not path.lower().endswith(SUFFIXES):
        known = ", ".join(SUFFIXES)
        yield line, col, "R620", f"'{url}' is no image that browsers show. One ends with {known}."

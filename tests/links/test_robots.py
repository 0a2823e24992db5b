"""robots.txt, as RFC 9309 reads it."""

import time

import pytest

from handbook.links.robots import Robots, parse

ALL = "User-agent: *\n"
US = "User-agent: handbook-links\n"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("<html>Hi", "/a", True),
        (ALL + "Disallow: /", "/a", False),
        (ALL + "Disallow:", "/a", True),
        (ALL + "Disallow: /a # why", "/ab", False),
        (ALL + "Disallow: /a\nAllow: /ab", "/abc", True),
        (ALL + "Disallow: /a\nAllow: /a", "/a", True),
        (ALL + "Disallow: /*.pdf$", "/x/y.pdf", False),
        (ALL + "Disallow: /*.pdf$", "/x/y.pdf?a", True),
        (ALL + "Disallow: /a*c*e$", "/abcde", False),
        (ALL + "Disallow: /a*c*e", "/aecx", True),
        (ALL + "Disallow: /a$", "/a", False),
        (ALL + "Disallow: /*?q=", "/s?q=1", False),
        (ALL + "Disallow: /%C3%A4", "/ä", False),
        (ALL + "Disallow: /\n" + US + "Allow: /", "/a", True),
        (US + "User-agent: other\nDisallow: /", "/a", False),
        (US + "Disallow: /a\n" + ALL + "Disallow: /b\n" + US + "Disallow: /c", "/c", False),
        ("\ufeffUSER-AGENT:*\r\nDISALLOW:/\r\n", "/a", False),
        ("Disallow: /\n" + ALL + "Allow: /", "/a", True),
    ],
)
def test_allows(text: str, path: str, allowed: bool) -> None:
    """The group for us counts, or that for all, and in it the longest pattern."""
    assert parse(text).allows(path) is allowed


def test_delay() -> None:
    """A number of seconds between requests is read; words are none."""
    assert parse(ALL + "Crawl-delay: 2.5").delay == 2.5
    assert parse(ALL + "Crawl-delay: soon\nCrawl-delay: -1").delay == 0


def test_many_stars_take_no_time() -> None:
    """A pattern made to take for ever takes none."""
    start = time.process_time()
    robots = Robots((("/" + "*a" * 20_000 + "b", False),))
    assert robots.allows("/" + "a" * 50_000)
    assert time.process_time() - start < 1

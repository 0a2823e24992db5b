"""Addresses: what a browser would run is told from what it would open."""

import pytest

from handbook.pages.address import scheme

WRONG = "Write an address that begins with https:, http:, mailto:, or a path."


@pytest.mark.parametrize(
    "url", ["", "a.md", "../a/b.md#c", "?a=b:c", "#a:b", "./a:b", "HTTPS://a.test/", "mailto:a@b.c"]
)
def test_opened(url: str) -> None:
    """A path, an address on the web and a mailbox are left alone."""
    assert scheme(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        "javascript:1",
        " JavaScript:1",
        "java\tscript:1",
        "java&Tab;script:1",
        "javascript&#58;1",
        "javascript&colon;1",
        "\x01javascript:1",
        "data:text/html,x",
        "vbscript:1",
        "file:///etc/passwd",
        "blob:x",
    ],
)
def test_run(url: str) -> None:
    """White space, control characters, capitals and entities hide no other scheme."""
    assert scheme(url) == WRONG

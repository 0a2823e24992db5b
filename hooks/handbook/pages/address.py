"""Addresses: what a browser would do with one."""

import html
import re

# Browsers take white space and control characters out before they look at an address:
# https://url.spec.whatwg.org/#url-parsing
IGNORED = re.compile(r"[\x00-\x20]")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = ("https", "http", "mailto")


def scheme(url: str) -> str:
    """Say what to do about an address that leads neither to a page nor to a mailbox, or nothing."""
    match = SCHEME.match(IGNORED.sub("", html.unescape(url)))
    if not match or match[1].lower() in SCHEMES:
        return ""
    return (
        f"Write an address that begins with {', '.join(f'{name}:' for name in SCHEMES)}, or a path."
    )

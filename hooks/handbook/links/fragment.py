"""Fragments: which identifiers on a page the part of an address behind `#` may mean."""

import re
from urllib.parse import unquote

# https://wicg.github.io/scroll-to-text-fragment/
DIRECTIVE = ":~:"
# A browser goes to the top of the page: https://html.spec.whatwg.org/#the-indicated-part
TOP = {"", "top"}
# Read by a script on the page, not by the browser: a route, or a line of code.
FOR_SCRIPT = re.compile(r"[!/]|L\d+")
# GitHub's prefix for identifiers in what people write; its script finds them without it.
PREFIX = "user-content-"


def identifiers(fragment: str) -> frozenset[str]:
    """Return the identifiers of which one must be on the page; none when nothing is asked for."""
    bare = fragment.partition(DIRECTIVE)[0]
    decoded = unquote(bare)
    if decoded.lower() in TOP:
        return frozenset()
    return frozenset({bare, decoded, PREFIX + decoded})


def is_for_script(fragment: str) -> bool:
    """Tell whether only a script can know what a fragment means."""
    return FOR_SCRIPT.match(fragment) is not None

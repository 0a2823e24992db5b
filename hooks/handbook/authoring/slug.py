"""Slugs: what a page's file is called, made from its title."""

import re

from handbook.references.key import plain

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
# File systems take 255 bytes; a name that is read in an address has fewer.
LONGEST = 60


def slug(title: str) -> str:
    """Return a title in small letters from a to z, digits and hyphens; nothing when it has none."""
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’\u0300-\u036f]", "", plain(title))).strip("-")
    if len(words) <= LONGEST:
        return words
    return words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]

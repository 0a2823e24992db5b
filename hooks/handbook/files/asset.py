"""Assets: the style sheet, the scripts and the schemas that the generator brings to a site."""

import re
from pathlib import Path

# Indents, empty lines, and comments, which have lines of their own.
NOT_SERVED = re.compile(rb"^\s*(?:(?://|/\*\*).*\n\s*)*", re.MULTILINE)
FOLDER = Path(__file__).parent.parent / "assets"


def text(name: str) -> str:
    """Return an asset that is text."""
    return (FOLDER / name).read_text("utf-8")


def data(name: str) -> bytes:
    """Return the bytes of an asset, as the site serves it."""
    found = (FOLDER / name).read_bytes()
    return NOT_SERVED.sub(b"", found) if name.endswith(".js") else found

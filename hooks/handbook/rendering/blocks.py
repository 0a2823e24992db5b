"""Block parsing: with those of Python-Markdown's processors that a document can need.

Each of them looks at each block, and most look for a sign that no block of the document has.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor, ReferenceProcessor
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.tables import TableProcessor
from pymdownx.details import DetailsProcessor  # type: ignore[import-untyped]

# A processor -> a sign without which it changes nothing; any other is always asked.
SIGNS: dict[type, str] = {
    AbbrBlockprocessor: "*[",
    AdmonitionProcessor: "!!!",
    BlockQuoteProcessor: ">",
    DetailsProcessor: "???",
    FootnoteBlockProcessor: "[^",
    HashHeaderProcessor: "#",
    ReferenceProcessor: "]:",
    TableProcessor: "|",
}


@contextmanager
def needed(parser: BlockParser, text: str) -> Iterator[None]:
    """Ask only those processors that a document can need; `text` has each sign of the document."""
    registered: Any = parser.blockprocessors
    parser.blockprocessors = [  # type: ignore[assignment]
        one for one in registered if SIGNS.get(type(one), "") in text
    ]
    try:
        yield
    finally:
        parser.blockprocessors = registered

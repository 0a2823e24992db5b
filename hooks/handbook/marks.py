"""Marks: single characters put into a text so that its places survive the Markdown parser.

A parser that keeps no line numbers keeps characters.
A mark is one character of Unicode's private-use plane 15, which is neither a letter nor a space
nor punctuation, so that no Markdown rule looks at it.
"""

import re

FIRST = 0xF0000
LIMIT = 0xFFFE
MARK = f"[{chr(FIRST)}-{chr(FIRST + LIMIT - 1)}]"


_ANY = re.compile(MARK)


def mark(index: int) -> str:
    """Return the mark for a place; `index` is below `LIMIT`."""
    return chr(FIRST + index)


def index(char: str) -> int:
    """Return the index of a mark."""
    return ord(char) - FIRST


def among(text: str) -> list[str]:
    """Return the marks of a text, in their order."""
    return [] if text.isascii() else _ANY.findall(text)


def without(text: str) -> str:
    """Return the text without marks."""
    return text if text.isascii() else _ANY.sub("", text)

"""Marks: single characters put into a text so that its places survive the Markdown parser.

A parser that keeps no line numbers keeps characters.
A mark is one character of Unicode's private-use plane 15, which is neither a letter nor a space
nor punctuation, so that no Markdown rule looks at it.
"""

FIRST = 0xF0000
LIMIT = 0xFFFE
MARK = f"[{chr(FIRST)}-{chr(FIRST + LIMIT - 1)}]"


def mark(index: int) -> str:
    """Return the mark for a place; `index` is below `LIMIT`."""
    return chr(FIRST + index)


def index(char: str) -> int | None:
    """Return the index of a mark, or None for any other character."""
    number = ord(char) - FIRST
    return number if 0 <= number < LIMIT else None


_NOTHING = dict.fromkeys(range(FIRST, FIRST + LIMIT))


def without(text: str) -> str:
    """Return the text without marks."""
    return text if text.isascii() else text.translate(_NOTHING)

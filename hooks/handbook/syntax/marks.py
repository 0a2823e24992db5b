"""Marks: single characters put into a text so that its places survive the Markdown parser.

A parser that keeps no line numbers keeps characters.
A mark is one character of Unicode's private-use plane 15, which is neither a letter nor a space
nor punctuation, so that no Markdown rule looks at it.
In a tag it is one of plane 16 instead: behind a space, where it is an attribute, or in an attribute
list behind a full stop and before a space, where it is a class.
"""

import re

FIRST = 0xF0000
LIMIT = 0xFFFE
PLANE = 0x10000
MARK = f"[{chr(FIRST)}-{chr(FIRST + LIMIT - 1)}]"
TAG_MARK = f"[{chr(FIRST + PLANE)}-{chr(FIRST + PLANE + LIMIT - 1)}]"


_MARK = re.compile(MARK)
_ANY = re.compile(f"{MARK}|{TAG_MARK}")
_TAG = re.compile(TAG_MARK)
_INSERTED_TAG = re.compile(rf"\.{TAG_MARK} | ?{TAG_MARK}")


def mark(index: int) -> str:
    """Return the mark for a place; `index` is below `LIMIT`."""
    return chr(FIRST + index)


def in_tag(index: int) -> str:
    """Return what to insert behind the name of a tag."""
    return f" {chr(FIRST + PLANE + index)}"


def in_attributes(index: int) -> str:
    """Return what to insert where an attribute list begins."""
    return f".{chr(FIRST + PLANE + index)} "


def index(char: str) -> int:
    """Return the index of a mark."""
    return (ord(char) - FIRST) % PLANE


def among(text: str) -> list[str]:
    """Return the marks of a text outside tags, in their order."""
    return [] if text.isascii() else _MARK.findall(text)


def first(text: str) -> str:
    """Return the first mark of a text, also one in a tag, or nothing."""
    match = None if text.isascii() else _ANY.search(text)
    return match[0] if match else ""


def offsets(text: str) -> dict[str, int]:
    """Return the marks of a text, each with where it would stand if there were no marks."""
    if text.isascii():
        return {}
    return {match[0]: match.start() - i for i, match in enumerate(_ANY.finditer(text))}


def without(text: str) -> str:
    """Return the text without marks, and without what was inserted with them."""
    if text.isascii():
        return text
    # Few texts have a tag, and a set of characters alone is looked for several times as fast.
    return _MARK.sub("", _INSERTED_TAG.sub("", text) if _TAG.search(text) else text)

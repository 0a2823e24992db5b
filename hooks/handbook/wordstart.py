"""Patterns of words that are quick to rule out: a page is searched for them at each of its letters.

Without regard to case, Python's engine tries each word in turn.
A letter that it may look up before is several times as quick.
"""

import re
from collections.abc import Callable, Iterable


def by_letter(words: Iterable[str]) -> str:
    """Return a pattern of words in any case, each a pattern that begins with a small letter."""
    return "|".join(
        f"(?-i:[{letter}{letter.upper()}])(?:{rest})" for letter, rest in _groups(words)
    )


def finder(words: Iterable[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a text has one of some such words, in any case."""
    groups = "|".join(f"{letter}(?:{rest})" for letter, rest in _groups(words))
    # A character before each, as the engine looks for a set faster than for a word's boundary.
    pattern = re.compile(rf"[^a-z](?:{groups})\b")
    return lambda text: bool(pattern.search(f" {text.lower()}"))


def _groups(words: Iterable[str]) -> Iterable[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return [(letter, "|".join(rests)) for letter, rests in groups.items()]

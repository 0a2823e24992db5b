"""A value of BibTeX: parts in braces or quotes, numbers, and names of @strings, joined by '#'."""

import re
from collections.abc import Iterator, Mapping

from handbook.cite.fault import FaultError, shown

# In characters: a @string that holds another twice, and so on, would fill any memory.
MAX_LENGTH = 100_000
NUMBER = re.compile(r"\d+", re.ASCII)
DELIMITER = re.compile(r'(?<!\\)[{}"]')
PART = re.compile(r'\s*(?:(?P<open>[{"])|(?P<word>[^\s{}"#,=]+))')
FIELD_BEGINS = re.compile(r"(?P<name>[\w-]+)\s*=")


def joined(raw: str, strings: Mapping[str, str]) -> str:
    """Return a value with what its @strings stand for; `FaultError` when it is none.

    `strings` are by names in small letters.
    """
    text = ""
    for part in _parts(raw, strings):
        text += part
        if len(text) > MAX_LENGTH:
            raise FaultError(0, f"This value has more than {MAX_LENGTH:,} characters. Cut it.")
    return text


def _parts(raw: str, strings: Mapping[str, str]) -> Iterator[str]:
    end = -1
    while end < len(raw):
        match = PART.match(raw, end + 1)
        if not match:
            raise FaultError(0, f"{shown(raw)} is no value. Write it in braces.")
        end = match.end()
        if match["open"]:
            end = _closing(raw, match.start("open")) + 1
            if not end:
                raise FaultError(0, f"The braces of {shown(raw)} do not match.")
            yield raw[match.end() : end - 1]
        else:
            yield _word(match, strings)
        rest = raw[end:].lstrip()
        end = len(raw) - len(rest)
        if rest and rest[0] != "#":
            raise _unexpected(raw, end)


def _word(match: re.Match[str], strings: Mapping[str, str]) -> str:
    word = match["word"]
    if NUMBER.fullmatch(word):
        return word
    if word.lower() not in strings:
        message = f"'{word}' is no @string of this file. Define it above, or write the value"
        raise FaultError(match.start("word"), f"{message} in braces.")
    return strings[word.lower()]


def _closing(text: str, start: int) -> int:
    """Return where the brace or quote that opens at `start` is closed, or -1."""
    depth = 0
    for match in DELIMITER.finditer(text, start + 1):
        if depth == 0 and match[0] == {"{": "}"}.get(text[start], '"'):
            return match.start()
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return -1


def _unexpected(raw: str, at: int) -> FaultError:
    """Return what is wrong with what follows a part of a value."""
    if match := FIELD_BEGINS.match(raw, at):
        return FaultError(at, f"'{match['name']}' follows a value without a comma. Write one.")
    return FaultError(0, f"{shown(raw)} is no value. Write it in braces.")

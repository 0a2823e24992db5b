"""A problem: what is wrong, where it stands, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One problem; `line` and `col` are 1-based, `col` counts characters."""

    src_uri: str
    line: int
    col: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.src_uri}:{self.line}:{self.col}: {self.rule} {self.message}"


# Line, column, rule and message of a problem in a file that the caller knows.
Found = tuple[int, int, str, str]


class UnusableError(Exception):
    """What was given can't be used at all; the text says where, what, and what to do."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of `known` that a misspelt word may have meant, or nothing."""
    near = get_close_matches(word, sorted(known), n=1)
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str], quote: str = "'{}'") -> str:
    """Return " Did you mean 'x'?" for the nearest of `known`, or nothing."""
    near = nearest(word, known)
    return f" Did you mean {quote.format(near)}?" if near else ""

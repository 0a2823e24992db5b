"""A problem: what is wrong, where it stands, and what to do about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

# What ends a line, moves the cursor, turns the text around or is not seen, but for a tab.
CONTROL = re.compile("[\0-\x08\n-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, order=True)
class Problem:
    """One problem; `line` and `col` are 1-based, `col` counts characters."""

    src_uri: str
    line: int
    col: int
    rule: str
    message: str

    def __str__(self) -> str:
        """The problem in one line, in which what controls a terminal is shown as in Python."""
        said = f"{self.src_uri}:{self.line}:{self.col}: {self.rule} {self.message}"
        return CONTROL.sub(lambda sign: ascii(sign[0])[1:-1], said)


# Line, column, rule and message of a problem in a file that the caller knows.
Found = tuple[int, int, str, str]


class UnusableError(Exception):
    """What was given can't be used at all; the text says where, what, and what to do."""


# The least share of equal signs that two spellings of one word have, as in `get_close_matches`.
NEAR = 0.6


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of `known` that a misspelt word may have meant, or nothing.

    Capitals do not matter, and that a year or another number is the same is not enough.
    """
    folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    near = get_close_matches(word.casefold(), folded, cutoff=NEAR)
    letters = _letters(word)
    return next((folded[name] for name in near if _is_near(letters, _letters(name))), "")


def _letters(word: str) -> str:
    return re.sub(r"\d", "", word).casefold()


def _is_near(letters: str, others: str) -> bool:
    return letters == others or SequenceMatcher(None, letters, others).ratio() >= NEAR


def did_you_mean(word: str, known: Iterable[str], quote: str = "'{}'") -> str:
    """Return " Did you mean 'x'?" for the nearest of `known`, or nothing."""
    near = nearest(word, known)
    return f" Did you mean {quote.format(near)}?" if near else ""

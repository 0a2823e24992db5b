"""How two writings of a title agree, so that a slip is told from the title of another work."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import IntEnum

from handbook.identity.words import bare, words


class Agreement(IntEnum):
    """How far two fields agree, the best first."""

    SAME = 0
    CLOSE = 1
    OTHER = 2


# What publishers put before the title of a work that they have taken back.
TAKEN_BACK = re.compile(
    r"\W*(?:retracted|withdrawn|removed)(?: article| paper| chapter)?\W+", re.IGNORECASE
)
# What makes one work of another: a notice, an answer, a part beside it.
ABOUT = {
    *("retraction", "withdrawal", "erratum", "errata", "corrigendum", "correction", "addendum"),
    *("comment", "comments", "commentary", "reply", "rejoinder", "response", "discussion"),
    *("review", "supplement", "supplementary", "supporting", "appendix", "editorial", "preface"),
    *("foreword", "introduction", "index", "solutions", "workbook", "volume", "vol", "part"),
    *("revisited", "extended", "abstract", "tutorial", "slides", "poster"),
}
NUMBER = re.compile(
    r"\d+\w{0,2}|[ivx]+|one|two|three|four|five|six|first|second|third|fourth|fifth"
)
EDITION = re.compile(
    r"[\s,:;.([-]+(?P<edition>\w+)[\s-]+(?:edition|edn|ed)\b[.)\]]*\s*$", re.IGNORECASE
)
# Words that a slip loses or brings in; "not" is none of them.
LIGHT = {"a", "an", "the", "of", "for", "on", "in", "to", "and", "with", "by", "from", "its"}
# Before a word, they turn what it says.
NEGATIONS = ("un", "in", "im", "ir", "il", "non", "de", "dis", "anti", "mis", "a")
# Where a title is parted from a subtitle, a series or a remark.
PARTED = re.compile(r"\s*(?:[:?!—]|\.(?=\s|$)|\s[–-]+(?=\s)|[–-]{2,}|[;([](?!\w*\)\w))\s*")
# A part of fewer letters may stand in any title.
SHORT = 10
MAX_SLIPS = 2


def agreement(ours: str, theirs: str) -> Agreement:
    """Return how a title agrees with a registrar's; `CLOSE` is worth a look, and one work.

    A registrar may leave out a subtitle, or put a series before the title.
    """
    ours, theirs = _work(ours), _work(theirs)
    mine, other = words(ours), words(theirs)
    if not mine or not other:
        return Agreement.OTHER
    if "".join(mine) == "".join(other):
        return Agreement.SAME
    if _is_part(theirs, ours) or _is_part(ours, theirs, series=True):
        longer = "".join(mine) not in "".join(other)
        return Agreement.SAME if longer else Agreement.CLOSE
    return Agreement.CLOSE if _is_slip(mine, other) else Agreement.OTHER


def edition(title: str) -> str:
    """Return the digits of the edition that a title ends with, or its word, or nothing."""
    match = EDITION.search(bare(title))
    return _number(match["edition"]) if match else ""


def _number(word: str) -> str:
    ordinals = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    low = word.casefold()
    digits = re.match(r"\d+", low)
    return digits[0] if digits else str(ordinals.index(low) + 1) if low in ordinals else low


def _work(title: str) -> str:
    """Return a title without a publisher's mark and its edition."""
    return EDITION.sub("", TAKEN_BACK.sub("", bare(title), count=1).strip())


def _is_part(part: str, whole: str, *, series: bool = False) -> bool:
    """Tell whether a title is another's main title, or with `series` what follows one."""
    short = "".join(words(part))
    for before, after in _halves(whole):
        for half, rest in ((before, after), (after, before))[: 2 if series else 1]:
            if "".join(words(half)) == short and (half == before or len(short) > SHORT):
                rests = words(rest)
                return not ABOUT & set(rests[:3]) and not any(map(NUMBER.fullmatch, rests[:1]))
    return False


def _halves(title: str) -> Iterator[tuple[str, str]]:
    for match in PARTED.finditer(title):
        before, after = title[: match.start()], title[match.end() :]
        if words(before) and words(after):
            yield before, after


def _is_slip(mine: list[str], other: list[str]) -> bool:
    """Tell a title with a few slips of the pen from another."""
    slips = 0
    for tag, a, b, c, d in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        ours, theirs = mine[a:b], other[c:d]
        if tag == "equal" or "".join(ours) == "".join(theirs):
            continue
        slips += max(len(ours), len(theirs))
        if not _are_close(ours, theirs):
            return False
    return slips <= MAX_SLIPS and 3 * slips <= max(len(mine), len(other), 3)


def _are_close(ours: list[str], theirs: list[str]) -> bool:
    if len(ours) == len(theirs):
        return all(misspelt(a, b) for a, b in zip(ours, theirs, strict=True))
    return set(ours) | set(theirs) <= LIGHT or misspelt("".join(ours), "".join(theirs))


def misspelt(one: str, two: str) -> bool:
    """Tell two spellings of a word from two words, or two numbers."""
    if one in LIGHT and two in LIGHT:
        return True
    if NUMBER.fullmatch(one) or NUMBER.fullmatch(two):
        return False
    if any(one == f"{no}{two}" or two == f"{no}{one}" for no in NEGATIONS):
        return False
    allowed = 1 if max(len(one), len(two)) < 7 else 2
    return min(len(one), len(two)) > 2 and one[0] == two[0] and distance(one, two) <= allowed


def distance(one: str, two: str) -> int:
    """Return how many letters are to be put in, taken out, changed or swapped with the next."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(two, 1):
            costs = [before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)]
            if i > 1 and j > 1 and a == two[j - 2] and b == one[i - 2]:
                costs.append(last[j - 2] + 1)
            row.append(min(costs))
    return row[-1]

"""Author and year: how a work is named in the text, so that no two works are named alike.

The rules are those of the Chicago Manual of Style (18th edition, author-date) as pandoc's citeproc
applies them: more authors tell works apart, and where they are the same, a letter after the year.
Given names are not used for it, so that two Browns of one year are 2020a and 2020b.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from handbook.references import dates
from handbook.references.name import Name, listed
from handbook.references.title import headline, typographic

if TYPE_CHECKING:  # what a bibliography holds, and it needs this module to be made
    from handbook.references.bibliography import Reference

UNQUOTED = {"book", "legislation"}
QUOTED = {"article", "dataset", "paper-conference", "speech", "thesis", "webpage"}
# Letters that Unicode does not take apart and that sort as those that they were made of.
STRUCK = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
OTHERS = Name(literal="others")


def told_apart(references: Iterable["Reference"]) -> dict[str, "Reference"]:
    """Return the references by id in the order of lists, each named as no other is."""
    found = {work.id: work for work in sorted(references, key=_place)}
    for alike in _alike(found.values()):
        found |= _with_more_authors(alike)
    for alike in _alike(found.values()):
        found |= {work.id: replace(work, letter=_letter(i)) for i, work in enumerate(alike)}
    return found


def label(work: "Reference", *, author: bool = True) -> str:
    """Return "Breck et al. 2017", or the year alone when its author is not wanted."""
    who, when = work.author, work.year
    if not author:
        return when
    if not when.startswith("n.d."):
        return f"{who} {when}"
    return f"{who[:-1]},” {when}" if who.endswith("”") else f"{who}, {when}"


def year(work: "Reference") -> str:
    """Return the year or years of issue with the letter, or "n.d."."""
    if issued := dates.years(work.get("issued")):
        return issued + work.letter
    return f"n.d.-{work.letter}" if work.letter else "n.d."


def listed_under(work: "Reference") -> str:
    """Return the authors as they stand in the text, or the title of a work that has none."""
    if not work.names or work.type == "legislation":
        return title(work, work.get("title-short") or work.get("title"))
    names = [name.short for name in work.names]
    everyone = len(everyone_of(work))
    et_al = not work.complete or 2 < everyone > work.shown
    return listed(names[: work.shown] if everyone > 2 else names, et_al=et_al)


def title(work: "Reference", text: str) -> str:
    """Return a title of a work with headline capitals, and in quotes unless it is a whole."""
    capital = headline(text, work.get("language"))
    if capital and is_quoted(work):
        return f"“{typographic(capital, 1)}”"
    return typographic(capital)


def is_quoted(work: "Reference") -> bool:
    """Tell a part of a larger work, whose title is in quotes, from a whole one."""
    is_part = work.type in QUOTED or bool(work.get("container-title"))
    return is_part and work.type not in UNQUOTED


def _place(work: "Reference") -> tuple[list[str], bool, str, list[str], str]:
    """Return what a list is sorted by: authors or title, then year, those without one last."""
    names = () if work.type == "legislation" else work.names
    shown = names[: 3 if len(everyone_of(work)) > 6 else None]
    first = " ".join(name.inverted for name in shown) or work.get("title")
    issued = work.get("issued")
    return _collated(first), not issued, dates.years(issued), _collated(work.get("title")), work.id


def _collated(text: str) -> list[str]:
    """Return the words, of each the letters and digits, small and without accents.

    That is the first level of the Unicode collation, with punctuation that counts for nothing.
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(STRUCK)
    words = re.split(r"[\s'’,]+", plain)
    return ["".join(char for char in word if char.isalnum()) for word in words if word]


def _alike(works: Iterable["Reference"]) -> Iterator[list["Reference"]]:
    """Yield the groups of works that the text names alike, each in the order of lists."""
    same: dict[str, list[Reference]] = defaultdict(list)
    for work in works:
        same[label(work)].append(work)
    yield from (group for group in same.values() if len(group) > 1)


def _with_more_authors(alike: list["Reference"]) -> dict[str, "Reference"]:
    """Return the works of a group with as many authors shown as tell them apart."""
    found: dict[str, Reference] = {}
    left = alike
    for count in range(1, max(len(everyone_of(work)) for work in alike) + 1):
        begins = Counter(everyone_of(work)[:count] for work in left)
        if 1 in begins.values():
            found |= {work.id: replace(work, shown=count) for work in left}
            left = [work for work in left if begins[everyone_of(work)[:count]] > 1]
    return found


def everyone_of(work: "Reference") -> tuple[Name, ...]:
    """Return the names of a work, the others that its entry leaves out counted as one."""
    return work.names if work.complete else (*work.names, OTHERS)


def _letter(index: int) -> str:
    """Return a, b, ... z, aa, ab, ..."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters

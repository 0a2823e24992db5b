"""The key of a work: an author's family name and the year, in letters from a to z and digits."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import count, product
from string import ascii_lowercase

from handbook.files.yamltext import Mapping
from handbook.references.bibliography import people
from handbook.references.dates import not_a_date

KEY = re.compile(r"[a-z][a-z0-9]*", re.ASCII)
# Letters that Unicode does not take apart, and how German is written without its own.
PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
WORD = re.compile(r"[^\W\d_]{2,}")
# Words that begin many titles.
ARTICLES = {"a", "an", "the", "on"}


def names(entry: Mapping) -> Iterator[str]:
    """Yield the family names of authors and editors in letters from a to z, where they have any."""
    for person in people(entry, "author", "editor"):
        family, particle = person.text("family"), person.text("non-dropping-particle")
        for name in (family, f"{particle}{family}", family.casefold().translate(GERMAN)):
            if letters := re.sub(r"[^a-z]", "", plain(name)):
                yield letters


def years(entry: Mapping) -> list[str]:
    """Return the year of issue, or the first and the last of a range."""
    issued = entry.text("issued")
    return [] if not_a_date(issued, ranged=True) else [part[:4] for part in issued.split("/")]


def plain(text: str) -> str:
    """Return a text in small letters without accents, in letters from a to z as far as it can."""
    return unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))


def derived(entry: Mapping, taken: Collection[str]) -> str:
    """Return the key that the convention gives, with the next free letter when it is taken.

    Where no name has Latin letters, the entry's own key, its title or its type stands in for one.
    """
    stem = _stem(entry)
    letters = ("".join(word) for size in count(1) for word in product(ascii_lowercase, repeat=size))
    if not any(re.fullmatch(f"{stem}[a-z]?", key) for key in taken):
        return stem
    return next(key for letter in letters if (key := stem + letter) not in taken)


def _stem(entry: Mapping) -> str:
    year = "".join(years(entry)[:1])
    name = next(names(entry), "") or next(filter(None, _other_names(entry)), "")
    return f"{name}{year}"


def _other_names(entry: Mapping) -> Iterator[str]:
    for person in people(entry, "author", "editor"):
        yield _letters(_shortened(person.text("literal")))
    own = entry.text("id").casefold()
    yield re.split(r"\d", own)[0] if KEY.fullmatch(own) else ""
    words = [_letters(word) for word in entry.text("title").split()]
    yield next((word for word in words if word and word not in ARTICLES), "")
    yield _letters(entry.text("type")) or "work"


def _shortened(name: str) -> str:
    """Return "WHO" for the World Health Organization, and "NIST" for the NIST Research Library."""
    words = WORD.findall(name)
    initials = "".join(word[0] for word in words if word[0].isupper())
    short = next((word for word in words if word.isupper()), "")
    return short or (initials if len(initials) > 2 else name)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", plain(text))

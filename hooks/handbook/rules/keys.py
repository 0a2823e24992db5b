"""Rules on the ids of entries, which are the keys of citations."""

import re
import unicodedata
from collections.abc import Iterator

from handbook.bibliography import people
from handbook.dates import not_a_date
from handbook.problem import Found
from handbook.yamltext import Mapping, Text

RULES = {
    "R227": """An id follows one convention: author, year, and what tells two apart.
Why: whoever writes a citation can guess the key, and sees in it what is cited.
Fix: write the family name of an author or editor, or its beginning, in letters from a to z, and
the year: 'sparckjones1972', 'mikolov2013a'.
A work of an institution, or without a date, has small letters and digits: 'who2019', 'iso42001'.
Change the id on the pages that cite it too.""",
}
KEY = re.compile(r"[a-z][a-z0-9]*", re.ASCII)
# Letters that Unicode does not take apart, and how German is written without its own.
PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def check(entry: Mapping) -> Iterator[Found]:
    """Yield the problem of an entry's id."""
    ident = entry.get("id")
    if not isinstance(ident, Text) or not ident:
        return
    names, issued = list(_names(entry)), entry.text("issued")
    years = issued.split("/") if not not_a_date(issued, ranged=True) else []
    wanted = f"{names[0]}{years[0][:4]}" if names and years else ""
    if not KEY.fullmatch(ident):
        plain = wanted or re.sub(r"[^a-z0-9]", "", _plain(ident))
        hint = f"Write '{plain}'." if KEY.fullmatch(plain) else "Write it in those."
        message = f"The id '{ident}' is not of small letters from a to z and digits. {hint}"
        yield ident.line, ident.col, "R227", message
    elif wanted and not any(_fits(ident, names, year[:4]) for year in years):
        message = f"The id '{ident}' is not an author's family name and the year. Write '{wanted}'."
        yield ident.line, ident.col, "R227", message


def _fits(ident: str, names: list[str], year: str) -> bool:
    name, found, _ = ident.partition(year)
    return bool(found and name) and any(full.startswith(name) for full in names)


def _names(entry: Mapping) -> Iterator[str]:
    """Yield the family names of authors and editors in letters from a to z, where they have any."""
    for person in people(entry, "author", "editor"):
        family, particle = person.text("family"), person.text("non-dropping-particle")
        for name in (family, f"{particle}{family}", family.casefold().translate(GERMAN)):
            if plain := re.sub(r"[^a-z]", "", _plain(name)):
                yield plain


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))

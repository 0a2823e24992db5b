"""Rules on the ids of entries, which are the keys of citations."""

import re
from collections.abc import Iterator

from handbook.files.yamltext import Mapping, Text
from handbook.problem import Found
from handbook.references.key import KEY, names, plain, years

RULES = {
    "R227": """An id follows one convention: author, year, and what tells two apart.
Why: whoever writes a citation can guess the key, and sees in it what is cited.
Fix: write the family name of an author or editor, or its beginning, in letters from a to z, and
the year: 'sparckjones1972', 'mikolov2013a'.
A work of an institution, or without a date, has small letters and digits: 'who2019', 'iso42001'.
Change the id on the pages that cite it too.""",
}


def check(entry: Mapping) -> Iterator[Found]:
    """Yield the problem of an entry's id."""
    ident = entry.get("id")
    if not isinstance(ident, Text) or not ident:
        return
    known, dates = list(names(entry)), years(entry)
    wanted = f"{known[0]}{dates[0]}" if known and dates else ""
    if not KEY.fullmatch(ident):
        simple = wanted or re.sub(r"[^a-z0-9]", "", plain(ident))
        hint = f"Write '{simple}'." if KEY.fullmatch(simple) else "Write it in those."
        message = f"The id '{ident}' is not of small letters from a to z and digits. {hint}"
        yield ident.line, ident.col, "R227", message
    elif wanted and not any(_fits(ident, known, year) for year in dates):
        message = f"The id '{ident}' is not an author's family name and the year. Write '{wanted}'."
        yield ident.line, ident.col, "R227", message


def _fits(ident: str, known: list[str], year: str) -> bool:
    name, found, _ = ident.partition(year)
    return bool(found and name) and any(full.startswith(name) for full in known)

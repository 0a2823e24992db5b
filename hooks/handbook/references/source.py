"""Sources: where a work stands, and who published it, as a reference says them.

As in the Chicago Manual of Style (18th edition, author-date), by the rules of pandoc's own style.
"""

import re
from collections.abc import Iterator

from handbook.references.bibliography import Reference, people_of
from handbook.references.dates import MONTHS
from handbook.references.name import Name, listed
from handbook.references.run import Run, Runs, joined
from handbook.references.title import headline, typographic

# Of more than six names, three are shown.
MAX_NAMES, FIRST_NAMES = 6, 3
# Types whose day of issue is shown.
DAILY = {"article", "dataset", "speech", "standard", "webpage"}
SERIAL = {"article-journal", "article-magazine", "article-newspaper", "post-weblog"}
# Of an edition; Python makes no number of more than 4,300 digits.
MAX_DIGITS = 9
NUMBER = re.compile(r"[A-Za-z]*([0-9]+)[A-Za-z]*")
FIRST_WORD = re.compile(r"\A(\W*)([^\W\d_]+)")
# Bounded, so that no text is slow.
PAGES = re.compile(r"([A-Za-z]{0,9})([0-9]{1,20})\s*[-–]+\s*\1([0-9]{1,20})(?![0-9])")


def source(work: Reference) -> Iterator[Runs]:
    """Yield what stands between the title of a work and its address."""
    in_proceedings = work.type == "paper-conference" and not work.editors
    yield [Run(_kind(work))]
    if work.type in SERIAL or in_proceedings:
        yield [Run(capital(_by("translated", people_of(work, "translator"))))]
        yield _serial(work)
        return
    parts = list(_identifiers(work))
    if work.type != "webpage" and (container := _container(work)):
        yield joined([[Run("In "), *container], *([Run(part)] for part in parts)], ", ")
    else:
        yield from ([Run(capital(part))] for part in parts)
    yield [Run(_series(work))]
    yield _published(work)


def _kind(work: Reference) -> str:
    """Return what kind of work it is, where nothing else says so with more."""
    is_said = work.get("number") or work.type in {"chapter", "thesis"} or _says_kind_inside(work)
    return "" if is_said else capital(work.get("genre"))


def _says_kind_inside(work: Reference) -> bool:
    """Tell a part of a larger work that says what kind of work it is behind the title of that."""
    is_document = work.type in {"report", "software", "standard"}
    is_talk = work.type == "speech" and not work.editors
    return bool((is_document or is_talk) and work.get("container-title"))


def _series(work: Reference) -> str:
    """Return "Lecture Notes 7"; a page of the web is in none."""
    title = typographic(headline(work.get("collection-title"), work.get("language")))
    is_in_one = title and work.type != "webpage"
    return f"{title} {work.get('collection-number')}".strip() if is_in_one else ""


def _serial(work: Reference) -> Runs:
    """Return "*Journal* 12 (3): 4–9".

    The style adds "ahead of print" to a journal's article that has neither volume nor pages; here
    that may be an entry that leaves them out.
    """
    volume, issue, where = work.get("volume"), work.get("issue"), _issue(work)
    is_daily = work.type == "article-newspaper"
    follows, series = bool(volume and not is_daily), typographic(work.get("collection-title"))
    pages = work.get("number") or ("" if is_daily else page_range(work.get("page")))
    if series:
        where = ", ".join(filter(None, [series, f"vol. {where}" if follows else where]))
    where = (": " if volume or issue else ", ").join(filter(None, [where, pages]))
    return joined([_container(work), [Run(where)]], " " if follows and not series else ", ")


def _issue(work: Reference) -> str:
    """Return "12 (3)", "no. 3" or the date, which a newspaper has alone."""
    volume, issue, month = work.get("volume"), work.get("issue"), _date(work, day=False)
    if not (volume or issue) or work.type == "article-newspaper":
        return _date(work)
    if volume:
        return f"{volume} ({issue or month})" if issue or month else volume
    return f"no. {issue} ({month})" if month and work.names else f"no. {issue}"


def _identifiers(work: Reference) -> Iterator[str]:
    """Yield number, version, edition, editors and volume, as far as there are any."""
    number, version, volume = work.get("number"), work.get("version"), work.get("volume")
    is_labelled = NUMBER.fullmatch(number) and work.type != "standard"
    number = f"No. {number}" if is_labelled else capital(number)
    genre = "" if work.type == "chapter" else work.get("genre")
    if number:
        yield f"{headline(genre, work.get('language'))} {number}".strip()
    else:
        yield capital(genre) if _says_kind_inside(work) else ""
    yield f"{'v.' if work.type == 'software' else 'version'} {version}" if version else ""
    yield _edition(work.get("edition"))
    yield from _hands(work)
    yield f"vol. {volume}" if NUMBER.fullmatch(volume) else volume


def _edition(edition: str) -> str:
    """Return "2nd ed.", or the words of an edition that has no number."""
    match = NUMBER.fullmatch(edition)
    if not match or len(match[1]) > MAX_DIGITS:
        return edition
    number = int(match[1])
    is_teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')} ed."


def _hands(work: Reference) -> Iterator[str]:
    """Yield who edited and who translated the work of others."""
    editors = work.editors if work.authors else ()
    translators = people_of(work, "translator")
    if editors and editors == translators:
        yield _by("edited and translated", editors)
    else:
        yield _by("edited", editors)
        yield _by("translated", translators)


def _by(done: str, people: tuple[Name, ...]) -> str:
    names = [name.natural for name in people]
    if len(names) > MAX_NAMES:
        return f"{done} by {listed(names[:FIRST_NAMES], et_al=True)}"
    return f"{done} by {listed(names)}" if names else ""


def _published(work: Reference) -> Runs:
    site = [Run(run.text) for run in _container(work)] if work.type == "webpage" else []
    genre, number = work.get("genre"), work.get("number")
    facts = [
        "Preprint" if work.type == "article" and not genre else "",
        capital(genre) if work.type == "thesis" and not number else "",
        capital(typographic(work.get("publisher"))),
        _date(work) if work.type in DAILY else "",
    ]
    return joined([site, *([Run(fact)] for fact in facts)], ", ")


def _container(work: Reference) -> Runs:
    container = headline(work.get("container-title"), work.get("language"))
    return [Run(typographic(container), "em")] if container else []


def _date(work: Reference, *, day: bool = True) -> str:
    """Return "June 12" or "June" of the date of issue, as far as it is given."""
    _, month, of_month = [*work.get("issued").split("-"), "0", "0"][:3]
    if not (re.fullmatch("0[1-9]|1[0-2]", month) and re.fullmatch("[0-3]?[0-9]", of_month)):
        return ""
    name = MONTHS[int(month) - 1]
    return f"{name} {int(of_month)}" if day and int(of_month) else name


def accessed(work: Reference) -> str:
    """Return "Accessed June 12, 2020" for a page of the web that has no date of its own."""
    if work.get("issued") or work.get("DOI") or not (work.get("accessed") and work.get("URL")):
        return ""
    year, month, day = [*work.get("accessed").split("-"), "", ""][:3]
    name = MONTHS[int(month) - 1] if re.fullmatch("0[1-9]|1[0-2]", month) else ""
    day = f" {int(day)}," if name and re.fullmatch("[0-3][0-9]", day) else ""
    return f"Accessed {name}{day} {year}".replace("  ", " ")


def capital(text: str) -> str:
    """Return the text with a capital, unless its first word has one inside."""
    first = FIRST_WORD.match(text)
    if not first or not first[2].islower():
        return text
    return f"{first[1]}{first[2].capitalize()}{text[first.end() :]}"


def page_range(pages: str) -> str:
    """Return pages with the last number cut as Chicago does it: 321–25, 107–8, 1200–1215."""
    return PAGES.sub(_cut, pages)


def _cut(match: re.Match[str]) -> str:
    letters, first, last = match.groups()
    last = first[: max(0, len(first) - len(last))] + last
    if len(first) > 2 and len(first) == len(last) and not first.endswith("00"):
        kept = 1 if first[-2] == last[-2] == "0" else 2
        same = next((i for i in range(len(last)) if first[i] != last[i]), len(last))
        last = last[min(same, len(last) - kept) :]
    return f"{letters}{first}–{last}"

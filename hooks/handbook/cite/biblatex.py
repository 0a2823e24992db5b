"""What BibTeX and biblatex call the types and fields of this handbook, read much as by pandoc."""

import re
from collections.abc import Iterable

from handbook.cite.bibtex import MONTHS, Entry
from handbook.cite.fault import Fault
from handbook.cite.latex import LatexError, plain
from handbook.cite.names import persons
from handbook.cite.record import Names, Record, Texts, titled
from handbook.files.yamltext import Mapping
from handbook.references.identifier import ARXIV, alone

# A type that is not here goes in as it is; a rule then says which there are.
TYPES = {
    "article": "article-journal",
    **dict.fromkeys(("book", "booklet", "collection", "mvbook", "mvcollection"), "book"),
    **dict.fromkeys(("mvproceedings", "mvreference", "proceedings", "reference"), "book"),
    **dict.fromkeys(("bookinbook", "inbook", "incollection", "suppbook"), "chapter"),
    **dict.fromkeys(("conference", "inproceedings"), "paper-conference"),
    "inreference": "entry-encyclopedia",
    **dict.fromkeys(("manual", "report", "techreport"), "report"),
    **dict.fromkeys(("mastersthesis", "phdthesis", "thesis"), "thesis"),
    **dict.fromkeys(("electronic", "online", "www"), "webpage"),
    **dict.fromkeys(("movie", "video"), "motion_picture"),
    "unpublished": "article",
}
# biblatex's keys for a kind of thesis or report, and the types of BibTeX that say it.
GENRES = {
    "bathesis": "Bachelor's thesis",
    **dict.fromkeys(("mathesis", "mastersthesis"), "Master's thesis"),
    "phdthesis": "PhD thesis",
    "resreport": "Research report",
    "techreport": "Technical report",
}
ROLES = {
    **{role: role for role in ("author", "editor", "translator")},
    "container-author": "bookauthor",
}
# Field -> where it comes from: the first that is there.
PLAIN = {
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "publisher-place": ("location", "address"),
    "collection-title": ("series",),
    "container-title-short": ("shortjournal",),
    "title-short": ("shorttitle",),
    "original-title": ("origtitle",),
    "event-title": ("eventtitle",),
    "event-place": ("venue",),
    "edition": ("edition",),
    "volume": ("volume",),
    "number-of-volumes": ("volumes",),
    "chapter-number": ("chapter",),
    "page": ("pages",),
    "number-of-pages": ("pagetotal",),
    "version": ("version",),
    "note": ("note",),
}
# What BibTeX does not take for LaTeX.
VERBATIM = {
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "accessed": "urldate",
    "event-date": "eventdate",
    "original-date": "origdate",
}
# What says more of a field that is taken.
BESIDES = ("archiveprefix", "eprinttype", "eprintclass", "primaryclass")
# What stands in an address or a DOI because of LaTeX: '\_', and '{\_}'.
ESCAPE = re.compile(r"\\([#$%&_~])|[{}]")
ADDRESS = re.compile(r"https?://[^\s{}]+")
# "arXiv preprint arXiv:1706.03762", and what Google Scholar, ADS and DBLP call that journal.
PREPRINT = re.compile(
    r"(?:arxiv|corr)(?:\s(?:e-?prints?|preprints?))?[\s,:]{0,2}(?P<id>[\w:./-]{0,40})"
    r"(?:\s?\[[^\]]*\])?",
    re.IGNORECASE,
)
YEAR = re.compile(r"\d{4}", re.ASCII)
# "May", "may 3" or "3 May", as BibTeX has a day too.
MONTH = re.compile(
    r"(?:(?P<day>\d\d?)\W+)?(?P<month>[a-z]{3})[a-z]*\.?(?:\W+(?P<after>\d\d?))?",
    re.ASCII | re.IGNORECASE,
)


def record(entry: Entry) -> tuple[Record, list[Fault]]:
    """Return an entry in the fields of this handbook, and what in it can't be read."""
    fields, source = entry.fields, _Source(entry.fields)
    names = {role: source.persons(name) for role, name in ROLES.items()}
    texts = _texts(source, entry.type)
    if ("author" if "author" in fields else "editor") in source.incomplete:
        texts["author_complete"] = "false"
    left_out = tuple(name for name in fields if fields[name] and name not in source.taken)
    return Record(texts, names, entry.key, fields.line, fields.col, left_out), source.faults


class _Source:
    """The fields of an entry: those that were taken, and the lists of names that are incomplete."""

    def __init__(self, fields: Mapping) -> None:
        self.fields = fields
        self.taken = set(BESIDES)
        self.incomplete: set[str] = set()
        self.faults: list[Fault] = []

    def first(self, names: Iterable[str]) -> str:
        """Take the first field that is not empty and not taken, and return its name."""
        there = (name for name in names if self.fields.text(name) and name not in self.taken)
        name = next(there, "")
        self.taken.add(name)
        return name

    def verbatim(self, *names: str) -> str:
        return ESCAPE.sub(r"\1", self.fields.text(self.first(names))).strip()

    def plain(self, *names: str) -> str:
        name = self.first(names)
        try:
            return plain(self.fields.text(name))
        except LatexError as error:
            self.fault(name, error)
            return ""

    def persons(self, name: str) -> Names:
        try:
            found, complete = persons(self.fields.text(self.first([name])))
        except LatexError as error:
            self.fault(name, error)
            return []
        if not complete:
            self.incomplete.add(name)
        return found

    def fault(self, name: str, error: LatexError) -> None:
        value = self.fields[name]
        self.faults.append((value.line, value.col, str(error)))


def _texts(source: _Source, type_: str) -> Texts:
    texts = {"URL": _address(source), "issued": source.verbatim("date") or _issued(source)}
    texts |= {field: source.plain(*names) for field, names in PLAIN.items()}
    texts |= {field: source.verbatim(name) for field, name in VERBATIM.items()}
    texts["title"] = titled(source.plain("title"), source.plain("subtitle"))
    texts["container-title"] = _container(source)
    genre = source.plain("type")
    texts["genre"] = GENRES.get(genre or type_, genre)
    texts |= _numbers(source, type_, in_series=bool(texts["collection-title"]))
    texts |= _preprint(texts) | _eprint(source)
    return texts | {"type": _type(type_, texts)}


def _address(source: _Source) -> str:
    """Return the address, which older entries have where they say how the work was published."""
    if match := ADDRESS.search(ESCAPE.sub(r"\1", source.fields.text("howpublished"))):
        source.taken.add("howpublished")
    return source.verbatim("url") or (match[0] if match else "")


def _container(source: _Source) -> str:
    journal = titled(source.plain("journaltitle", "journal"), source.plain("journalsubtitle"))
    return journal or titled(source.plain("booktitle"), source.plain("booksubtitle"))


def _numbers(source: _Source, type_: str, *, in_series: bool) -> Texts:
    """Return what the number counts: issues of a journal, volumes of a series, or works."""
    if type_ == "article":
        return {"issue": source.plain("number", "issue"), "number": source.plain("eid")}
    return {"collection-number" if in_series else "number": source.plain("number")}


def _eprint(source: _Source) -> Texts:
    fields = source.fields
    kind = (fields.text("eprinttype") or fields.text("archiveprefix")).casefold()
    if not kind and ARXIV.fullmatch(alone(fields.text("eprint"))):
        kind = "arxiv"
    field = {"arxiv": "arxiv", "pubmed": "PMID"}.get(kind)
    return {field: source.verbatim("eprint")} if field else {}


def _preprint(texts: Texts) -> Texts:
    """Return the arXiv id that stands in place of a journal's volume or number."""
    match = PREPRINT.fullmatch(texts["container-title"])
    if not match:
        return {}
    places = {name: texts.get(name, "") for name in ("volume", "number", "page")}
    ids = {
        name: arxiv
        for name, text in {"container-title": match["id"], **places}.items()
        if ARXIV.fullmatch(arxiv := alone(text.removeprefix("abs/")))
    }
    return {
        **dict.fromkeys(ids, ""),
        "arxiv": next(iter(ids.values()), ""),
        "container-title": "arXiv",
    }


def _type(type_: str, texts: Texts) -> str:
    """Return a type of this handbook; what BibTeX calls "misc" may be any."""
    container = texts["container-title"]
    is_alone = texts.get("arxiv") and not container and type_ in {"article", "misc"}
    if container == "arXiv" or is_alone:
        return "article"
    return "webpage" if type_ == "misc" and texts["URL"] else TYPES.get(type_, type_)


def _issued(source: _Source) -> str:
    """Return year, month and day as one date, or the year as it is written."""
    year, month = source.plain("year"), source.plain("month")
    if not YEAR.fullmatch(year) or not month:
        return year
    match = MONTH.fullmatch(month)
    name = match["month"].lower() if match else ""
    is_number = re.fullmatch(r"\d\d?", month) is not None
    number = MONTHS.index(name) + 1 if name in MONTHS else int(month) if is_number else 0
    if not number:
        source.taken.discard("month")
        return year
    day = source.plain("day") or (match and (match["day"] or match["after"])) or ""
    return "-".join(part.zfill(2) for part in (year, str(number), day) if part)

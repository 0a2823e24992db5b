"""Entries of BibTeX and biblatex: ours come back as they are, and pandoc reads them as we do."""

import json
import re
import subprocess
from importlib.metadata import files

from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latexencode import unicode_to_latex  # type: ignore[import-untyped]

from conftest import ROOT, STUDY
from handbook.cite import biblatex, bibtex
from handbook.cite.record import as_entry
from handbook.files.yamltext import Mapping, Sequence
from handbook.references import bibliography, csl

# Our type -> BibTeX's.
TYPES = {
    "article": "misc",
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "report",
    "thesis": "thesis",
}
# Our field -> BibTeX's and biblatex's.
FIELDS = {
    "title": ("title", "title"),
    "publisher": ("publisher", "publisher"),
    "volume": ("volume", "volume"),
    "edition": ("edition", "edition"),
    "page": ("pages", "pages"),
    "issued": ("year", "date"),
    "DOI": ("doi", "doi"),
    "ISBN": ("isbn", "isbn"),
    "URL": ("url", "url"),
    "arxiv": ("eprint", "eprint"),
}
OF_ARTICLES = {
    "container-title": ("journal", "journaltitle"),
    "issue": ("number", "number"),
    "number": ("eid", "eid"),
}
OF_OTHERS = {"container-title": ("booktitle", "booktitle"), "number": ("number", "number")}
VERBATIM = {"DOI", "URL", "arxiv"}
BOTH = [*bibliography.load(ROOT / "docs/references.yml", ROOT / "docs").entries]
BOTH += bibliography.load(STUDY / "docs/references.yml", STUDY / "docs").entries
OURS = [entry for entry in BOTH if entry.text("type") in TYPES]


def common(entry: Mapping) -> dict[str, object]:
    """Return the fields that BibTeX has too; it knows no larger work of a report."""
    known = {"type", "author", "editor", "author_complete", *FIELDS, "issue", "number"}
    if entry.text("type") not in {"report", "article"}:
        known.add("container-title")
    return {name: value for name, value in entry.items() if name in known}


def written(entry: Mapping, *, is_biblatex: bool, encoded: bool, marks: str = "{}") -> str:
    """Return an entry in BibTeX, or biblatex, with accents as signs or encoded."""
    kind = TYPES[entry.text("type")]
    names = FIELDS | (OF_ARTICLES if kind == "article" else OF_OTHERS)
    lines = [("archiveprefix", "arXiv")] if entry.get("arxiv") else []
    for field, value in common(entry).items():
        if isinstance(value, Sequence):
            people = [name(person) for person in value if isinstance(person, Mapping)]
            people += ["others"] if entry.text("author_complete") == "false" else []
            lines.append((field, latex(" and ".join(people), encoded=encoded)))
        elif field in names:
            text = str(value).replace("-", "--") if field == "page" else str(value)
            encode = encoded and field not in VERBATIM
            lines.append((names[field][is_biblatex], latex(text, encoded=encode)))
    fields = "".join(f"  {field} = {marks[0]}{text}{marks[1]},\n" for field, text in lines)
    return f"@{kind}{{key,\n{fields}}}\n"


def latex(text: str, *, encoded: bool) -> str:
    """Return a text with its accents and signs in LaTeX, but for braces and quotes."""
    encode = unicode_to_latex if encoded else str
    return re.sub(r'[^"{}]+', lambda match: encode(match[0]), text)


def name(person: Mapping) -> str:
    """Return a name as BibTeX has it."""
    if person.text("literal"):
        return f"{{{person.text('literal')}}}"
    family = f"{person.text('non-dropping-particle')} {person.text('family')}".strip()
    return ", ".join(filter(None, (family, person.text("suffix"), person.text("given"))))


def read(text: str) -> Mapping:
    """Return the entry that comes of one of BibTeX."""
    entries, faults = bibtex.read(text)
    record, more = biblatex.record(entries[0])
    assert faults + more == []
    assert record.left_out == ()
    return as_entry(record)


@given(st.sampled_from(OURS), st.booleans(), st.booleans(), st.sampled_from(["{}", '""']))
@settings(max_examples=300, deadline=None)
def test_ours_come_back(entry: Mapping, is_biblatex: bool, encoded: bool, marks: str) -> None:
    """An entry of ours, written in any way of BibTeX, comes back with the same fields."""
    quotable = not encoded and '"' not in str(common(entry))
    text = written(
        entry, is_biblatex=is_biblatex, encoded=encoded, marks=marks if quotable else "{}"
    )
    assert common(read(text)) == common(entry)


def test_number_without_end() -> None:
    """A month that is a number of any length is read as none, and told."""
    entries, _ = bibtex.read(f"@misc{{a, year = 2020, month = {{{'1' * 5000}}}}}")
    record, faults = biblatex.record(entries[0])
    assert faults == []
    assert (record.texts["issued"], record.left_out) == ("2020", ("month",))


def test_pandoc_reads_the_same() -> None:
    """Pandoc reads the BibTeX of our entries as we do, but for its own rules on titles."""
    texts = [written(entry, is_biblatex=True, encoded=True) for entry in OURS]
    pandoc = next(path for path in files("pypandoc_binary") or () if path.name == "pandoc")
    command = [str(pandoc.locate()), "-f", "biblatex", "-t", "csljson"]
    given = "".join(text.replace("{key,", f"{{key{n},", 1) for n, text in enumerate(texts))
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    # Pandoc puts the accent of LaTeX's \'{\i} on the i without a dot that it is written with.
    said = done.stdout.replace("\N{LATIN SMALL LETTER DOTLESS I}\N{COMBINING ACUTE ACCENT}", "í")
    theirs = {entry["id"]: entry for entry in json.loads(said)}
    for n, text in enumerate(texts):
        assert comparable(csl.data(read(text))) == comparable(theirs[f"key{n}"])


def comparable(data: dict[str, object]) -> dict[str, object]:
    """Return what pandoc takes from BibTeX too; it changes capitals and apostrophes."""
    names = ("issued", "volume", "issue", "page", "publisher", "DOI")
    found = {name: data.get(name) for name in (*names, "container-title", "author")}
    if data["type"] not in {"article-journal", "paper-conference", "chapter"}:
        del found["container-title"]
    authors = found["author"]
    if isinstance(authors, list):
        # Pandoc says of no particle that a name is sorted under it.
        found["author"] = [
            {part.removeprefix("non-"): text for part, text in author.items()}
            for author in authors
            if author != {"literal": "others"}
        ]
    return {
        name: value.casefold().replace("\u2019", "'") if isinstance(value, str) else value
        for name, value in found.items()
    }

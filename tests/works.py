"""Works for the tests: bibliographies from a few words, and random ones for pandoc to print too."""

import json
from typing import Any

from hypothesis import strategies as st

from handbook.overviews import bibliography_page
from handbook.references import bibliography
from handbook.references.bibliography import Bibliography

TITLE_WORDS = (
    *("on", "the", "way", "to", "a", "better", "NumPy:", "why", "up", "is", "not", "down?", "in"),
    *("3D", '"the best"', "don't", "re-use", "via", "end-to-end", "(as", "is)", "learning!"),
    *("K-means", "A/B", "testing", "über", "for", "about", "under", "'odd'", "GloVe"),
)
FAMILIES = (
    *("Smith", "van der Berg", "al-Khalil", "d'Alembert", "Spärck Jones", "王", "Łukasz"),
    *("de la Cruz", "von Neumann", "O'Neil", "Niculescu-Mizil", "Žliobaitė"),
)
GIVEN = ("John", "J. R.", "Jean-Luc", "小明", "Karen", "D.", "Hal, III", "María José", "")
OFFICES = ("World Health Organization", "fifty-five", "O'Reilly & Co.")
SERIAL = (
    *("article-journal", "article-magazine", "article-newspaper", "paper-conference"),
    "post-weblog",
)
WHOLE = (
    *("article", "book", "chapter", "dataset", "report", "speech", "standard", "thesis"),
    "webpage",
)
FIELDS = {
    "volume": ["12"],
    "page": ["12-15", "321-325", "1200-1215", "107-108", "S72-S103", "1496-1504", "100-104", "5"],
    "number": ["44", "NIST AI 100-1"],
    "publisher": ["fifty", "MIT Press", "O'Reilly"],
    "genre": ["technical report", "PhD thesis", "NASA note"],
    "version": ["1.2", "beta"],
    "collection-title": ["lecture notes in it", "MIT Series"],
    "collection-number": ["7"],
    "DOI": ["10.1000/x(1)<2>"],
    "URL": ["https://a.example/x?y=1&z"],
    "issued": ["2013", "2014-06", "2015-06-12"],
    "accessed": ["2013", "2014-06", "2015-06-02"],
    "author_complete": ["false"],
}


def read(entries: list[dict[str, Any]]) -> Bibliography:
    """Return the bibliography of entries, written as JSON, which is YAML."""
    return bibliography.parse(json.dumps(entries, ensure_ascii=False), "references.yml")


def csl(read_from: Bibliography) -> list[dict[str, Any]]:
    """Return a bibliography as CSL-JSON, as `api/references.json` has it."""
    return [bibliography_page.work_data(work) for work in read_from.references.values()]


@st.composite
def bibliographies(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw works of all types whose names differ, so that none needs more than author and year."""
    return [draw(entry(number)) for number in range(20)]


@st.composite
def entry(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """Draw a work; its title ends with a word that is capital everywhere."""
    kind = draw(st.sampled_from([*SERIAL, *WHOLE]))
    words = draw(st.lists(st.sampled_from(TITLE_WORDS), max_size=7))
    work: dict[str, Any] = {"id": f"k{number}", "type": kind, "title": " ".join([*words, "end"])}
    names = st.lists(name(number), min_size=1, max_size=8)
    if kind in {*SERIAL, "standard", "webpage"} or draw(st.integers(0, 9)):
        work["author"] = draw(names)
    if kind in WHOLE and not draw(st.integers(0, 4)):
        work["editor"] = draw(names)
    optional = {name: values for name, values in FIELDS.items() if name != "author_complete"}
    for field, values in (FIELDS if "author" in work else optional).items():
        if draw(st.booleans()):
            work[field] = draw(st.sampled_from(values))
    if kind == "chapter":
        # The style takes it for a chapter that is about the larger work: "Foreword to Title".
        work.pop("genre", None)
    if "author" in work and not draw(st.integers(0, 4)):
        work["translator"] = draw(st.sampled_from([draw(names), work.get("editor") or draw(names)]))
    if kind in SERIAL:
        # Without a volume or pages the style calls a journal's article "ahead of print".
        work |= {"container-title": draw(st.sampled_from(["Journal of the art", "Nature"]))}
        work |= {"page": "1-9"} | ({"issue": "3"} if draw(st.booleans()) else {})
    elif draw(st.booleans()):
        work |= {"container-title": "NIST", "edition": draw(st.sampled_from(["2", "11th", "new"]))}
    return work


@st.composite
def name(draw: st.DrawFn, number: int) -> dict[str, str]:
    """Draw a name that is in no other work."""
    if not draw(st.integers(0, 4)):
        return {"literal": f"{draw(st.sampled_from(OFFICES))}{number}"}
    person = {
        "family": f"{draw(st.sampled_from(FAMILIES))}{number}",
        "given": draw(st.sampled_from(GIVEN)),
    }
    return {part: text for part, text in person.items() if text}

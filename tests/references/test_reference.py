"""References in the Chicago style, with pandoc's citeproc and its own style as the oracle."""

import html
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown import Markdown

import pandoc
from conftest import ROOT
from handbook import book, generated
from handbook.configuration import settings as handbook_settings
from handbook.overviews import bibliography_page
from handbook.references import author_year, reference
from handbook.references.bibliography import Reference
from works import bibliographies, csl, read

# The works of this handbook whose text differs from the style's, and why.
AHEAD = "an entry without volume and pages leaves them out; it is not 'ahead of print'"
ADDRESS = "an address keeps its letters"
SIGN = "a sign that is not Latin, such as τ, keeps its form"
DIFFERENT = {
    "magesh2025": AHEAD,
    "yao2024": SIGN,
    "fowler2006": ADDRESS,
    "renggli2019": ADDRESS,
    "sato2019": ADDRESS,
}
# Works whose text differs on purpose, and why.
ON_PURPOSE: dict[str, dict[str, Any]] = {
    AHEAD: {
        "type": "article-journal", "container-title": "Journal", "DOI": "10.1000/x",
    },
    "'Pub. L. No.' is for laws of the United States, and a title may have the number": {
        "type": "legislation", "title": "Act 12", "number": "12", "container-title": "Laws",
    },
    "a link is to the web": {"type": "webpage", "URL": "ftp://a.example/"},
    "the last word of a title is capital, of a book's as well": {"title": "signed up for"},
    "a range of dates is in years": {"type": "webpage", "issued": "2013-05/2013-06"},
    "a book has no issue": {"issue": "3"},
    "a chapter's kind is not shown; the style takes it for what it is to the book, a foreword": {
        "type": "chapter", "genre": "case study", "container-title": "Book",
    },
    "a translator does not stand for the author": {
        "author": [], "translator": [{"family": "T"}],
    },
    ADDRESS: {"title": "learning with ease.ml/ci"},
    SIGN: {"title": "τ-bench"},
    "a work without names begins with its title, not with its newspaper": {
        "type": "article-newspaper", "container-title": "Times", "author": [],
    },
}  # fmt: skip


def text(work: Reference) -> str:
    """Return an entry's text."""
    return "".join(run.text for run in reference.runs(work))


def test_this_bibliography_is_the_styles(tmp_path: Path) -> None:
    """At least 95 % of this handbook's entries are the style's, and those that differ are listed.

    What pandoc reads is `api/references.json`.
    """
    this = book.load(ROOT)
    works = this.bibliography.references
    data = json.loads(generated.files(this)[bibliography_page.CSL_JSON])
    labels, entries = pandoc.printed(data, tmp_path)
    differ = {key for key, work in works.items() if text(work) != entries[key]}
    assert differ == set(DIFFERENT), [(text(works[key]), entries[key]) for key in differ]
    assert 1 - len(differ) / len(works) >= 0.95
    assert {key: f"({author_year.label(work)})" for key, work in works.items()} == labels
    assert list(works) == list(entries)


def test_differences(tmp_path: Path) -> None:
    """Each deliberate difference from the style is still one."""
    same = {"type": "book", "title": "T", "author": [{"family": "A"}], "issued": "2013"}
    works = read([{"id": f"k{i}", **same, **one} for i, one in enumerate(ON_PURPOSE.values())])
    _, entries = pandoc.printed(csl(works), tmp_path)
    assert [
        text(work) for key, work in works.references.items() if text(work) == entries[key]
    ] == []


@settings(max_examples=15, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(bibliographies())
def test_any_bibliography_is_the_styles(drawn: list[dict[str, Any]]) -> None:
    """Whatever works of the types in use there are, their entries are the style's."""
    works = read(drawn)
    with tempfile.TemporaryDirectory() as folder:
        labels, entries = pandoc.printed(csl(works), Path(folder))
    pairs = [(text(work), entries[key]) for key, work in works.references.items()]
    assert [(ours, theirs) for ours, theirs in pairs if ours != theirs] == []
    named = {key: f"({author_year.label(work)})" for key, work in works.references.items()}
    assert named == labels


def one(**fields: Any) -> Reference:
    """Return a work of these fields."""
    (work,) = read([{"id": "a", **fields}]).references.values()
    return work


PEOPLE = [{"family": letter, "given": "X."} for letter in "ABCDEFG"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"author": PEOPLE[:1], "title": "on it", "issued": "2020", "DOI": "10.1000/x",
             "type": "article-journal", "container-title": "journal of it", "volume": "12"},
            "A, X. 2020. “On It.” Journal of It 12. https://doi.org/10.1000/x.",
        ),
        (
            {"author": PEOPLE[:2], "title": "why so?", "type": "article", "issued": "2001"},
            "A, X., and X. B. 2001. “Why So?” Preprint.",
        ),
        ({"author": PEOPLE[:6], "type": "book"}, "A, X., X. B, X. C, X. D, X. E, and X. F. n.d."),
        ({"author": PEOPLE, "type": "book"}, "A, X., X. B, X. C, et al. n.d."),
        (
            {"author": PEOPLE[:6], "type": "book", "author_complete": "false"},
            "A, X., X. B, X. C, et al. n.d.",
        ),
        (
            {"author": PEOPLE[:2], "type": "book", "author_complete": "false"},
            "A, X., X. B, et al. n.d.",
        ),
        ({"editor": PEOPLE[:1], "type": "book"}, "A, X., ed. n.d."),
        ({"editor": PEOPLE[:2], "type": "book"}, "A, X., and X. B, eds. n.d."),
        ({"type": "webpage", "title": "stars * and <b>"}, "“Stars * and <b>.” n.d."),
        ({"type": "book", "title": "the whole", "issued": "1990"}, "The Whole. 1990."),
        (
            {"author": PEOPLE[:1], "editor": PEOPLE[1:2], "translator": PEOPLE[2:4],
             "type": "report", "title": "the whole", "genre": "technical report",
             "number": "7", "version": "2", "collection-title": "notes on it",
             "collection-number": "5", "publisher": "Press"},
            "A, X. n.d. The Whole. Technical Report No. 7. Version 2. Edited by X. B. "
            "Translated by X. C and X. D. Notes on It 5. Press.",
        ),
        (
            {"author": PEOPLE[:1], "type": "thesis", "title": "on it", "genre": "PhD thesis",
             "publisher": "University"},
            "A, X. n.d. “On It.” PhD thesis, University.",
        ),
        (
            {"type": "legislation", "title": "an act", "number": "12", "volume": "3",
             "container-title": "Laws", "issued": "1990"},
            "An Act, 12, 3 Laws (1990).",
        ),
        ({"type": "legislation", "title": "act 12", "number": "12"}, "Act 12."),
        ({}, "n.d."),
    ],
)  # fmt: skip
def test_full(fields: dict[str, Any], expected: str) -> None:
    """An entry says who, when, what, where, and its address."""
    work = one(**fields)
    assert text(work) == expected
    assert html.unescape(re.sub("<[^>]*>", "", reference.full(work))) == html.unescape(
        html.escape(expected)
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"DOI": "10.1/x", "URL": "https://a.example/"}, "https://doi.org/10.1/x"),
        ({"DOI": "10.1/(a)1:6<3::B>1.0;2-9"}, "https://doi.org/10.1/(a)1:6%3C3::B%3E1.0;2-9"),
        ({"URL": "http://a.example/"}, "http://a.example/"),
        ({"URL": "HTTPS://a.example/"}, "HTTPS://a.example/"),
        ({"URL": "javascript:alert(1)"}, ""),
        ({"URL": "data:text/html,x"}, ""),
        ({"URL": "//a.example/"}, ""),
        ({"URL": " https://a.example/ "}, "https://a.example/"),
        ({"ISBN": "9780262035613"}, ""),
        ({}, ""),
    ],
)
def test_link(fields: dict[str, str], expected: str) -> None:
    """A link leads to the web and nowhere else; a DOI's goes first."""
    assert reference.link(one(**fields)) == expected


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</span></li><h1>x",
    "[x](javascript:alert(1)) [@cepeda2006] ![i](x)",
    "`code` *b* __c__ ~~d~~ ==e== ^f^ :smile: {=break.minutes}",
    "{: onclick=alert(1) } {#id} {.class}",
    "&lt;b&gt; &amp; &#60; \\[ \\` \\",
    "# h\n\n- a\n\n| b |\n|---|\n",
    "<!-- --> <https://a.example> $x$ \\(y\\)",
)
TEXTS = ("title", "container-title", "publisher", "volume", "issue", "page", "number", "edition")
ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "aria-label"},
    "em": set(),
    "li": {"id"},
    "span": {"id", "class", "data-page", "data-topic", "data-type", "data-year"},
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_fields_are_text(hostile: str, study: Path) -> None:
    """Whatever a field holds is text, on a page and on the bibliography page."""
    entry: dict[str, Any] = {"id": "k", "type": "report", **dict.fromkeys(TEXTS, hostile)}
    people = [{"family": hostile, "given": hostile, "suffix": hostile}, {"literal": hostile}]
    entry |= {"author": people, "editor": people, "issued": hostile, "DOI": hostile}
    address = {"id": "u", "type": "book", "title": "t", "URL": f"https://a.example/{hostile}"}
    named = {"id": "".join(hostile.split()), "type": "book", "title": "t"}
    (study / "docs/references.yml").write_text(json.dumps([entry, address, named]), "utf-8")
    (study / "docs/index.md").write_text("---\ntitle: T\n---\n\n[@k; @u]\n", "utf-8")
    this = book.load(study)
    pages = ["[@k; @u]\n", bibliography_page.page(this).split("---\n", 2)[2]]
    for page in pages:
        shown = BeautifulSoup(converted(page, study), "html.parser")
        keys = ("k", "u", named["id"]) if page is pages[1] else ("k", "u")
        for key in keys:
            found = shown.find(id=f"ref-{key}")
            assert found
            assert " ".join(text(this.bibliography.references[key]).split()) in " ".join(
                found.get_text().split()
            )
            for tag in [found, *found.find_all(True)]:
                assert set(tag.attrs) <= ATTRIBUTES[tag.name], tag
                assert re.match(r"https?://|#|$", str(tag.get("href", ""))), tag


def converted(page: str, root: Path) -> str:
    """Return the HTML of a text under the extensions of the study handbook."""
    this = handbook_settings.load(root)
    configs = {**this.extension_configs, "handbook.extension": {"root": str(root)}}
    result: str = Markdown(extensions=list(this.extensions), extension_configs=configs).convert(
        page
    )
    return result


PRINTABLE = st.text(st.characters(exclude_categories=["C"]), max_size=20)
PERSONS = st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix"]), PRINTABLE)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from([*TEXTS, "type", "issued", "DOI", "URL"]), PRINTABLE),
    st.lists(PERSONS, max_size=4),
)
def test_no_entry_is_too_bad_to_print(fields: dict[str, str], people: list[dict[str, str]]) -> None:
    """Whatever an entry holds, it has a text, and its HTML shows that text."""
    work = one(**fields, author=people)
    shown = BeautifulSoup(reference.full(work), "html.parser").get_text()
    assert shown.split() == text(work).split()
    assert author_year.label(work)

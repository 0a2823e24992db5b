"""References in the house style."""

import html
import re

import pytest

from handbook import reference
from handbook.bibliography import Bibliography, parse


def bibliography(*entries: str) -> Bibliography:
    """Return the bibliography of entries in YAML."""
    return parse("".join(f"- {entry}\n" for entry in entries), "references.yml")


def shown(entry: str) -> str:
    """Return an entry as a reader sees it, without markup."""
    (work,) = bibliography(entry).references.values()
    return html.unescape(re.sub("<[^>]*>", "", reference.full(work)))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "{id: a, type: article-journal, title: On it, container-title: Journal, volume: 12,"
            " issue: 3, page: 4-9, issued: 2020-05, DOI: 10.1000/x,"
            " author: [{family: Spärck Jones, given: Karen}]}",
            "Spärck Jones, K. (2020). On it. Journal, 12(3), 4–9. doi.org/10.1000/x",
        ),
        (
            "{id: a, type: book, title: All, publisher: Press, edition: '2', issued: '2001',"
            " author: [{family: Li, given: Jian-Min A.}, {literal: The Group}]}",
            "Li, J.-M. A. and The Group (2001). All. Edition 2. Press.",
        ),
        (
            "{id: a, type: article, title: Why so?, issued: '2001', arxiv: '2001.00001',"
            " URL: 'https://arxiv.org/abs/2001.00001', author_complete: false,"
            " author: [{family: A}, {family: B}]}",
            "A, B, et al. (2001). Why so? arXiv:2001.00001. arxiv.org/abs/2001.00001",
        ),
        (
            "{id: a, type: webpage, title: 'Stars * and <b>', URL: 'javascript:alert(1)'}",
            "Stars * and <b> (n.d.). Stars * and <b>.",
        ),
        (
            "{id: a, type: article, title: T, issued: '1990', DOI: '10.1/(a)1:6<3::B>1.0;2-9'}",
            "T (1990). T. doi.org/10.1/(a)1:6%3C3::B%3E1.0;2-9",
        ),
        (
            "{id: a, type: report, title: All of it, issued: 2015/2016, author: ["
            "{family: Waals, given: Jo, non-dropping-particle: van der},"
            " {family: Musset, given: Alfred, dropping-particle: de},"
            " {family: King, given: Martin L., suffix: Jr}]}",
            "van der Waals, J., Musset, A. de and King, M. L., Jr (2015–2016). All of it.",
        ),
    ],
)
def test_full(entry: str, expected: str) -> None:
    """An entry says who, when, what, where, and its address."""
    assert shown(entry) == expected


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("[{family: A}]", "A"),
        ("[{family: A}, {family: B}]", "A and B"),
        ("[{family: A}, {family: B}, {family: C}]", "A et al."),
        ("[{literal: World Health Organization}]", "World Health Organization"),
        ("[{family: Waals, given: J., non-dropping-particle: van der}]", "van der Waals"),
        ("[{family: Musset, given: A., dropping-particle: de}]", "Musset"),
        ("[{family: King, given: M., suffix: Jr}]", "King"),
        ("[{family: 王, given: 小明}]", "王"),
        ("[]", "Title"),
    ],
)
def test_author(authors: str, expected: str) -> None:
    """In the text stand one author, two, or the first and the others."""
    (work,) = bibliography(f"{{id: a, title: Title, author: {authors}}}").references.values()
    assert work.author == expected


def test_letters_tell_the_same_author_and_year_apart() -> None:
    """Two works of one author and year get letters, in the order of their titles."""
    entry = "{{id: {id}, title: {title}, issued: '2013', author: [{{family: A}}]}}"
    works = bibliography(
        entry.format(id="x", title="Zebra"),
        entry.format(id="y", title="Ant"),
        "{id: z, title: Other, issued: '2013', author: [{family: B}]}",
    ).references
    assert {key: work.year for key, work in works.items()} == {
        "y": "2013a",
        "x": "2013b",
        "z": "2013",
    }

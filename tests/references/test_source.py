"""Sources: where a work stands, and who published it."""

import pytest

from handbook.references.source import accessed, capital, page_range, source
from works import read


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("3-10", "3–10"),
        ("71-72", "71–72"),
        ("100-104", "100–104"),
        ("1100-1113", "1100–1113"),
        ("107-108", "107–8"),
        ("1002-1006", "1002–6"),
        ("321-325", "321–25"),
        ("1536-1538", "1536–38"),
        ("11564-11615", "11564–615"),
        ("1496-1504", "1496–504"),
        ("321-25", "321–25"),
        ("S72-S103", "S72–103"),
        ("3-4, 101-108", "3–4, 101–8"),
        ("xi-xv", "xi-xv"),
        ("5", "5"),
        ("", ""),
    ],
)
def test_page_range(pages: str, expected: str) -> None:
    """The last page is cut as the Chicago Manual of Style does it (9.63)."""
    assert page_range(pages) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("revised", "Revised"), ("2nd ed.", "2nd ed."), ("arXiv", "arXiv"), ("“new”", "“New”")],
)
def test_capital(text: str, expected: str) -> None:
    """A first word in small letters gets a capital."""
    assert capital(text) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"type": "article-journal"}, []),
        ({"type": "article-journal", "container-title": "J", "issued": "2020-13-45"}, ["J"]),
        ({"type": "article-journal", "container-title": "J", "issue": "3"}, ["J, no. 3"]),
        (
            {"type": "article-journal", "container-title": "J", "volume": "2", "issued": "2020-02"},
            ["J 2 (February)"],
        ),
        ({"type": "article-journal", "volume": "2", "issue": "3", "page": "4"}, ["2 (3): 4"]),
        ({"type": "paper-conference", "container-title": "KDD", "page": "4-9"}, ["KDD, 4–9"]),
        ({"type": "book", "publisher": "Press", "edition": "3"}, ["3rd ed.", "Press"]),
        ({"type": "book", "publisher": "Press", "edition": "113th"}, ["113th ed.", "Press"]),
        ({"type": "book", "edition": "revised", "volume": "II"}, ["Revised", "II"]),
        (
            {"type": "chapter", "container-title": "All", "publisher": "Press", "volume": "2"},
            ["In All, vol. 2", "Press"],
        ),
        (
            {
                "type": "chapter",
                "container-title": "All",
                "author": [{"family": "A"}],
                "editor": [{"family": name, "given": "X."} for name in "BCDEFGH"],
            },
            ["In All, edited by X. B, X. C, X. D, et al."],
        ),
        ({"type": "article", "publisher": "arXiv"}, ["Preprint, arXiv"]),
        ({"type": "thesis", "publisher": "a university"}, ["A university"]),
        ({"type": "report", "number": "7"}, ["No. 7"]),
        ({"type": "standard", "number": "7"}, ["7"]),
        (
            {"type": "webpage", "container-title": "a site", "issued": "2020-06-02"},
            ["A Site, June 2"],
        ),
        ({"type": "no such type", "publisher": "Press"}, ["Press"]),
        ({}, []),
    ],
)
def test_source(fields: dict[str, object], expected: list[str]) -> None:
    """Each type says where it stands in its own way, and leaves out what it does not have."""
    (work,) = read([{"id": "a", **fields}]).references.values()
    parts = ["".join(run.text for run in part) for part in source(work)]
    assert [part for part in parts if part] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"accessed": "2020-06-02", "URL": "x"}, "Accessed June 2, 2020"),
        ({"accessed": "2020-06", "URL": "x"}, "Accessed June 2020"),
        ({"accessed": "2020", "URL": "x"}, "Accessed 2020"),
        ({"accessed": "2020-06-02", "URL": "x", "issued": "2019"}, ""),
        ({"accessed": "2020-06-02", "URL": "x", "DOI": "10.1/x"}, ""),
        ({"accessed": "2020-06-02"}, ""),
        ({"accessed": "lately", "URL": "x"}, "Accessed lately"),
    ],
)
def test_accessed(fields: dict[str, object], expected: str) -> None:
    """A page of the web without a date of its own says when it was read."""
    (work,) = read([{"id": "a", **fields}]).references.values()
    assert accessed(work) == expected

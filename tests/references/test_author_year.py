"""Author and year, which name a work in the text and no other."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import pandoc
from handbook.references import author_year
from works import csl, read


def labels(*entries: dict[str, Any]) -> dict[str, str]:
    """Return how each work is named in the text, in the order of lists."""
    return {key: author_year.label(work) for key, work in read([*entries]).references.items()}


def work(key: str, authors: str, year: str = "2013", **fields: Any) -> dict[str, Any]:
    """Return a work by authors of one letter each."""
    people = [{"family": letter} for letter in authors]
    dated = {"issued": year} if year else {}
    return {"id": key, "type": "book", "author": people, "title": key, **dated, **fields}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (work("a", "A"), "A 2013"),
        (work("a", "AB"), "A and B 2013"),
        (work("a", "ABC"), "A et al. 2013"),
        (work("a", "A", author_complete="false"), "A et al. 2013"),
        (work("a", "A", "2013-05-06"), "A 2013"),
        (work("a", "A", "2013/2015"), "A 2013–2015"),
        (work("a", "A", ""), "A, n.d."),
        (work("a", "", title="the whole"), "The Whole 2013"),
        (work("a", "", title="the part", type="webpage"), "“The Part” 2013"),
        (work("a", "", "", title="the part", type="webpage"), "“The Part,” n.d."),
        (work("a", "", editor=[{"family": "E"}]), "E 2013"),
        (work("a", "A", type="legislation", title="an act"), "An Act 2013"),
        (
            work("a", "A", type="legislation", title="an act on this", **{"title-short": "an act"}),
            "An Act 2013",
        ),
        ({"id": "a"}, ", n.d."),
    ],
)
def test_label(entry: dict[str, Any], expected: str) -> None:
    """In the text stand one author, two, or the first and the others, or else the title."""
    assert labels(entry) == {"a": expected}


def test_the_year_alone() -> None:
    """Where the author stands in the sentence, the label is the year."""
    (one,) = read([work("a", "A")]).references.values()
    assert author_year.label(one, author=False) == "2013"


def test_more_authors_tell_works_apart() -> None:
    """Works with the same first author and year show as many authors as differ."""
    assert labels(
        work("x", "ABC"), work("y", "ACD"), work("z", "ACE"), work("o", "ABC", "2014")
    ) == {
        "x": "A, B, et al. 2013",
        "o": "A et al. 2014",
        "y": "A, C, and D 2013",
        "z": "A, C, and E 2013",
    }


def test_letters_tell_works_apart() -> None:
    """Works of the same authors and year get letters in the order of their titles."""
    assert labels(
        work("zebra", "A"), work("ant", "A"), work("bee", "A", ""), work("cat", "A", "")
    ) == {
        "ant": "A 2013a",
        "zebra": "A 2013b",
        "bee": "A, n.d.-a",
        "cat": "A, n.d.-b",
    }


def test_letters_go_on_after_z() -> None:
    """The 27th work of an author and year is 2013aa."""
    found = labels(*(work(f"k{number:02}", "A") for number in range(54)))
    years = [name.removeprefix("A 2013") for name in found.values()]
    assert [years[index] for index in (0, 25, 26, 27, 51, 52)] == ["a", "z", "aa", "ab", "az", "ba"]


def test_order_of_other_letters(tmp_path: Path) -> None:
    """A name with a stroke or with two letters in one stands where pandoc has it."""
    names = ("Dz", "Đorđević", "Adz", "Ægir", "Afe", "Iz", "Ib", "Od", "Œuvre", "Of", "Zu")
    works = read([{**work(name, "", year=""), "author": [{"family": name}]} for name in names])
    _, listed = pandoc.printed(csl(works), tmp_path)
    assert list(works.references) == list(listed)


@st.composite
def alike(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw works of few authors and years, with a given name for each family name."""
    authors = st.lists(st.sampled_from("ABCD"), min_size=1, max_size=5, unique=True)
    years = st.sampled_from(["2013", "2014", ""])
    complete = st.sampled_from([{}, {}, {"author_complete": "false"}])
    return [
        work(f"k{number}", draw(authors.map("".join)), draw(years), **draw(complete))
        for number in range(draw(st.integers(10, 40)))
    ]


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(alike())
def test_any_works_are_told_apart_as_by_pandoc(entries: list[dict[str, Any]]) -> None:
    """Whatever works there are, each is named as by pandoc, and none like another."""
    found = labels(*entries)
    with tempfile.TemporaryDirectory() as folder:
        theirs, listed = pandoc.printed(csl(read(entries)), Path(folder))
    # As many authors as are listed are not all; citeproc prints the word of the data there.
    theirs = {key: name.replace(" and others", " et al.") for key, name in theirs.items()}
    assert {key: f"({name})" for key, name in found.items()} == theirs
    assert list(found) == list(listed)
    assert len(set(found.values())) == len(found)

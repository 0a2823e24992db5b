"""Keys: what the convention gives for a work."""

import pytest

from handbook.references import bibliography
from handbook.references.key import derived

SMITH = "{family: Smith, given: Ann}"


def key(author: str, issued: str = "2020", taken: tuple[str, ...] = (), ident: str = "") -> str:
    """Return the key of a work with these authors."""
    text = f"- id: '{ident}'\n  type: book\n  title: On the origin\n  author: [{author}]\n"
    entry = bibliography.parse(f"{text}  issued: '{issued}'\n", "references.yml").entries[0]
    return derived(entry, taken)


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        (SMITH, "smith2020"),
        (f"{SMITH}, {{family: Jones}}", "smith2020"),
        ("{family: Spärck Jones}", "sparckjones2020"),
        ("{family: Łukasz}", "lukasz2020"),
        ("{family: Waals, non-dropping-particle: van der}", "waals2020"),
        ("{family: 王}, {family: Smith}", "smith2020"),
        ("{literal: World Health Organization}", "who2020"),
        ("{literal: National Institute of Standards and Technology}", "nist2020"),
        ("{literal: NIST Research Library}", "nist2020"),
        ("{literal: OpenAI}", "openai2020"),
        ("{literal: Google Cloud}", "googlecloud2020"),
        ("{literal: roadmap.sh}", "roadmapsh2020"),
        ("", "origin2020"),
    ],
)
def test_name(author: str, expected: str) -> None:
    """A key is a family name and the year; an institution's name is shortened, or the title."""
    assert key(author) == expected


@pytest.mark.parametrize(
    ("issued", "expected"),
    [("2019-12-31", "smith2019"), ("2019/2020", "smith2019"), ("in press", "smith"), ("", "smith")],
)
def test_year(issued: str, expected: str) -> None:
    """The year is the first of the date, and left out where there is none."""
    assert key(SMITH, issued) == expected


@pytest.mark.parametrize(
    ("ident", "expected"),
    [("wang2019deep", "wang2020"), ("Wang", "wang2020"), ("王", "origin2020")],
)
def test_own_key(ident: str, expected: str) -> None:
    """Where no name is in Latin letters, the key that the work came with says how to write it."""
    assert key("{family: 王}", ident=ident) == expected
    assert key(SMITH, ident=ident) == "smith2020"


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (("smith2020",), "smith2020a"),
        (("smith2020", "smith2020a"), "smith2020b"),
        (("smith2020a", "smith2020b"), "smith2020c"),
        (("smith2020second",), "smith2020"),
        (tuple(f"smith2020{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"), "smith2020aa"),
    ],
)
def test_taken(taken: tuple[str, ...], expected: str) -> None:
    """A letter tells a work from those of the same name and year."""
    assert key(SMITH, taken=taken) == expected

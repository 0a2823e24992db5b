"""The grammar of citations, on the text between two brackets."""

import pytest

from handbook.citation import Citation, parse


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("@key", [Citation("key")]),
        ("@a; @b", [Citation("a"), Citation("b")]),
        ("-@key", [Citation("key", author_suppressed=True)]),
        ("see @key, p. 12", [Citation("key", prefix="see", locator="p. 12")]),
        ("@key p. 12", [Citation("key", locator="p. 12")]),
        ("@key, sec. 5.9", [Citation("key", locator="sec. 5.9")]),
        ("@key, 33-35", [Citation("key", locator="33-35")]),
        ("@key, Art. 14", [Citation("key", locator="Art. 14")]),
        ("@key, as reprinted", [Citation("key", suffix=", as reprinted")]),
        ("@key and others", [Citation("key", suffix="and others")]),
        (
            "see @a, p. 1; but -@b",
            [Citation("a", "see", "p. 1"), Citation("b", "but", "", "", True)],
        ),
        ("@doe:2020.a/b-c_d", [Citation("doe:2020.a/b-c_d")]),
        ("@key.", []),
        ("@{https://doi.org/10.1/x}", [Citation("https://doi.org/10.1/x")]),
        ("@1999a", [Citation("1999a")]),
        ("@Žliobaitė2014", [Citation("Žliobaitė2014")]),
        ("@", []),
        ("@ key", []),
        ("", []),
        ("no citation", []),
        ("mail a@b", []),
        ("@a @b", []),
        ("@a; nothing", []),
        ("@a;", []),
        ("; @a", []),
        ("@a]; [@b", []),
        ('"@type": "x"', []),
    ],
)
def test_parse(inside: str, expected: list[Citation]) -> None:
    """A bracket is read as Pandoc reads it, or is no citation at all."""
    assert list(parse(inside)) == expected

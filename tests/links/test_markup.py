"""HTML, read as it arrives."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.links.markup import Scanner
from handbook.links.observation import Page
from links.hostile import page

HTML = page(
    "Slopes &amp; more",
    "<!-- <i id=no> --><h1>What <em>slopes</em> say</h1><p id='a>b'>Text<a name=c>.</a>",
    "<script>'<i id=no>'</script>",
).decode()
WANTED = frozenset({"a>b", "c", "no"})


def seen(pieces: list[str]) -> Page:
    """Return what is seen of a page that arrives in pieces."""
    scanner = Scanner(WANTED)
    for piece in pieces:
        scanner.feed(piece)
    return scanner.page(whole=True)


def test_page() -> None:
    """Title and heading are those of a reader; identifiers are those of elements."""
    found = seen([HTML])
    assert (found.title, found.heading) == ("Slopes & more", "What slopes say")
    assert found.found == {"a>b", "c"}
    assert found.scripts


@given(st.lists(st.integers(0, len(HTML)), max_size=8))
def test_pieces(cuts: list[int]) -> None:
    """Wherever the pieces end, the same is seen."""
    ends = [0, *sorted(cuts), len(HTML)]
    assert seen([HTML[start:end] for start, end in pairwise(ends)]) == seen([HTML])


def test_two_pieces() -> None:
    """No place to part a page in two changes what is seen."""
    whole = seen([HTML])
    assert [n for n in range(len(HTML)) if seen([HTML[:n], HTML[n:]]) != whole] == []


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<a ",
        '<a b="',
        "<!--",
        "<![CDATA[",
        "<script>",
        "</",
        "<a\n",
        '="',
        "<a b='\"",
        "&amp;",
    ],
)
def test_no_page_takes_long(piece: str) -> None:
    """Two million characters of what has no end take a few seconds at most, and little memory."""
    scanner, start = Scanner(WANTED), time.process_time()
    for _ in range(31):
        scanner.feed(piece * (65_536 // len(piece)))
        assert len(scanner.rest) < 140_000
    assert time.process_time() - start < 5

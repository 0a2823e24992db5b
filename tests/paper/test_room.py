"""Room on paper: a list that is said to fit one page does."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from handbook import book
from handbook.checklists.checklist import checklists
from handbook.checklists.document import Writer
from handbook.checklists.selection import of_one
from handbook.files import asset
from handbook.paper import press, room
from handbook.paper.pdf import PAPERS

WORDS = "Maximum WWWWWW m w illicit the 100% of model—data “quoted” a verylongwordindeedwithoutend"
ITEM = "- [ ] Read {text} [@cepeda2006, p. 3] {{#a{number:03}}}\n      Done when: {done}.\n"


@pytest.mark.parametrize("weight", [400, 600])
def test_widths(weight: int) -> None:
    """No character is wider in the fonts on paper than is said."""
    font = TTFont(asset.FOLDER / f"fonts/source-sans-3-latin-{weight}-normal.woff2")
    names, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    assert {
        char for char, width in room.WIDTHS.items() if advances[names[ord(char)]][0] / em > width
    } == set()


@pytest.mark.parametrize("mode", ["do-confirm", "read-do"])
@pytest.mark.parametrize("seed", range(4))
def test_what_fits_fits(study: Path, mode: str, seed: int) -> None:
    """Of lists that grow by an item, the longest that is said to fit takes one page on paper."""
    random = Random(seed)  # noqa: S311 - the same every time
    path = study / "docs/habits/test-yourself.md"
    head = path.read_text("utf-8").partition("- [ ]")[0].replace("do-confirm", mode)
    text, fitting = head, []
    for number in range(30):
        said, done = (" ".join(random.choices(WORDS.split(), k=k)) for k in (seed * 6 + 4, 5))
        text += ITEM.format(text=said, done=done, number=number)
        path.write_text(text, "utf-8")
        this = book.load(study)
        one = next(one for one in checklists(this) if one.page.src_uri == "habits/test-yourself.md")
        fitting.append((room.fits(this, one), this, one))
    assert all(before or not after for (before, *_), (after, *_) in pairwise(fitting))
    longest = [found for found in fitting if found[0]][-1]
    _, this, one = longest
    assert len(one.items) < 30
    document = Writer(this).document(of_one(one))
    assert [press.typeset(document, paper)[0] for paper in PAPERS] == [1, 1]


@pytest.mark.parametrize(
    "text",
    ["Read `it`.", "Read ☃.", "Read <b>it</b>.", "See ![it](it.svg).", "Read. {~illustrative}"],
)
def test_not_plain(study: Path, text: str) -> None:
    """Of what has no known width nothing is said, however short it is."""
    path = study / "docs/habits/test-yourself.md"
    head = path.read_text("utf-8").partition("- [ ]")[0]
    found = []
    for said in ("Read it.", text):
        path.write_text(f"{head}- [ ] {said} {{#a001}}\n", "utf-8")
        this = book.load(study)
        found += [room.fits(this, one) for one in checklists(this) if "test-" in one.page.src_uri]
    assert found == [True, False]

"""Room on paper: tells of a checklist that surely fits one page that it does, without printing it.

The height is added up from `checklist.css`, in millimetres, and rounded up everywhere.
Where it is near that of a page, or a text has anything but plain characters, it says nothing.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from handbook.book import Book
from handbook.checklists.checklist import Checklist
from handbook.pages.page import Item
from handbook.references import author_year
from handbook.syntax.citation import KEY

# The lower of A4 and Letter less the margins, and the narrower: 279.4 - 28 and 210 - 32.
HEIGHT, WIDTH = 251.0, 178.0
# Widest of the regular and the semibold font, in ems, with some space for kerning.
WIDTHS = {
    char: width
    for width, chars in (
        (0.3, " ',.:;ijl|·’‘"),
        (0.38, "!()-/I[]f{}"),
        (0.47, "*?rstz"),
        (0.53, '"$+0123456789=FJLY_cevxy~–“”×−é'),
        (0.59, "AESTVXZabdghknopquáäöü"),
        (0.7, "BCDGHKNOPQRU&Ö"),
        (0.9, "%@MWmw—"),
        (1.0, "…"),
    )
    for char in chars
}
EM, SMALL_EM, TITLE_EM = (points * 25.4 / 72 for points in (12.5, 10.5, 20))
# Line height, of the title and of the rest.
TITLE_LINE, LINE, SMALL_LINE = 1.2 * TITLE_EM, 1.36 * EM, 1.36 * SMALL_EM
# What stands around the title, each line of how a list is used, all of them, and each item.
AROUND_TITLE, AROUND_LINE, AROUND_ABOUT, AROUND_ITEM = 7.0, 1.0, 7.0, 4.0
# The imprint's border, margins and line to write on; with two lines it is higher than its code.
AROUND_IMPRINT = 12.0 + 10.0 + 8.0
AROUND = AROUND_TITLE + AROUND_ABOUT + AROUND_IMPRINT
# Of an item's box, or its box and number; and of the imprint's code.
INDENT, ORDERED_INDENT, CODE = 9.0, 16.0, 30.0
# In an item these may be code, HTML, pictures or marks, of which no size is known.
MARKUP = frozenset("`<!&~")


def fits(book: Book, one: Checklist) -> bool:
    """Tell whether a list surely fits one page of A4 and of Letter."""
    about = [f"{name}: {text}" for name, text in one.about.items()]
    # An address may be broken anywhere.
    facts = f"{book.settings.site_name} · Revised {one.page.get('reviewed')} · Version 0123ab"
    imprint = [facts, f"References: {' '.join(book.settings.address(one.src_uri))}"]
    items = [_text(book, item) for item in one.items]
    done = [f"Done when: {item.done_when}" for item in one.items if item.done_when]
    shown = (one.page.title, *about, *imprint, *items, *done)
    if any(map(_has_markup, one.items)) or not WIDTHS.keys() >= set("".join(shown)):
        return False
    width = WIDTH - (ORDERED_INDENT if one.is_ordered else INDENT)
    height = (
        _height([one.page.title], WIDTH / TITLE_EM, TITLE_LINE)
        + _height(about, WIDTH / EM, LINE + AROUND_LINE)
        + _height(items, width / EM, LINE)
        + _height(done, width / SMALL_EM, SMALL_LINE)
        + _height(imprint, (WIDTH - CODE) / SMALL_EM, SMALL_LINE)
    )
    return height + AROUND + AROUND_ITEM * len(items) <= HEIGHT


def _has_markup(item: Item) -> bool:
    written = item.task.text + item.task.evidence + item.task.done_when
    return bool(item.outside) or not MARKUP.isdisjoint(written)


def _text(book: Book, item: Item) -> str:
    """Return an item's text, its evidence as readers see it, and its id."""

    def label(match: re.Match[str]) -> str:
        work = book.bibliography.references.get(match["key"].strip("{}"))
        # Between it and a locator a comma may come.
        return f"{author_year.label(work)}, " if work else match[0]

    return f"{item.plain} {KEY.sub(label, item.task.evidence)} {item.task.id}"


def _height(texts: Iterable[str], width: float, line: float) -> float:
    """Return the height of some texts, each on lines of its own; `width` is in ems."""
    return line * sum(_lines(text, width) for text in texts)


def _lines(text: str, width: float) -> int:
    """Return how many lines of a width, in ems, a text takes at most."""
    lines, left, space = 0, 0.0, WIDTHS[" "]
    for taken in map(_width, text.split()):
        if taken > left:
            lines, left = lines + 1, width
        left -= taken + space
    return lines


@lru_cache(maxsize=10_000)
def _width(word: str) -> float:
    """Return the width of a word, in ems; most words of a handbook stand in it many times."""
    return sum(map(WIDTHS.__getitem__, word))

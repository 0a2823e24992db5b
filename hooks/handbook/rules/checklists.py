"""Rules on a checklist as a whole: how many items it has, how long they are, and that all differ.

"A Checklist for Checklists" (Gawande, Boorman and Berry) was read in a copy, "The Checklist
Manifesto" (Gawande, 2009) in quotations.
"""

from collections.abc import Iterator

from handbook.book import Book
from handbook.pages.page import Item, Page
from handbook.problem import Problem

RULES = {
    "R513": "A checklist has at most nine items, because a page has one pause point.",
    "R516": "An item has at most 140 characters.",
    "R517": "Two items have different texts.",
}
ITEMS = 9
CHARACTERS = 140

Found = tuple[Item, str, str]
First = dict[str, tuple[Page, Item]]


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each page's checklist."""
    first: First = {}
    for page in sorted(book.pages, key=lambda page: page.src_uri):
        items = book.items(page)
        for item, rule, message in (*_number(items), *_length(items), *_same(page, items, first)):
            yield Problem(page.src_uri, item.at.line, item.at.col, rule, message)


def _number(items: list[Item]) -> Iterator[Found]:
    """Yield the tenth item.

    "A Checklist for Checklists" asks for fewer than ten items for each pause point.
    "The Checklist Manifesto" gives five to nine as a rule of thumb, from the limit of memory.
    Degani and Wiener divide a long checklist (Human Factors 35(2), 1993, guideline 3, as reported
    by R. Moen on linuxmafia.com).
    """
    if len(items) > ITEMS:
        message = (
            f"The checklist has {len(items)} items; one pause point takes at most nine. "
            "Take out what nobody forgets, or move items to a page with a pause point of its own."
        )
        yield items[ITEMS], "R513", message


def _length(items: list[Item]) -> Iterator[Found]:
    """Yield each long item: evidence, id and 'Done when' are not counted.

    ASD-STE100 (Simplified Technical English, issue 9, rule 5.1) gives an instruction at most 20
    words, and "A Checklist for Checklists" asks for simple sentences.
    Characters bound every language: 140 are 20 words of seven with their spaces, and two lines of
    the 90 or so that a sheet of A4 or Letter has.
    """
    for item in items:
        if len(item.plain) > CHARACTERS:
            message = (
                f"The item '{item.short}' has {len(item.plain)} characters; at most {CHARACTERS} "
                "fit two lines on paper. Say only what to do, and put the rest on the page."
            )
            yield item, "R516", message


def _same(page: Page, items: list[Item], first: First) -> Iterator[Found]:
    """Yield each item whose text an earlier one has.

    A tick belongs to an id, so a reader who has done it here finds it open there.
    Degani and Wiener (NASA CR-177549, 1990, appendix A, as reported by others) do repeat a critical
    item, where its state may change before the second list: then the second should say so.
    """
    for item in items:
        text = item.plain.casefold().rstrip(".")
        where, other = first.setdefault(text, (page, item))
        if text and other is not item:
            message = (
                f"The item '{item.short}' is that of {where.src_uri}:{other.at.line} too, and "
                "a tick there leaves it open here. Say what differs here, or keep one."
            )
            yield item, "R517", message

"""Rules on checklist items: each has an id of its own and stands where checklists are made."""

import re
from collections.abc import Iterator

from handbook.book import Book
from handbook.pages.page import Item, Page, Place
from handbook.problem import Problem
from handbook.syntax.item import WELL_FORMED_ID

RULES = {
    "R501": "An item has an id.",
    "R502": "An id stands once in the whole handbook.",
    "R503": "An item stands in the section that its kind of page names.",
    "R504": "An id is a small letter and three to seven small letters or digits.",
    "R505": "A page whose kind has a checklist has items.",
    "R506": "An item says what to do.",
    "R518": "An item stands inside no other list item.",
    "R519": "A checklist can show all of an item: no block, no footnote, no address elsewhere.",
    "R521": "An item begins with '[ ]' or '[x]', and a space.",
    "R522": "A list has an empty line before it.",
}
# What was meant as a line of an item that has a label.
LABEL_LIKE = re.compile(r"(?P<label>done\W+when|why)\b\W*(?P<said>.*)", re.IGNORECASE | re.DOTALL)


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each page's items."""
    yield from _twice(book)
    for page in sorted(book.pages, key=lambda page: page.src_uri):
        kind = book.kind(page)
        if not kind:  # reported as a fault of the front matter
            continue
        section = kind.checklist
        is_text = any(problem.rule == "R522" for problem in page.problems)
        if section and not book.items(page) and not is_text:
            line = next((s.at.line for s in page.sections if s.title == section), 0)
            message = f"'{section}' has no item. Write one: '- [ ] Do this. {{#k7m2}}'."
            if line:
                yield Problem(page.src_uri, line, 1, "R505", message)
        titles = {heading.title for heading in page.sections}
        # In place of the section, which is reported; so is what is in it.
        instead = titles - set(kind.sections) if section and section not in titles else set()
        for item in page.items:
            if item.section not in instead:
                yield from _item(page, item, section)


def _twice(book: Book) -> Iterator[Problem]:
    """Yield each item whose id another has; which of them is the older one, only git knows."""
    found: dict[str, list[tuple[Page, Item]]] = {}
    for page in sorted(book.pages, key=lambda page: page.src_uri):
        for item in page.items:
            found.setdefault(item.task.id, []).append((page, item))
    for ident, items in found.items():
        for place, (page, item) in enumerate(items if ident and len(items) > 1 else ()):
            other, its = items[0 if place else 1]
            message = f"The id '{ident}' is that of {other.src_uri}:{its.at.line} too. "
            message += "Give the newer of the two a new id."
            yield _problem(page, item.id_at, item, "R502", message)


def _item(page: Page, item: Item, section: str) -> Iterator[Problem]:
    if not item.plain:
        yield _problem(page, None, item, "R506", "This item has no text. Say what to do.")
        return
    if item.section != section or not section:
        place = f"under '## {section}'" if section else "on a page of a kind that has a checklist"
        message = f"The item '{item.short}' stands outside its section. Put it {place}."
        yield _problem(page, None, item, "R503", message)
        return
    if item.nested:
        message = f"The item '{item.short}' stands inside another list item. "
        message += "A checklist has one level: put it there."
        yield _problem(page, None, item, "R518", message)
    if item.outside:
        yield _problem(page, None, item, "R519", _outside(item))
    if not item.task.id:
        message = f"The item '{item.short}' has no id. End its line with one, such as '{{#k7m2}}'."
        yield _problem(page, None, item, "R501", message)
    elif not WELL_FORMED_ID.fullmatch(item.task.id):
        message = (
            f"The id '{item.task.id}' must be a small letter and three to seven small letters "
            "or digits, such as 'k7m2'."
        )
        yield _problem(page, item.id_at, item, "R504", message)


def _outside(item: Item) -> str:
    """Return the message on what a checklist can't show of an item."""
    match = LABEL_LIKE.match(item.task.rest)
    if not match:
        message = f"The item '{item.short}' has {item.outside}, which a checklist can't show."
        return f"{message} Write it into the item's own lines."
    label = "Why:" if match["label"].casefold() == "why" else "Done when:"
    written = f"'{item.task.rest.splitlines()[0]}', behind the id of '{item.short}', is no"
    if not match["said"]:
        return f"{written} sentence. Write one, or take it out."
    return f"{written} line of an item. Did you mean '{label}'?"


def _problem(page: Page, at: Place | None, item: Item, rule: str, message: str) -> Problem:
    at = at or item.at
    return Problem(page.src_uri, at.line, at.col, rule, message)

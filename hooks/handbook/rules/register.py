"""Rules on retired ids: what a reader has ticked or printed never comes to mean another thing."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.files.yamltext import Mapping
from handbook.problem import Found, Problem, did_you_mean
from handbook.references.dates import not_a_date
from handbook.syntax.register import FIELDS

RULES = {
    "R507": "An entry of the register has an id, the date it was retired, and the item's text.",
    "R508": "A retired id stands on no page.",
    "R509": "An id in the register leads to an item, or nowhere.",
}
NEEDED = ("id", "retired", "text")


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of the register."""
    yield from book.register.problems
    src_uri = book.settings.register.relative_to(book.settings.docs).as_posix()
    current = {item.task.id for page in book.pages for item in page.items}
    for ident, entry in book.register.entries.items():
        for line, col, rule, message in (*_form(entry), *_leads(book, ident, entry, current)):
            yield Problem(src_uri, line, col, rule, message)
    for page in book.pages:
        for item in page.items:
            if item.task.id in book.register.entries and item.id_at:
                message = (
                    f"The id '{item.task.id}' is retired in {src_uri}. Give this item a new one."
                )
                yield Problem(page.src_uri, item.id_at.line, item.id_at.col, "R508", message)


def _form(entry: Mapping) -> Iterator[Found]:
    for name in entry:
        if name not in FIELDS:
            message = f"'{name}' is not a known field.{did_you_mean(name, FIELDS)}"
            yield *entry.place(name), "R507", message
    for name in NEEDED:
        if not entry.text(name):
            yield entry.line, entry.col, "R507", f"This entry has no {name}. Add it."
    retired = entry.text("retired")
    if retired and (wrong := not_a_date(retired, whole=True)):
        yield *entry.place("retired"), "R507", f"'retired' is '{retired}', {wrong}"


def _leads(book: Book, ident: str, entry: Mapping, current: set[str]) -> Iterator[Found]:
    now = entry.text("now")
    if now and book.is_read and now not in current and now not in book.register.entries:
        message = f"'now' is '{now}', which no item has.{did_you_mean(now, current)}"
        yield *entry.place("now"), "R509", message
    elif book.register.chain(ident).count(ident) > 1:
        yield *entry.place("now"), "R509", f"'now' leads from '{ident}' back to '{ident}'."

"""A selection: checklists that go out together, which are one, those of a level, or all."""

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.book import Book
from handbook.checklists.checklist import Checklist, checklists
from handbook.problem import UnusableError, did_you_mean


@dataclass(frozen=True)
class Selection:
    """Some checklists, perhaps none, and what they are called together."""

    title: str
    lists: tuple[Checklist, ...]


def of_one(one: Checklist) -> Selection:
    return Selection(one.page.title, (one,))


def of_level(lists: Iterable[Checklist], level: str) -> Selection:
    found = tuple(one for one in lists if level in one.levels)
    return Selection(f"Checklists for {level} level", found)


def of_all(lists: Iterable[Checklist]) -> Selection:
    return Selection("All checklists", tuple(lists))


def select(book: Book, page: str = "", level: str = "") -> Selection:
    """Return what a page's path or a level names, or all; `UnusableError` when it names nothing."""
    lists = {one.page.src_uri: one for one in checklists(book)}
    if page and page not in lists:
        raise UnusableError(f"'{page}' is no page with a checklist.{did_you_mean(page, lists)}")
    if level and level not in book.settings.levels:
        known = book.settings.levels
        all_known = f" Levels: {', '.join(known)}." if known else ""
        raise UnusableError(f"'{level}' is no level.{did_you_mean(level, known)}{all_known}")
    if page:
        return of_one(lists[page])
    return of_level(lists.values(), level) if level else of_all(lists.values())

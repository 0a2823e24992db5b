"""Rules on front matter: it is closed, typed and complete."""

import re
from collections.abc import Iterator

from handbook.book import Book
from handbook.configuration.kind import Kind, Matrix
from handbook.files.yamltext import Mapping, Sequence, Text, Value
from handbook.pages.due import REVIEW_IN
from handbook.pages.page import Page
from handbook.problem import Found, Problem, did_you_mean, nearest
from handbook.references.dates import not_a_date

RULES = {
    "R301": "Front matter has only known keys.",
    "R302": "Front matter has every key that the page's kind needs.",
    "R303": "A value has the type and form of its key.",
    "R304": "A date exists.",
    "R305": "A page begins with front matter.",
    "R306": "A page stands in the folder of its kind.",
    "R307": "A prerequisite is a page.",
    "R312": "Front matter has no signs that the theme would take for HTML.",
}

BASE = ("title", "description", "kind")
LESSON = ("level", "prerequisites", "reviewed", "review_in")
# What the themes read.
THEME = ("hide", "search", "tags", "template")
# All, in their order.
KEYS = (*BASE, *LESSON, "first_for", "checklist", *THEME)
CHECKLIST = ("objective", "pause_point", "mode")
MODES = ("do-confirm", "read-do")
DESCRIPTION = 160
# The themes put title and description into HTML as they are, the description between `"`.
SIGNS_OF_HTML = re.compile(r"[<>\"]")


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each page's front matter."""
    for page in book.pages:
        for line, col, rule, message in _page(book, page):
            yield Problem(page.src_uri, line, col, rule, message)


def _page(book: Book, page: Page) -> Iterator[Found]:
    matter = page.front_matter
    if not matter:  # reported where the page was read
        return
    kind = book.kind(page)
    # A page of an unknown kind may be of one that has them.
    related = [
        other.folder for other in (book.related(page) if kind else book.settings.kinds.values())
    ]
    known = {*KEYS, *related}
    yield from _keys(matter, known, needed(kind, book.settings.matrix), "Front matter")
    for name, value in matter.items():
        if name in known:
            yield from (_list if name in related else _value)(book, name, value)
            yield from _signs(name, value)
    yield from _first_for(page)
    if kind and not _in_folder(page.src_uri, kind.folder):
        folder = "docs itself" if kind.folder == "." else f"'{kind.folder}/'"
        message = f"A page of kind '{kind.name}' stands in {folder}. Move it, or change 'kind'."
        yield *matter.place("kind"), "R306", message


def _signs(name: str, value: Value) -> Iterator[Found]:
    if isinstance(value, Text) and (match := SIGNS_OF_HTML.search(value)):
        sign = match[0]
        message = f"'{name}' has '{sign}', which the theme would show as HTML. Write it in words"
        message += ", or “ and ”." if sign == '"' else "."
        yield value.line, value.col, "R312", message
    for part in value.values() if isinstance(value, Mapping) else ():
        yield from _signs(name, part)


def _first_for(page: Page) -> Iterator[Found]:
    first_for = page.front_matter.get("first_for")
    for level in first_for if isinstance(first_for, Sequence) else ():
        if isinstance(level, Text) and level not in page.texts("level"):
            message = (
                f"'first_for' has '{level}', and 'level' has not. Add it there, or take it out."
            )
            yield level.line, level.col, "R303", message


def needed(kind: Kind | None, matrix: Matrix | None) -> tuple[str, ...]:
    """Return the keys that a page of a kind must have, in their order."""
    keys: tuple[str, ...] = BASE
    if kind and kind.sections:
        keys += LESSON
    if kind and kind.checklist:
        keys += ("checklist",)
    return keys + tuple(other.folder for other in (matrix.related(kind) if matrix else ()))


def _in_folder(src_uri: str, folder: str) -> bool:
    return src_uri.rpartition("/")[0] == ("" if folder == "." else folder)


def _keys(
    mapping: Mapping, known: set[str], wanted: tuple[str, ...], where: str
) -> Iterator[Found]:
    meant = set()
    for name in mapping:
        if name not in known:
            free = known - set(mapping)
            meant.add(nearest(name, free))
            message = f"{where} has an unknown key '{name}'.{did_you_mean(name, free)}"
            yield *mapping.place(name), "R301", message
    for name in wanted:
        if name not in mapping and name not in meant:
            yield mapping.line, mapping.col, "R302", f"{where} has no '{name}'. Add it."


def _value(book: Book, name: str, value: Value) -> Iterator[Found]:
    line, col = value.line, value.col
    if name in {"level", "prerequisites", "first_for", "hide", "tags"}:
        yield from _list(book, name, value)
    elif name == "checklist":
        yield from _checklist(value)
    elif name == "search":
        return
    elif not isinstance(value, Text) or not value.strip():
        yield line, col, "R303", f"'{name}' must be a text."
    elif name == "description" and len(value) > DESCRIPTION:
        message = (
            f"'description' has {len(value)} characters; at most {DESCRIPTION} fit a search result."
        )
        yield line, col, "R303", message
    elif name == "kind" and value not in book.settings.kinds:
        known = book.settings.kinds
        message = f"'kind' is '{value}'.{did_you_mean(value, known)} Kinds: {', '.join(known)}."
        yield line, col, "R303", message
    elif name == "reviewed" and (wrong := not_a_date(value, whole=True)):
        rule = "R304" if "exist" in wrong else "R303"
        yield line, col, rule, f"'reviewed' is '{value}', {wrong}"
    elif name == "review_in" and not REVIEW_IN.fullmatch(value):
        yield line, col, "R303", f"'review_in' is '{value}'. Write it as '180 days'."


def _list(book: Book, name: str, value: Value) -> Iterator[Found]:
    if not isinstance(value, Sequence) or not all(isinstance(part, Text) for part in value):
        yield value.line, value.col, "R303", f"'{name}' must be a list of texts, such as [a, b]."
        return
    for part in value:
        word = str(part)
        if name == "level" and word not in book.settings.levels:
            known = book.settings.levels
            message = (
                f"'{word}' is no level.{did_you_mean(word, known)} Levels: {', '.join(known)}."
            )
            yield part.line, part.col, "R303", message
        if name == "prerequisites" and word not in book.src_uris:
            near = did_you_mean(word, book.src_uris)
            message = f"The prerequisite '{word}' is not a page.{near}"
            yield part.line, part.col, "R307", message


def _checklist(value: Value) -> Iterator[Found]:
    """Yield the problems of what is said about a checklist.

    "A Checklist for Checklists" (Gawande, Boorman and Berry) asks for clear objectives, pause
    points at natural breaks of the work, and a date of revision, which is the page's `reviewed`.
    The modes are Boorman's ("The Checklist Manifesto", Gawande, 2009).
    """
    if not isinstance(value, Mapping):
        message = f"'checklist' must have the keys {', '.join(CHECKLIST)}."
        yield value.line, value.col, "R303", message
        return
    yield from _keys(value, set(CHECKLIST), CHECKLIST, "'checklist'")
    for name, said in value.items():
        if not isinstance(said, Text) or not said.strip():
            yield said.line, said.col, "R303", f"'{name}' must be a text."
        elif name == "mode" and said not in MODES:
            message = f"'mode' is '{said}'. Write {' or '.join(MODES)}."
            yield said.line, said.col, "R303", message

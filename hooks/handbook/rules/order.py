"""The rule on the order of front matter, in which a comment stands before its key."""

import re
from collections.abc import Iterator

from handbook.book import Book
from handbook.files.yamltext import Mapping, Text, load
from handbook.pages.front_matter import FRONT_MATTER
from handbook.pages.page import Page
from handbook.problem import Problem
from handbook.references.layout import in_order
from handbook.rules.edit import Edit, problems
from handbook.rules.front_matter import CHECKLIST, KEYS

RULES = {
    "R320": """The keys of front matter stand in one order.
Why: whoever reads two pages finds each key in its place, and a change shows what changed.
Fix: run 'handbook check --fix', which takes comments along.""",
}
FIX = "Run 'handbook check --fix'."
RANKS = {name: rank for rank, name in enumerate(KEYS)}
RANKS_OF_CHECKLIST = {name: rank for rank, name in enumerate(CHECKLIST)}


def check(book: Book) -> Iterator[Problem]:
    """Yield the first key of each page that is not in its place."""
    yield from problems(book, edits)


def edits(page: Page) -> Iterator[Edit]:
    """Yield what orders the front matter of a page; nothing where its meaning would change."""
    if _is_ordered(page.front_matter):
        return
    match = FRONT_MATTER.match(page.text)
    before = match["yaml"] if match else ""
    after = _arranged(before)
    if match and after != before and _read(after) == _read(before):
        pairs = zip(before.splitlines(), after.splitlines(), strict=True)
        line, (here, there) = next((n, pair) for n, pair in enumerate(pairs) if pair[0] != pair[1])
        skipped = sum(map(len, before.splitlines(keepends=True)[:line]))
        wrong = f"'{here.strip()}' stands where '{there.strip()}' belongs. {FIX}"
        start = match.start("yaml") + skipped
        yield Edit(
            start, match.end("yaml"), after[skipped:], "R320", wrong, "put the keys in order"
        )


def _is_ordered(matter: Mapping) -> bool:
    inner = matter.get("checklist")
    inner_keys = list(inner) if isinstance(inner, Mapping) else []
    return list(matter) == in_order(matter, RANKS) and inner_keys == in_order(
        inner_keys, RANKS_OF_CHECKLIST
    )


def _arranged(text: str) -> str:
    """Return front matter with its keys, and those of `checklist`, in order."""
    matter = _read(text)
    inner, below = matter.get("checklist"), matter.place("checklist")[0]
    if isinstance(inner, Mapping):
        text = _ordered(
            text, inner, RANKS_OF_CHECKLIST, [line for line in _lines(matter) if line > below]
        )
    return _ordered(text, _read(text), RANKS, [])


def _read(text: str) -> Mapping:
    """Return the keys and values of a text, or none when it has a fault."""
    value, faults = load(text, "")
    return value if isinstance(value, Mapping) and not faults else Mapping()


def _lines(mapping: Mapping) -> list[int]:
    return [key.line for key in mapping if isinstance(key, Text)]


def _ordered(text: str, mapping: Mapping, ranks: dict[str, int], later: list[int]) -> str:
    """Return the text with the lines of each key in order, up to the first of some later lines."""
    lines = text.splitlines(keepends=True)
    starts = [_first(lines, line) for line in [*_lines(mapping), *later[:1]]]
    starts += [] if later else [len(lines)]
    if not mapping or starts != sorted(set(starts)) or not _alone(lines, mapping):
        return text
    spans = zip(mapping, starts, starts[1:], strict=False)
    blocks = {key: "".join(lines[start:end]) for key, start, end in spans}
    ordered = "".join(blocks[key] for key in in_order(mapping, ranks))
    return "".join(lines[: starts[0]]) + ordered + "".join(lines[starts[-1] :])


def _alone(lines: list[str], mapping: Mapping) -> bool:
    """Tell keys that begin their lines from those in braces."""
    keys = [key for key in mapping if isinstance(key, Text)]
    return not any(lines[key.line - 1][: key.col - 1].strip() for key in keys)


def _first(lines: list[str], line: int) -> int:
    """Return how many lines are above a line and the comments that stand directly above it."""
    above = line - 1
    while above and re.match(r"\s*#", lines[above - 1]):
        above -= 1
    return above

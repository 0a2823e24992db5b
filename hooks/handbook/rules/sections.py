"""Rules on sections: a kind of page has its sections, in their order."""

from collections.abc import Iterator
from itertools import zip_longest

from handbook.book import Book
from handbook.pages.page import Page, Section
from handbook.problem import Problem, did_you_mean, nearest
from handbook.syntax.tag import COMMENT

RULES = {
    "R401": "A page has every section of its kind.",
    "R402": "Sections stand in the order of the kind.",
    "R403": "A page has no sections of level 2 besides those of its kind.",
    "R404": "A page has no heading of level 1: the title is in its front matter.",
    "R405": "A section stands once.",
    "R406": "A section says something.",
}
# What may be left of a heading: the line below its text, and the sign of a quote.
REST_OF_HEADING = " \t\n>=-"


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each page's headings."""
    for page in book.pages:
        kind = book.kind(page)
        for section in page.sections:
            if section.level == 1:
                message = f"'# {section.title}' is a second title. Begin sections with '##'."
                yield _problem(page, section, "R404", message)
        if kind and kind.sections:
            yield from _compare(page, kind.sections)
        for section in _empty(page):
            # Of an empty checklist, R505 says so.
            if not (kind and section.title == kind.checklist):
                message = f"The section '{section.title}' says nothing. Write it, or leave it out."
                yield _problem(page, section, "R406", message)


def _empty(page: Page) -> Iterator[Section]:
    """Yield the sections below whose heading nothing stands before the next of their level."""
    lines = page.text.split("\n")
    sections = sorted(page.sections, key=lambda section: section.at.line)
    for section, after in zip_longest(sections, sections[1:]):
        is_more = after and (after.level > section.level or after.at.col > section.at.col)
        if not is_more:
            below = "\n".join(lines[section.at.line : after.at.line - 1 if after else None])
            if not COMMENT.sub("", below).strip(REST_OF_HEADING):
                yield section


def _compare(page: Page, wanted: tuple[str, ...]) -> Iterator[Problem]:
    found: dict[str, Section] = {}
    near: set[str] = set()
    for section in (section for section in page.sections if section.level == 2):
        if section.title in found:
            message = f"The section '{section.title}' stands twice. Join them."
            yield _problem(page, section, "R405", message)
        elif section.title in wanted:
            found[section.title] = section
        else:
            absent = set(wanted) - {other.title for other in page.sections}
            near.add(nearest(section.title, absent))
            hint = did_you_mean(section.title, absent)
            message = f"'{section.title}' is no section of a {page.get('kind')} page."
            yield _problem(
                page, section, "R403", f"{message}{hint or ' Make it ### or leave it out.'}"
            )
    yield from _missing(page, wanted, found, near)
    yield from _misplaced(page, wanted, list(found.values()))


def _missing(
    page: Page, wanted: tuple[str, ...], found: dict[str, Section], near: set[str]
) -> Iterator[Problem]:
    for index, title in enumerate(wanted):
        if title in found or title in near:
            continue
        after = next((found[name] for name in wanted[index:] if name in found), None)
        line = after.at.line if after else max(page.lines, 1)
        before = f" before '{after.title}'" if after else " at the end"
        message = f"The section '{title}' is missing. Add '## {title}'{before}."
        yield Problem(page.src_uri, line, 1, "R401", message)


def _misplaced(page: Page, wanted: tuple[str, ...], found: list[Section]) -> Iterator[Problem]:
    """Report the sections outside the longest run in order, so that one move is one problem."""
    kept = longest_rising([wanted.index(section.title) for section in found])
    for position, section in enumerate(found):
        if position not in kept:
            index = wanted.index(section.title)
            place = f"after '{wanted[index - 1]}'" if index else "first"
            message = f"The section '{section.title}' is out of order. Move it {place}."
            yield _problem(page, section, "R402", message)


def longest_rising(numbers: list[int]) -> set[int]:
    """Return the positions of a longest rising subsequence."""
    runs: list[list[int]] = [[]]
    for position, number in enumerate(numbers):
        lower = [run for run in runs if not run or numbers[run[-1]] < number]
        before: list[int] = max(lower, key=len)
        runs.append([*before, position])
    longest: list[int] = max(runs, key=len)
    return set(longest)


def _problem(page: Page, section: Section, rule: str, message: str) -> Problem:
    return Problem(page.src_uri, section.at.line, section.at.col, rule, message)

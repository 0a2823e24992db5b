"""The page to start from: for each level the pages that serve it, in the order to read them."""

from html import escape

from handbook.book import LAST, Book, generated_page
from handbook.files.escape import attribute, escaped
from handbook.overviews.folded import folded
from handbook.overviews.link import link
from handbook.overviews.map_page import SRC_URI as MAP
from handbook.pages import reading, way
from handbook.pages.page import Page
from handbook.references.name import listed

SRC_URI = "start.md"
INTRO = f"""\
What a page builds on stands before it; what is written for another level is linked, to look up.
[The map]({MAP}) shows which page builds on which.
"""
TIMES = f"""\
Times are for the words of a page without its code, at {reading.WORDS_A_MINUTE} words a minute,
the mean of adults who read English non-fiction in silence (Brysbaert, *Journal of Memory and
Language* 109, 2019, article 104047).
"""


def page(book: Book) -> str:
    """Return the text of the page."""
    parts = list(filter(None, (_path(book, level) for level in book.settings.levels)))
    filled = "\n".join([INTRO, *parts, TIMES])
    body = filled if parts else "No page names a level yet.\n"
    about = "For each level the pages to read, in order, and how long they take."
    return generated_page(body, title="Start here", description=about, search=LAST)


def path(book: Book, level: str) -> tuple[list[Page], list[Page]]:
    """Return the pages for a level in order: those to begin with, and the others."""
    lessons = {page.src_uri: page for page in book.lessons()}
    before = way.before(lessons.values())
    aims = [name for name, page in lessons.items() if level in page.texts("first_for")]
    first = way.leading_to(before, aims)
    rest = [name for name in way.ordered(before) if name not in first]
    served = {name for name, page in lessons.items() if level in page.texts("level")}
    begun, others = ([lessons[name] for name in names if name in served] for names in (first, rest))
    return begun, others


def _path(book: Book, level: str) -> str:
    first, rest = path(book, level)
    if not first and not rest:
        return ""
    title = escaped(book.settings.paths.get(level, level.capitalize()))
    parts = [f'## <span id="path-{attribute(level)}">{title}</span>\n']
    others = {page.src_uri: page for page in book.lessons() if level not in page.texts("level")}
    if first:
        aims = [f"**{escaped(page.title)}**" for page in first if level in page.texts("first_for")]
        built_on = " with what they build on" if len(aims) < len(first) else ""
        parts.append(f"Begin with {listed(aims)}: {_number(first)}{built_on}, {_time(first)}.\n")
        parts.append(_steps(book, others, first, 1))
    if rest:
        size = f"{_number(rest)}, {_time(rest)}"
        steps = _steps(book, others, rest, len(first) + 1)
        parts.append(folded(f"Then {size}", steps) if first else f"{size}.\n\n{steps}")
    return "\n".join(parts)


def _number(pages: list[Page]) -> str:
    return f"{len(pages)} page{'' if len(pages) == 1 else 's'}"


def _time(pages: list[Page]) -> str:
    return f"about {reading.spoken(sum(reading.minutes(page.words) for page in pages))}"


def _steps(book: Book, others: dict[str, Page], pages: list[Page], start: int) -> str:
    steps = "".join(_step(book, others, page) for page in pages)
    return f'<ol start="{start}">\n{steps}</ol>\n'


def _step(book: Book, others: dict[str, Page], page: Page) -> str:
    """Return a page as a step, with what it builds on that is another level's."""
    time = reading.spoken(reading.minutes(page.words))
    lines = [f"{_link(book, page)}, {time}", escape(page.get("description"))]
    needs = [others[name] for name in page.texts("prerequisites") if name in others]
    if needs:
        links = ", ".join(_link(book, other) for other in needs)
        lines.append(f"Look up what is new to you: {links}.")
    return f"<li>{'<br>'.join(lines)}</li>\n"


def _link(book: Book, page: Page) -> str:
    return link(book, SRC_URI, page.src_uri, page.title)

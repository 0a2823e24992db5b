"""The page to start from: for each level the pages that serve it, in the order to read them."""

from handbook import reading, way
from handbook.book import LAST, Book, generated_page
from handbook.escape import attribute, escaped
from handbook.map_page import SRC_URI as MAP
from handbook.page import Page

SRC_URI = "start.md"
TIMES = f"""\
Times are for the words of a page without its code, at {reading.WORDS_A_MINUTE} words a minute,
the mean of adults who read English non-fiction in silence (Brysbaert, *Journal of Memory and
Language* 109, 2019, article 104047).
"""


def page(book: Book) -> str:
    """Return the text of the page."""
    parts = [_path(book, level) for level in book.settings.levels]
    filled = "\n".join(
        [
            f"[The map]({MAP}) shows which page builds on which.\n",
            *(part for part in parts if part),
            TIMES,
        ]
    )
    body = filled if any(parts) else "No page names a level yet.\n"
    about = "For each level the pages to read, in order, and how long they take."
    return generated_page(body, title="Start here", description=about, search=LAST)


def _path(book: Book, level: str) -> str:
    found = {page.src_uri: page for page in book.lessons() if level in page.texts("level")}
    steps = [found[src_uri] for src_uri in way.ordered(way.before(found.values()))]
    if not steps:
        return ""
    title = book.settings.paths.get(level, level.capitalize())
    total = reading.spoken(sum(reading.minutes(page.words) for page in steps))
    pages = f"{len(steps)} page{'' if len(steps) == 1 else 's'}"
    heading = f'## <span id="path-{attribute(level)}">{escaped(title)}</span>'
    items = "".join(map(_step, steps))
    return f"{heading}\n\nFor {escaped(level)} level: {pages}, about {total} in all.\n\n{items}"


def _step(page: Page) -> str:
    time = reading.spoken(reading.minutes(page.words))
    about = escaped(page.get("description"))
    return f"1. [{escaped(page.title)}]({page.src_uri}), {time}  \n    {about}\n"

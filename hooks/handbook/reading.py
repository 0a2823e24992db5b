"""How long a page takes to read."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER

from handbook import computed, marks

# Silent reading of English non-fiction by adults, the mean of 190 studies; most are between 175
# and 300: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109
# (2019), 104047, abstract.
WORDS_A_MINUTE = 238
STASHED = re.compile(HTML_PLACEHOLDER % "[0-9]+")


def text(element: Element) -> str:
    """Return the text of an element, without code and figures.

    Headings, tables, citations and answers that are folded count: a reader reads them too.
    """
    return STASHED.sub("", marks.without(" ".join(_parts(element))))


def _parts(element: Element) -> Iterator[str]:
    if element.tag in {"code", "pre"} or computed.is_figure(element.text or ""):
        return
    yield element.text or ""
    for child in element:
        yield from _parts(child)
        yield child.tail or ""


def words(element: Element) -> int:
    """Return the number of words in that text."""
    return len(text(element).split())


def minutes(number: int) -> int:
    """Return the minutes that so many words take, and at least one."""
    return max(1, round(number / WORDS_A_MINUTE))


def spoken(number: int) -> str:
    """Return minutes in words, with the hours when there are some."""
    hours, rest = divmod(number, 60)
    said = {"hour": hours, "minute": rest}
    return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for unit, n in said.items() if n)

"""How long a page takes to read."""

import re
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER

from handbook import computed, marks

# Silent reading of English non-fiction by adults, the mean of 190 studies; most are between 175
# and 300: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109
# (2019), 104047, abstract.
WORDS_A_MINUTE = 238
STASHED = re.compile(HTML_PLACEHOLDER % "[0-9]+")
SOURCE = "https://doi.org/10.1016/j.jml.2019.104047"


def words(element: Element) -> int:
    """Return the number of words in an element, without code and figures.

    Headings, tables, citations and answers that are folded count: a reader reads them too.
    """
    if element.tag in {"code", "pre"} or computed.is_figure(element.text or ""):
        return 0
    found = _words(element.text)
    return found + sum(words(child) + _words(child.tail) for child in element)


def _words(text: str | None) -> int:
    return len(STASHED.sub("", marks.without(text or "")).split())


def minutes(number: int) -> int:
    """Return the minutes that so many words take, and at least one."""
    return max(1, round(number / WORDS_A_MINUTE))


def spoken(number: int) -> str:
    """Return minutes in words, with the hours when there are some."""
    hours, rest = divmod(number, 60)
    said = {"hour": hours, "minute": rest}
    return " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for unit, n in said.items() if n)

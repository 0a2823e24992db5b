"""How long a page takes to read."""

import re
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER

from handbook.syntax import computed, marks

# Silent reading of English non-fiction by adults, the mean of 190 studies; most are between 175
# and 300: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109
# (2019), 104047, abstract.
WORDS_A_MINUTE = 238
LEFT_OUT = {"code", "pre"}
STASHED = re.compile(HTML_PLACEHOLDER % "[0-9]+")


def text(element: Element) -> str:
    """Return the text of an element, without code and figures.

    Headings, tables, citations and answers that are folded count: a reader reads them too.
    """
    parts: list[str] = []
    _add(element, parts)
    return STASHED.sub("", marks.without(" ".join(parts)))


def _add(element: Element, parts: list[str]) -> None:
    """Add the texts of an element; a list is several times as quick as generators in each other."""
    said = element.text or ""
    if element.tag in LEFT_OUT or computed.is_figure(said):
        return
    parts.append(said)
    for child in element:
        _add(child, parts)
        parts.append(child.tail or "")


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

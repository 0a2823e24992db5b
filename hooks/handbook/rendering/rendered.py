"""What a reader sees of a rendered element: its words, and what an item leaves to its page."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX

from handbook.syntax import marks
from handbook.syntax.item import LABEL, Task

# The parser escapes every other `&`.
ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
LISTS = frozenset({"ul", "ol"})
BLOCKS = frozenset({"blockquote", "details", "div", "p", "pre", "table"})
# How the parser keeps an escaped sign until it prints.
ESCAPED_SIGN = re.compile(rf"{STX}(\d+){ETX}")


def plain(element: Element) -> str:
    """Return the text in one line, without inner lists and the lines that have a label."""
    return _line(LABEL.split(_text(element))[0])


def prose(element: Element) -> str:
    """Return the same with code in backticks, so that no word of it is taken for a word."""
    return _line(LABEL.split(_text(element, code="`{}`"))[0])


def done_when(element: Element) -> str:
    """Return the text of the line that says when an item is done, without its label."""
    return _line(_text(element)).removeprefix("Done when: ")


def _text(element: Element, code: str = "{}") -> str:
    return without_html(marks.without("".join(_parts(element, code))))


def _parts(element: Element, code: str) -> Iterator[str]:
    if element.tag in {"img", "br"}:
        yield element.get("alt", " ")
    elif element.tag == "code":
        yield code.format(element.text or "")
    elif element.tag not in LISTS:
        yield element.text or ""
        for child in element:
            yield from _parts(child, code)
            yield child.tail or ""


def _line(text: str) -> str:
    return " ".join(signs(text).split())


def signs(text: str) -> str:
    """Return the text with the signs that the parser keeps in another form until it prints."""
    if STX in text:
        text = ESCAPED_SIGN.sub(lambda sign: chr(int(sign[1])), text).replace(AMP_SUBSTITUTE, "&")
    return ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text


def without_html(text: str) -> str:
    """Return the text without what the parser puts in the place of tags and blocks."""
    return HTML_PLACEHOLDER_RE.sub("", text) if STX in text else text


def outside(task: Task, entry: Element) -> str:
    """Name what the task of a list's entry has that only its page can show: nothing, most often."""
    written = task.text + task.done_when + task.why
    if task.rest:
        return "text behind its id"
    if without_html(written) != written:
        return "a block of code or HTML"
    if any(child.tag in BLOCKS for child in entry[1:]):
        return "text behind an empty line"
    for part in entry.iter():
        if part.get("class") == "footnote-ref":
            return "a footnote"
        url = part.get("href") or part.get("src") or ""
        if any(mark not in written for mark in marks.among(url)):
            return "a link whose address stands elsewhere"
    return ""

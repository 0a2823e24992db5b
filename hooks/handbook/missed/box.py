"""Boxes: notes and questions below a line such as `!!! note`, and which of them are empty."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

# What begins a line that begins a box, and what begins its title.
SIGN = r"(?:!!!|\?{3}\+?)"
TITLES = frozenset({"summary", "admonition-title"})


def may_be(body: str) -> bool:
    """Tell whether a body may have a box, sooner than looking for one."""
    return "!!!" in body or "???" in body


def empty(root: Element) -> Iterator[Element]:
    """Yield the boxes with nothing in them but a title."""
    for element in root.iter():
        is_box = element.tag == "details" or "admonition" in element.get("class", "").split()
        if is_box and all(map(_is_title, element)) and not (element.text or "").strip():
            yield element


def _is_title(element: Element) -> bool:
    is_title = element.tag in TITLES or element.get("class") in TITLES
    return is_title and not (element.tail or "").strip()


def message(line: str) -> str:
    """Say of the line that begins an empty box what to do."""
    return f"'{line}' begins a box with nothing in it. Indent its text by four blanks more."

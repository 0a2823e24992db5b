"""Tables: what looks like one, and is shown as text with its signs."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown

# The row below a table's head; without a `|`, it is the line below a heading.
BELOW_HEAD = r"(?=[^\n]*\|)[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$"
_BELOW_HEAD = re.compile(rf"^{BELOW_HEAD}", re.MULTILINE)


def may_be(shown: str) -> bool:
    """Tell whether a text that is shown may have the signs of a table."""
    return "|" in shown and bool(_BELOW_HEAD.search(shown))


def message(md: Markdown, head: str, below: str) -> str:
    """Say why two lines, which are shown as text, begin no table, and what to do."""
    if _begins(md, head, below):
        return f"'{head}' begins no table right below other text. Put an empty line before it."
    return f"'{head}' begins no table, as '{below}' has not as many columns. Write as many '---'."


def _begins(md: Markdown, head: str, below: str) -> bool:
    """Tell whether the parser takes two lines for the beginning of a table."""
    processors: Any = md.parser.blockprocessors
    return "table" in processors and processors["table"].test(Element("div"), f"{head}\n{below}")

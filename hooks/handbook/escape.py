"""Text that must come out as the same text wherever it is put."""

import html
import re

# Signs that Markdown, or some extension of it, reads inside a line; as entities they are text.
MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]()#!|~^=$@]")


def escaped(text: str) -> str:
    """Return the text so that HTML and Markdown alike show it as it is."""
    return MARKDOWN_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", html.escape(text, quote=False))

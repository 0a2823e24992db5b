"""Text that must come out as the same text wherever it is put."""

import html
import re

# Characters that some Markdown extension may read; as entities they are text to all of them.
MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]()#+\-.!|~^:=$@'\"/]")


def escaped(text: str) -> str:
    """Return the text so that HTML and Markdown alike show it as it is."""
    return MARKDOWN_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", html.escape(text, quote=False))

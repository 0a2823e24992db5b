"""Text that must come out as the same text wherever it is put."""

import html
import re

# Signs that Markdown, or some extension of it, reads inside a line; as entities they are text.
MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]()#!|~^=$@]")
# Those that GitHub's Markdown reads there, without the angles, the tilde and the dollar.
GITHUB_SIGNS = re.compile(r"[\\`*_\[\]#]")
# What GitHub makes links and pictures of when Markdown is done and no escape is left: mentions,
# numbers of issues, addresses and emoji. It looks for them within a text, which a comment divides.
# https://docs.github.com/en/get-started/writing-on-github
GITHUB_LINKS = re.compile(
    r"@(?=\w)|#(?=\d)|(?<![A-Za-z\d])GH(?=-\d)|:(?=//)|www(?=\.)|:(?=[\w\\+-]+:)"
)


def escaped(text: str) -> str:
    """Return the text so that HTML and Markdown alike show it as it is."""
    return MARKDOWN_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", html.escape(text, quote=False))


def for_github(text: str) -> str:
    """Return the text as Markdown that GitHub shows as it is, behind a label or a box."""
    marked = GITHUB_SIGNS.sub(r"\\\g<0>", html.escape(text, quote=False))
    divided = GITHUB_LINKS.sub(r"\g<0><!-- -->", marked)
    # A dollar in a tag opens no formula, as GitHub's page on mathematical expressions says.
    return divided.replace("~", "&#126;").replace("$", "<span>$</span>")


def attribute(text: str) -> str:
    """Return the text for an attribute between double quotes, of HTML that stands in Markdown."""
    return escaped(text).replace('"', "&quot;")

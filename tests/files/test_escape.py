"""Text that comes out as the same text."""

import re

import pytest
from bs4 import BeautifulSoup, Comment
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from handbook.files.escape import escaped, for_github

DIALECT = ["footnotes", "pymdownx.tilde", "tables"]
# GitHub makes links of addresses too, and pictures of `:tada:`.
GITHUB = [*DIALECT, "pymdownx.emoji", "pymdownx.magiclink"]
# What GitHub looks for in a text of the finished page.
LINKED = re.compile(r"(?:^|\W)@[a-z0-9]|#\d|\bGH-\d|:[\w+-]+:|://|\bwww\.", re.IGNORECASE)
PIECES = [
    *(
        "*",
        "_",
        "`",
        "``",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "![",
        "<",
        "<b>",
        "</",
        "<!-- x -->",
        "|",
        "!",
    ),
    *("&", "&amp;", "&#42;", "~", "~~", "# ", "- ", "+ ", "1. ", "> ", "---", "[ ] ", "[x](y)"),
    *("@name", "@org/team", "a@b.c", "#12", "GH-12", "https://e.org/a_b", "www.e.org", ":tada:"),
    *("$x$", "$", "$`a`$", "[^1]", "x", " ", "é", "漢", '"', "'", "C #", "10:30:00", "{#k7m2}"),
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.text()).map(
    # No place for such a text has more than one line; Markdown drops control characters.
    lambda text: " ".join("".join(char for char in text if char.isprintable()).split())
)


@settings(deadline=None)
@given(TEXTS)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    """Markdown of any dialect and HTML show escaped text as it was, and nothing else."""
    said = f"Text {escaped(text)}"
    for html in (said, Markdown(extensions=DIALECT).convert(said)):
        shown = BeautifulSoup(html, "html.parser")
        assert shown.get_text().strip() == f"Text {text}".strip()
        assert [tag.name for tag in shown.find_all()] in ([], ["p"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Use snake_case (and *no* stars) {as is}!",
            r"Use snake\_case (and \*no\* stars) {as is}!",
        ),
        ("Read [a](b) & <c>", r"Read \[a\](b) &amp; &lt;c&gt;"),
        ("Ask @team about #12 or GH-12", r"Ask @<!-- -->team about \#<!-- -->12 or GH<!-- -->-12"),
        ("See https://e.org or www.e.org", "See https:<!-- -->//e.org or www<!-- -->.e.org"),
        ("Mail a@b.c :tada:", "Mail a@<!-- -->b.c :<!-- -->tada:"),
        ("Pay $5 or ~6: C #", r"Pay <span>$</span>5 or &#126;6: C \#"),
    ],
)
def test_text_for_github(text: str, expected: str) -> None:
    """Only what GitHub would read as something else is written otherwise."""
    assert for_github(text) == expected


@pytest.mark.parametrize(
    ("start", "tag", "label"),
    [("## ", "h2", ""), ("**When:** ", "p", "When: "), ("- [ ] ", "li", "[ ] ")],
)
@settings(deadline=None)
@given(TEXTS)
def test_text_for_github_is_shown_as_it_is(start: str, tag: str, label: str, text: str) -> None:
    """A heading, a label and a task show the text, link nothing, and leave nothing to link."""
    html = Markdown(extensions=GITHUB).convert(start + for_github(text))
    page = BeautifulSoup(html, "html.parser")
    shown = page.find_all(tag)[0]
    assert " ".join(shown.get_text().split()) == f"{label}{text}".strip()
    assert {found.name for found in shown.find_all()} <= {"strong", "span"}
    said = [part for part in page.find_all(string=True) if not isinstance(part, Comment)]
    assert [part for part in said if LINKED.search(part)] == []
    assert {str(part) for part in said if "$" in part} <= {"$"}

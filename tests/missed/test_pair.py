"""Pairs of tags: a page of which none is reported leaves the theme around it as it was."""

import pytest
import tinyhtml5  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from conftest import ROOT
from handbook.configuration import settings as handbook_settings
from handbook.pages.reader import Reader

SETTINGS = handbook_settings.load(ROOT)
READER = Reader(SETTINGS)


def strays(text: str) -> list[str]:
    """Return the tags of a text without a counterpart, each with its place."""
    return [
        f"{at.line}:{at.col} {'/' if missed.rule == 'R617' else ''}{missed.name}"
        for missed, at in READER.read("page.md", text.encode()).unsure
        if missed.rule in {"R616", "R617"}
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Text.\n\n<div>\n\nText.\n", ["3:1 div"]),
        ("<div markdown>\n\n- a\n", ["1:1 div"]),
        ("<div>\n<details>\n</div>\n", ["2:1 details"]),
        ("<div markdown>\n<details markdown>\na\n</div>\n", ["2:1 details"]),
        ("<p>\n\nText.\n", ["1:1 p"]),
        ("<p>a\n\n## b\n", ["1:1 p"]),
        ("<p markdown>a\n\n## b\n", ["1:1 p"]),
        ("<table>\n<tr><td>a\n", ["1:1 table"]),
        ("<b>a\n\nb</b>\n", ["1:1 b", "3:2 /b"]),
        ("- <b>a\n- b</b>\n", ["1:3 b", "2:4 /b"]),
        ('<a id="x"/>a\n', ["1:1 a"]),
        ("<div/>\n\na\n", ["1:1 div"]),
        ("a </div> b </div>\n\n</div>\n", ["1:3 /div", "1:12 /div", "3:1 /div"]),
        ("`</b>` and a </b>\n\n```\n</b>\n```\n", ["1:14 /b"]),
        ("<div>\n</b>\n</div>\n", ["2:1 /b"]),
        ("<b>*a</b>*\n", ["1:1 b", "1:6 /b"]),
        ("| a |\n|---|\n| <b>x |\n| y</b> |\n", ["3:3 b", "4:4 /b"]),
    ],
)
def test_strays(text: str, found: list[str]) -> None:
    """A tag without an end and an end without a tag are found at their places."""
    assert sorted(strays(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\nText.\n\n</div>\n",
        '<div class="a" markdown>\n\n- a\n\n<div markdown>\nb\n</div>\n\n</div>\n',
        "<details>\n<summary>a</summary>\n\nb\n\n</details>\n",
        "<ul>\n<li>a\n<li>b\n</ul>\n<table><tr><td>a<td>b</table>\n",
        "<p>a</p>\n<p>b</p> c\n",
        'a<br>b <img src="a.png" alt="b"> c<wbr>d\n\n<hr>\n<hr/>\n',
        "<b>a *b* `c` [d](e.md)</b> and\n<kbd>f</kbd>\n",
        "`<b>` and `</b>`\n\n    <div>\n\n```html\n<div>\n```\n\n<!-- <div> </b> -->\n",
        "&lt;b> a < b and a > b </ b\n",
        "<b>a\n<!-- c -->\nb</b>\n",
        "Text.[^1]\n\n[^1]: A <b>note</b>.\n",
        "- [ ] Do <b>it</b>. {#k7m2}\n",
        "<pre>\n</pre>\n<pre><code>&lt;b></code></pre>\n",
    ],
)
def test_no_strays(text: str) -> None:
    """Tags that have their ends are none, and neither is what is no tag."""
    assert strays(text) == []


PIECES = [
    *("<div>", "</div>", "<div markdown>", "<details>", "<summary>", "</summary>", "</details>"),
    *("<b>", "</b>", "<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<a>", "</a>", "<br>"),
    *("<table>", "<tr>", "<td>", "</table>", "<p markdown>", "<hr>", "<h2>", "</h2>", "<b/>"),
    *(
        "\n",
        "\n\n",
        "\n\n",
        "a",
        " ",
        "- ",
        "> ",
        "    ",
        "# ",
        "*",
        "`",
        "<!--",
        "-->",
        "| ",
        "\n```\n",
    ),
]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_theme_is_left_alone(text: str) -> None:
    """What stands behind a page without strays stands where it stood, to a browser."""
    text = f"Text.\n\n{text}"
    page = READER.read("page.md", text.encode())
    if page.unsure or any(tag.written for tag in page.tags):
        return
    names = [name for name in SETTINGS.extensions if not name.startswith(("handbook", "toc"))]
    html = Markdown(extensions=names).convert(text)
    root = tinyhtml5.parse(f"<main><div id=theme>{html}<hr id=last></div></main>")
    (theme,) = (one for one in root.iter() if one.get("id") == "theme")
    assert [one.get("id") for one in theme][-1:] == ["last"], html

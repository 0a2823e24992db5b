"""A page as read: places, and agreement with what is rendered."""

import re
from dataclasses import replace
from html import unescape

from bs4 import BeautifulSoup
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from conftest import STUDY
from handbook.configuration import settings as handbook_settings
from handbook.pages.page import Page, Place
from handbook.pages.reader import Reader
from handbook.syntax import basis

SETTINGS = handbook_settings.load(STUDY)
READER = Reader(SETTINGS)


def read(text: str) -> Page:
    """Return the page of a text."""
    return READER.read("habits/case.md", text.encode())


def rendered(text: str) -> str:
    """Return the HTML of a text, as an engine makes it."""
    md = Markdown(
        extensions=list(SETTINGS.extensions),
        extension_configs={"handbook.extension": {"root": str(STUDY)}},
    )
    return md.convert(text)


def test_places_in_nested_blocks() -> None:
    """A citation's place is that of its `@`, however deep the block that it stands in."""
    page = read("# A\n\n!!! note\n    - one\n\n        > [see @deep]\n\nlast [@x]\n")
    assert [(cited.key, cited.at) for cited in page.citations] == [
        ("deep", Place(6, 16)),
        ("x", Place(8, 7)),
    ]


def test_front_matter_moves_lines() -> None:
    """Lines are those of the file, not of the text below the front matter."""
    page = read("---\ntitle: T\n---\n\n## S\n\n- [ ] Do. {#k7m2}\n")
    assert page.sections[0].at == Place(5, 1)
    assert page.items[0].at == Place(7, 1)
    assert page.items[0].id_at == Place(7, 11)
    assert page.items[0].section == "S"


def test_item_keeps_its_markdown() -> None:
    """An item's text is what its author wrote, and the spans of its addresses are known."""
    page = read(
        "- [ ] See *the* [page](a.md#b) and `[c](d)`. [@x] {#k7m2}\n      Done when: **seen**.\n"
    )
    (item,) = page.items
    assert item.task.text == "See *the* [page](a.md#b) and `[c](d)`."
    assert item.task.evidence == "[@x]"
    assert item.task.done_when == "**seen**."
    assert item.links == (("text", 17, 23),)


def test_wide_characters_count_once() -> None:
    """Columns count characters, as editors do."""
    page = read("🥖 é 漢字 [@x]\n")
    assert page.citations[0].at == Place(1, 9)


def test_fence_before_dashes_is_no_heading() -> None:
    """A fence above a line of dashes opens code, and what is in it is no citation."""
    page = read("Text.\n\n```\n---\n[@a]\n```\n")
    assert (page.sections, page.citations) == ((), ())


def test_line_below_a_heading_is_text() -> None:
    """A second line of signs below a heading does not keep the first from making one."""
    assert [section.title for section in read("A\n===\n===\n").sections] == ["A"]


PIECES = [
    *("[@a]", "[@b; @c]", "[see @d, p. 1]", "[-@e]", "[@{f}]", "\\[@g]", "[@h", "]", "[", "@i"),
    *(
        "`",
        "``",
        "```\n",
        "~~~\n",
        "\n",
        "\n\n",
        "    ",
        "  ",
        "\t",
        " ",
        "x",
        "*",
        "**",
        "_",
        "\\",
    ),
    *(
        "- ",
        "1. ",
        "> ",
        "- [ ] ",
        "- [x] ",
        " {#k7m2}",
        "\n      Done when: ",
        "# ",
        "## ",
        "---\n",
    ),
    *("|", "|---|\n", "<!-- ", " -->", "<div>", "</div>", "<b>", "!!! note\n", "[^1]", "[^1]: "),
    *(
        "](a.md)",
        "](",
        ")",
        "[r]: x\n",
        "[r]",
        "<https://x.y>",
        "<https://x.y/[@a]>",
        "![see [@b]",
        "$",
        "@{",
        "@",
        ";",
        "{",
        "}",
        "<",
        ">",
        "&amp;",
        "{=break.minutes}",
        "{~illustrative}",
        "{~",
        "}",
        "'",
        '"',
    ),
    *("5 %", "1. ", "1", "three times", "[two][r]", "[half", '<p class="one">', "0"),
]


SIGNS = st.text("[]\\`$<>@;{}!()*_|&-'\"=#~:/.ab1 \n", max_size=60)


@settings(max_examples=2000, deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
        SIGNS,
        SIGNS.map("[{}@a]".format),
        SIGNS.map("[@a{}]".format),
    ).map("Text.\n\n{}".format)
)
def test_reader_and_renderer_agree(text: str) -> None:
    """Whatever the text, the citations and items that are read are those that are rendered."""
    page = read(text)
    # Nobody sees what stands in a comment.
    html = re.sub(r"<!--.*?-->", "", rendered(text), flags=re.DOTALL)
    cited, shown = (
        [unescape(value) for value in re.findall(rf'data-{name}="([^"]*)"', html)]
        for name in ("cite", "basis")
    )
    assert [one.key for one in page.citations] == cited
    here = Place(1, 1)
    assert [replace(base, at=here) for base in page.bases] == [
        basis.parse(text, here) for text in shown
    ]
    ids = [item.task.id for item in page.items if item.task.id]
    assert ids == re.findall(r'<li class="hb-item" id="([^"]*)"', html)


SHOWN = [
    *("\\*", "\\[", "\\_", "&amp;", "&lt;", "&mdash;", "&#42;", "&nbsp;", "&copy", "&", "<", ">"),
    *("`<b>`", "`&lt;`", "`*`", "<b>", "</b>", "<!-- x -->", "*so*", "[so](a.md)"),
    *("<https://e.org/?a=1&b=2>", "<me@e.org>", "{=break.minutes}", "[@roediger2006]", "so", " "),
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(SHOWN), min_size=1, max_size=8).map("".join))
def test_text_of_an_item_is_what_a_reader_sees(text: str) -> None:
    """An item's text and its sign that it is done are those that a browser would show."""
    source = f"- [ ] Do {text} so. {{#k7m2}}\n      Done when: it {text} is.\n"
    html = rendered(source)
    # Where emphasis overlaps, Python-Markdown prints what it keeps in the place of an element.
    assume("klzzwxh" not in html)
    shown = BeautifulSoup(html, "html.parser")
    (item,) = read(source).items
    assert item.plain == " ".join(shown.select(".hb-text")[0].get_text().split())
    assert f"Done when: {item.done_when}" == " ".join(
        shown.select(".hb-done-when")[0].get_text().split()
    )


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_page(text: str) -> None:
    """No text makes the reader or the renderer fail."""
    read(text)
    rendered(text)
    read(f"---\n{text}\n---\n{text}")

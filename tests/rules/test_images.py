"""Images: their texts, and what they are files of."""

from pathlib import Path

import pytest

from rules import found

KINDS = ".apng, .avif, .gif, .jpeg, .jpg, .png, .svg, .webp"
UNTOLD = "R624 The image '{}' has no text. Write what it shows, or '{}' {} if it only decorates."


@pytest.fixture
def page(study: Path) -> Path:
    """A page beside an image."""
    (study / "docs/line.SVG").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    return study / "docs/index.md"


def told(page: Path, text: str) -> list[str]:
    """Return the problems of a page with some text as its last lines, without their beginning."""
    written = page.read_text("utf-8")
    page.write_text(f"{written}\n{text}\n", "utf-8")
    begin = f"index.md:{written.count(chr(10)) + 2}:"
    return [problem.removeprefix(begin) for problem in found(page.parent.parent)]


@pytest.mark.parametrize(
    "text",
    [
        "![a line](line.SVG)",
        "![](line.SVG){role=presentation}",
        "![ ](line.SVG){ .a role='none' }",
        "[![](line.SVG){role=none}](index.md)",
        '<img src="line.SVG" alt="a line">',
        '<img alt="" src="./line.SVG">',
        "`![](none.css)` and !\\[](none.css)",
        "<!-- ![](none.css) <img src='none.css'> -->",
        "    ![](none.css) <img src='none.css'>",
        "\\![](index.md){.a}",
    ],
)
def test_image_that_says_what_it_is(text: str, page: Path) -> None:
    """A text says what an image shows, an empty one in HTML or a role that it decorates."""
    assert told(page, text) == []


@pytest.mark.parametrize(
    ("text", "col"),
    [
        ("![](line.SVG)", 5),
        ("![ ](line.SVG){.role title=none}", 6),
        ("| a | b |\n|---|---|\n| ![](line.SVG) | `![](none.css)` |", 7),
        ("- ![](line.SVG)", 7),
        ("![a line][line] ![][line] ![a line][line]\n\n[line]: line.SVG", 9),
    ],
)
def test_image_in_markdown_without_text(text: str, col: int, page: Path) -> None:
    """An image without a text is told at its address."""
    places, wrong = zip(*(problem.split(": ", 1) for problem in told(page, text)), strict=True)
    assert wrong == (UNTOLD.format("line.SVG", "{role=presentation}", "behind it"),)
    assert [place.rpartition(":")[2] for place in places] == [str(col)]


def test_image_in_html_without_text(page: Path) -> None:
    """An image in HTML says that it only decorates by an empty text."""
    wrong = UNTOLD.format("line.SVG", 'alt=""', "in it")
    assert told(page, '<img src="line.SVG">') == [f"1: {wrong}"]


@pytest.mark.parametrize(("text", "col"), [("![a]({})", 6), ('<img src="{}" alt="a">', 1)])
def test_file_that_is_no_image(text: str, col: int, page: Path) -> None:
    """A file whose name ends otherwise is told, wherever it is shown."""
    wrong = f"R620 'references.yml' is no image that browsers show. One ends with {KINDS}."
    assert told(page, text.format("references.yml")) == [f"{col}: {wrong}"]

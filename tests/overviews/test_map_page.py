"""The map of the pages."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from handbook import book
from handbook.overviews import map_page


def drawing(text: str) -> Element:
    """Return the drawing, which must be well formed."""
    svg = text[text.index("<svg") : text.index("</svg>") + 6]
    return fromstring(svg)  # noqa: S314 - our own


def add(study: Path, name: str, needs: str, title: str) -> None:
    """Add a page with prerequisites."""
    page = (study / "docs/habits/test-yourself.md").read_text()
    page = page.replace("prerequisites: []", f"prerequisites: [{needs}]")
    page = page.replace("title: Test yourself", f"title: {title}")
    (study / f"docs/habits/{name}.md").write_text(page)


def test_page(study: Path) -> None:
    """Each page is a link in the drawing and an entry in the list; what is implied is not drawn."""
    add(
        study, "third", "habits/space-it.md, habits/test-yourself.md", "A <third> & very long title"
    )
    add(study, "alone", "", "Alone")
    text = map_page.page(book.load(study))
    assert 'hide: ["navigation", "toc"]\nsearch: {"boost": 0.1}\n' in text
    svg = drawing(text)
    links = {link.get("href"): "".join(link.itertext()) for link in svg.iter("a")}
    assert links == {
        "../habits/alone/": "Alone ",
        "../habits/space-it/": "Space it out ",
        "../habits/test-yourself/": "Test yourself ",
        "../habits/third/": "A <third> & very long title ",
    }
    assert len(svg.findall("path")) == 2
    assert text.endswith(
        "leads to.\n\n## Habits\n\n- [Alone](../habits/alone.md)\n"
        "- [Test yourself](../habits/test-yourself.md): "
        "leads to [Space it out](../habits/space-it.md), "
        "[A &lt;third&gt; &amp; very long title](../habits/third.md)\n"
        "- [Space it out](../habits/space-it.md): "
        "read first [Test yourself](../habits/test-yourself.md); "
        "leads to [A &lt;third&gt; &amp; very long title](../habits/third.md)\n"
        "- [A &lt;third&gt; &amp; very long title](../habits/third.md): "
        "read first [Space it out](../habits/space-it.md), "
        "[Test yourself](../habits/test-yourself.md)\n"
    )


def test_kinds(study: Path) -> None:
    """Each kind has its pages under the title of its own page, or the name of its folder."""
    text = (study / "docs/habits/test-yourself.md").read_text().replace("kind: habit", "kind: term")
    folder = study / "docs/terms"
    folder.mkdir()
    (folder / "recall.md").write_text(text.replace("title: Test yourself", "title: Recall"))
    listed = map_page.page(book.load(study)).partition(map_page.INTRO)[2]
    assert re.findall("## .*", listed) == ["## Habits", "## Terms"]
    (folder / "index.md").write_text(text.replace("title: Test yourself", "title: Words & more"))
    listed = map_page.page(book.load(study)).partition(map_page.INTRO)[2]
    assert listed.partition("## Words &amp; more\n")[2] == (
        "\n- [Words &amp; more](../terms/index.md)\n- [Recall](../terms/recall.md)\n"
    )


@pytest.mark.parametrize(("setting", "ending"), [("true", "/"), ("false", ".html")])
def test_addresses(setting: str, ending: str, study: Path) -> None:
    """A link in the drawing is relative, with folders for pages and without."""
    with (study / "mkdocs.yml").open("a") as config:
        config.write(f"use_directory_urls: {setting}\n")
    found = [str(link.get("href")) for link in drawing(map_page.page(book.load(study))).iter("a")]
    names = ("habits/space-it", "habits/test-yourself")
    assert sorted(found) == [f"../{name}{ending}" for name in names]


def test_inside_its_frame(study: Path) -> None:
    """Everything is drawn inside the frame."""
    for number in range(6):
        add(study, f"page-{number}", "habits/space-it.md" if number < 3 else "", f"Page {number}")
    svg = drawing(map_page.page(book.load(study)))
    width, height = map(int, str(svg.get("viewBox")).split()[2:])
    for box in svg.iter("rect"):
        x, y, w, h = (float(box.get(name, "")) for name in ("x", "y", "width", "height"))
        assert 0 < x < x + w < width
        assert 0 < y < y + h < height


def test_same_again(study: Path) -> None:
    """The same pages give the same map."""
    add(study, "third", "habits/test-yourself.md", "Third")
    assert map_page.page(book.load(study)) == map_page.page(book.load(study))


def test_no_lessons(study: Path) -> None:
    """A handbook without such pages has no drawing."""
    for path in (study / "docs/habits").iterdir():
        path.unlink()
    text = map_page.page(book.load(study))
    assert re.search(r"---\n\nNo page says what to read before it\.\n\Z", text)

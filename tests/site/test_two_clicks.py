"""Two clicks from the first page: what can go wrong with a component, how to notice, what to do."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from conftest import ROOT

COMPONENTS = sorted(path.stem for path in (ROOT / "docs" / "components").glob("*.md"))
# Where a page of a limitation says how to notice it, and what to do.
ANSWERS = ("how-to-detect-it", "what-reduces-it")

each_component = pytest.mark.parametrize("name", COMPONENTS)


@pytest.fixture(scope="module")
def site(sites: dict[tuple[str, str], Path]) -> Path:
    """The folder of this handbook's site, as MkDocs builds it."""
    return sites["ai", "mkdocs"]


def content(site: Path, address: str) -> Tag:
    """Return what the author wrote of a page, without menus."""
    soup = BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")
    found = soup.find("article")
    assert isinstance(found, Tag)
    return found


def section(page: Tag, name: str) -> list[Tag]:
    """Return what stands between a heading and the next one of its level."""
    heading = page.find("h2", id=name)
    assert isinstance(heading, Tag)
    return list(until_h2(heading))


def until_h2(heading: Tag) -> Iterator[Tag]:
    for element in heading.find_next_siblings():
        if element.name == "h2":
            return
        yield element


def links(address: str, *elements: Tag) -> set[str]:
    """Return where the links in a page's elements lead, as paths from the first page."""
    hrefs = [str(link["href"]) for element in elements for link in element.select("a[href]")]
    return {urljoin(f"/{address}", href).removeprefix("/") for href in hrefs}


def limitations(site: Path, component: str) -> list[str]:
    """Return the addresses of the limitations that arise in a component."""
    rows = json.loads((site / "api" / "matrix.json").read_text("utf-8"))["rows"]
    return [
        row["page"].removesuffix(".md") + "/"
        for row in rows
        if f"components/{component}.md" in row["columns"]
    ]


def test_ten() -> None:
    """There are as many components as the article names."""
    assert len(COMPONENTS) == 10


@each_component
def test_by_the_component(name: str, site: Path) -> None:
    """The first page leads to a component, and how it fails leads to the answers."""
    address = f"components/{name}/"
    assert address in links("", content(site, ""))
    fails = section(content(site, address), "how-it-fails")
    expected = {f"{page}#{answer}" for page in limitations(site, name) for answer in ANSWERS}
    assert expected
    assert expected - links(address, *fails) == set()


@each_component
def test_by_the_table(name: str, site: Path) -> None:
    """The first page leads to the matrix, which leads to how it fails and to its limitations."""
    assert "matrix/" in links("", content(site, ""))
    found = links("matrix/", content(site, "matrix/"))
    assert {f"components/{name}/#how-it-fails", *limitations(site, name)} - found == set()


@each_component
def test_answers(name: str, site: Path) -> None:
    """What is reached is there, and says something."""
    for address in limitations(site, name):
        page = content(site, address)
        assert all(section(page, answer) for answer in ANSWERS)

"""The built site, crawled by LinkChecker, against the inventory of its sources."""

from pathlib import Path

import pytest

from conftest import HANDBOOKS, ROOT, Site
from handbook import book
from handbook.links import witness
from handbook.links.crawl import crawl
from handbook.links.inventory import inventory
from handbook.problem import UnusableError


@pytest.mark.parametrize("name", HANDBOOKS)
def test_both_inventories_agree(name: str, sites: dict[tuple[str, str], Path]) -> None:
    """What readers can follow on the site is what stands in its sources, and nothing is broken."""
    this = book.load(ROOT / HANDBOOKS[name])
    site = sites[name, "mkdocs"]
    seen = crawl(site)
    crawled = {link.address for link in witness.external(this, seen)}
    written = {witness.normal(address) for address in inventory(this)}
    assert {
        witness.normal(address) for address in crawled if not witness.of_theme(site, address)
    } == written
    assert written
    assert witness.of_site(this, site).problems == ()


def test_problems(tmp_path: Path, printed: Path) -> None:
    """A template's link to nothing and an address in raw HTML are told at the page's source."""
    site = Site(tmp_path, printed)
    with (site.docs / "habits/space-it.md").open("a") as page:
        page.write('\nSee <a href="https://raw.test/">r</a>.\n')
    site.build()
    with (site.built / "habits/space-it/index.html").open("a") as page:
        page.write('<a href="../nowhere/">n</a>')
    found = witness.of_site(book.load(site.root), site.built)
    said = [str(problem) for problem in found.problems]
    assert said == [
        "habits/space-it.md:1:1: R925 The link to 'habits/nowhere/' leads nowhere on the site: "
        "404 File not found. Correct it.",
        "habits/space-it.md:27:14: R926 'https://raw.test/' is on the site, but not in Markdown, "
        "so nobody asks for it. Write it as a link.",
    ]


def test_no_site(tmp_path: Path) -> None:
    """A folder without a site is one line."""
    with pytest.raises(UnusableError) as caught:
        crawl(tmp_path)
    assert str(caught.value) == f"'{tmp_path}' has no index.html. Build the site first."


def test_theme(tmp_path: Path) -> None:
    """What stands on the page for errors is the theme's, and what is below it."""
    assert not witness.of_theme(tmp_path, "https://a.test/r")
    (tmp_path / "404.html").write_text(
        '<a href="https://a.test/r">r</a><link href=https://b.test/>'
    )
    for address in ("https://a.test/r", "https://a.test/r/edit/main/docs/a.md", "https://b.test/c"):
        assert witness.of_theme(tmp_path, address)
    for address in ("https://a.test/", "https://a.test/rest"):
        assert not witness.of_theme(tmp_path, address)

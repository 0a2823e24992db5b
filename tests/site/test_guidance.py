"""Terms and the way through the site in a real browser, and under each engine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from conftest import ENGINES, HANDBOOKS, ROOT, built
from handbook import book
from handbook.pages import reading

PATH = "takeaways/mlops/"
TERM = "a.hb-term"
CARD = "#hb-card"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a small phone with a touch screen."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    yield context.new_page()
    context.close()


def meaning(page: Page) -> str:
    """Return what the first term of the page means."""
    return str(page.locator(TERM).first.get_attribute("title"))


def test_keyboard(page: Page, address: str) -> None:
    """Tab to a term shows what it means, and says so to assistive technology; Escape closes it."""
    page.goto(address + PATH)
    said = meaning(page)
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.hb-term')"):
            break
    expect(page.locator(CARD)).to_have_text(said)
    described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert f"#{described}" == CARD
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#term-*")


def test_hover(page: Page, address: str) -> None:
    """The pointer on a term shows what it means, once."""
    page.goto(address + PATH)
    said = meaning(page)
    page.locator(TERM).first.hover()
    expect(page.locator(CARD)).to_have_text(said)
    assert page.locator(TERM).first.get_attribute("title") is None


def test_touch(page: Page, address: str) -> None:
    """A first touch shows what the term means, a touch elsewhere hides it, a second one follows."""
    page.goto(address + PATH)
    said, term = meaning(page), page.locator(TERM).first
    term.tap()
    expect(page.locator(CARD)).to_have_text(said)
    assert page.url == address + PATH
    page.locator("h1").tap()
    expect(page.locator(CARD)).to_have_count(0)
    term.tap()
    expect(page.locator(CARD)).to_have_text(said)
    term.tap()
    page.wait_for_url("**/glossary/#term-*")
    assert page.locator(":target").is_visible()


def test_print(page: Page, address: str) -> None:
    """On paper a term is plain text."""
    page.goto(address + PATH)
    look = "(link) => [getComputedStyle(link).textDecorationLine, getComputedStyle(link).color]"
    assert page.locator(TERM).first.evaluate(look)[0] == "underline"
    page.emulate_media(media="print")
    parent = page.locator(TERM).first.evaluate("(link) => getComputedStyle(link.parentNode).color")
    assert page.locator(TERM).first.evaluate(look) == ["none", parent]


@pytest.mark.parametrize("path", [PATH, "map/", "start/", "glossary/", "conclusion/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe(path: str, scheme: Any, width: int, page: Page, address: str) -> None:
    """axe-core finds nothing wrong with a page and the card of its first term."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(address + path, wait_until="networkidle")
    if path == PATH:
        page.locator(TERM).first.focus()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_map(page: Page, address: str) -> None:
    """The drawing is there where it can be read, with keyboard and pointer, and on paper."""
    page.goto(address + "map/")
    drawing = page.locator(".hb-map")
    expect(drawing).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(drawing).to_be_visible()
    size = page.locator(".hb-map text").first.evaluate(
        "(text) => 14 * text.ownerSVGElement.getScreenCTM().a"
    )
    assert size >= 12
    boxes = page.locator(".hb-map a")
    outside = """(links) => links.filter((link) => {
      const text = link.querySelector("text").getBoundingClientRect();
      const box = link.querySelector("rect").getBoundingClientRect();
      return text.left < box.left || text.right > box.right || text.bottom > box.bottom;
    }).map((link) => link.textContent)"""
    assert boxes.evaluate_all(outside) == []
    boxes.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/map/"))
    assert page.locator("h1").count() == 1
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + "map/")
    page.emulate_media(media="print")
    expect(drawing).to_be_visible()


@pytest.mark.parametrize("handbook", HANDBOOKS)
@pytest.mark.parametrize("engine", ENGINES)
def test_times(handbook: str, engine: str, sites: dict[tuple[str, str], Path]) -> None:
    """A page says the time that the page to start from says for it."""
    for page in book.load(ROOT / HANDBOOKS[handbook]).lessons():
        file = sites[handbook, engine] / built(page.src_uri)
        way = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one(".hb-way")
        assert way is not None, page.src_uri
        time = reading.spoken(reading.minutes(page.words))
        assert way.get_text().startswith(f"About {time} to read"), page.src_uri

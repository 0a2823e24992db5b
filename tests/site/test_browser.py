"""The site as a reader sees it, in a real browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

PAGES = [
    "",
    "takeaways/fundamentals/",
    "checklists/takeaways/fundamentals/",
    "checklists/",
    "checklists/plan/",
    "bibliography/",
    "glossary/",
    "map/",
    "start/",
    "conclusion/",
]
SCHEMES = ["light", "dark"]
PHONE = 360
DESKTOP = 1280


class Visit:
    """A page in a browser, and what went wrong on it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", lambda said: self.note(said.type, said.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda request: self.request(request.url, address))
        self.page.on("response", lambda answer: self.response(answer.status, answer.url))

    def note(self, kind: str, text: str) -> None:
        """Remember an error or a warning of the console."""
        if kind in {"error", "warning"}:
            self.wrong.append(f"{kind}: {text}")

    def request(self, url: str, address: str) -> None:
        """Remember a request to another host."""
        if not url.startswith((address, "data:", "blob:")):
            self.wrong.append(f"request elsewhere: {url}")

    def response(self, status: int, url: str) -> None:
        """Remember an answer that is no success."""
        if status >= 400:
            self.wrong.append(f"{status}: {url}")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_page(path: str, scheme: str, width: int, browser: Browser, address: str) -> None:
    """A page makes no error and no request elsewhere, fits its width, and follows the scheme."""
    assert scheme in {"light", "dark"}
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    visit = Visit(context, address)
    visit.page.goto(address + path, wait_until="networkidle")
    assert visit.wrong == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.page.locator("h1").count() == 1
    background = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(part) for part in background.strip("rgb()").split(", ")[:3]) / 3
    assert (brightness > 200) == (scheme == "light")
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page as wide as a phone."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    yield page
    page.close()


def test_headings_end_with_their_words(phone: Page, address: str) -> None:
    """On a phone the sign behind a heading, seen or not, takes no line of its own."""
    phone.goto(address + "takeaways/mlops/")
    headings = phone.locator(":is(h2, h3)[id]")
    heights = "all => all.map((one) => one.offsetHeight)"
    before = headings.evaluate_all(heights)
    assert len(before) > 10
    headings.locator(".headerlink").evaluate_all("all => all.map((one) => one.remove())")
    assert headings.evaluate_all(heights) == before
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_buttons_apart(phone: Page, address: str) -> None:
    """On a phone there is room between the first page's buttons."""
    phone.goto(address)
    upper, lower = (button.bounding_box() for button in phone.locator(".md-button").all())
    assert upper
    assert lower
    assert lower["y"] - upper["y"] - upper["height"] >= 6


def test_letters_lead_to_terms(phone: Page, address: str) -> None:
    """From the top of the glossary one press leads to a letter."""
    phone.goto(address + "glossary/")
    phone.locator("article").get_by_role("link", name="T", exact=True).click()
    top = phone.locator("h2", has=phone.locator("#letter-t")).bounding_box()
    assert top
    assert 40 < top["y"] < 200


@pytest.mark.parametrize("scheme", SCHEMES)
def test_rows_keep_their_names(scheme: Any, phone: Page, address: str) -> None:
    """However far the matrix is scrolled, its first column stays in sight, over the others."""
    phone.emulate_media(color_scheme=scheme)
    phone.goto(address + "matrix/")
    phone.locator(".md-typeset__scrollwrap").evaluate("box => { box.scrollLeft = 9999; }")
    for head in phone.locator(".hb-matrix tr > :first-child").all():
        left = head.evaluate("head => head.getBoundingClientRect().left")
        assert 0 <= left < 30
        ground = head.evaluate("head => getComputedStyle(head).backgroundColor")
        assert ground == phone.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize("media", ["screen", "print"])
def test_lines_of_a_table(media: Any, phone: Page, address: str) -> None:
    """The line above a row of a table begins at its first cell."""
    phone.goto(address + "takeaways/fundamentals/")
    phone.emulate_media(media=media)
    row = phone.locator(".hb-figure tbody tr").first
    lines = row.locator("> *").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).borderTop)"
    )
    assert len(lines) > 1
    assert len(set(lines)) == 1


def test_search_finds_a_term(browser: Browser, address: str) -> None:
    """The search, which the site serves itself, finds a page by a word on it."""
    context = browser.new_context()
    visit = Visit(context, address)
    visit.page.goto(address, wait_until="networkidle")
    box = visit.page.locator("input.md-search__input")
    box.click()
    box.press_sequentially("residual")
    first = visit.page.locator(".md-search-result__link").first
    first.wait_for()
    assert "linear-regression" in str(first.get_attribute("href"))
    assert visit.wrong == []
    context.close()


def test_items_are_boxes_with_names(browser: Browser, address: str) -> None:
    """Each item is a checkbox named by its text, and a click on the text ticks it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "checklists/takeaways/fundamentals/")
    items = page.locator(".hb-item")
    assert items.count() >= 5
    for index in range(items.count()):
        text = items.nth(index).locator(".hb-text").inner_text()
        box = items.nth(index).get_by_role("checkbox", name=text, exact=True)
        assert box.is_enabled()
        items.nth(index).locator(".hb-text").click(position={"x": 2, "y": 2})
        assert box.is_checked()
    context.close()


def test_citation_leads_to_its_reference(browser: Browser, address: str) -> None:
    """A citation's link ends at the entry that it names."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "takeaways/fundamentals/")
    first = page.locator("a[data-cite]").first
    key = first.get_attribute("data-cite")
    first.click()
    assert page.url.endswith(f"#ref-{key}")
    assert page.locator(f"#ref-{key}").is_visible()
    context.close()


def test_a_page_works_without_javascript(browser: Browser, address: str) -> None:
    """Without scripts the text, the figures, the items and the references are all there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "takeaways/fundamentals/")
    for selector in (".hb-item", ".hb-figure svg", ".hb-references li", "[data-computed]"):
        assert page.locator(selector).first.is_visible(), selector
    context.close()

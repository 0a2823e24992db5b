"""The site as a reader sees it, in a real browser."""

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

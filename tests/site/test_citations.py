"""Citations in a real browser: the entry beside a citation, and the way to the list and back."""

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from conftest import ROOT

PATH = "takeaways/fundamentals/"
CARD = "#hb-card"
CITATION = "a[data-cite]"
# No inline script or style, as a strict host would have it.
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page with citations, on a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.goto(address + PATH)
    yield opened
    context.close()


def entry(page: Page, key: str | None) -> str:
    """Return the text of an entry in the page's list, without its links back."""
    return str(
        page.evaluate(
            """(key) => {
              const entry = document.getElementById(`ref-${key}`).cloneNode(true);
              entry.querySelector(".hb-back").remove();
              return entry.textContent.trim();
            }""",
            key,
        )
    )


def shown(page: Page) -> str:
    """Return the text of the card."""
    return " ".join(str(page.locator(CARD).text_content()).split())


def test_size() -> None:
    """The script is at most 1.5 kB as it is sent."""
    assert len(gzip.compress((ROOT / "docs/assets/citations.js").read_bytes(), 9)) <= 1536


def test_keyboard(page: Page) -> None:
    """Tab to a citation shows its entry and says so to assistive technology; Escape closes it."""
    for _ in range(200):
        page.keyboard.press("Tab")
        key = page.evaluate("document.activeElement.dataset.cite")
        if key:
            break
    assert shown(page) == entry(page, key)
    described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert page.locator(f"#{described}").get_attribute("role") == "tooltip"
    page.keyboard.press("Escape")
    assert page.locator(CARD).count() == 0
    assert page.evaluate("document.activeElement.dataset.cite") == key
    assert page.locator("[aria-describedby='hb-card']").count() == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert shown(page) == entry(page, key)


def test_mouse(page: Page) -> None:
    """The pointer on a citation shows its entry, stays on it if it likes, and leaves it."""
    first, second = page.locator(CITATION).nth(0), page.locator(CITATION).nth(1)
    first.hover()
    assert shown(page) == entry(page, first.get_attribute("data-cite"))
    page.locator(CARD).hover()
    page.wait_for_timeout(500)
    assert page.locator(CARD).count() == 1
    second.hover()
    assert shown(page) == entry(page, second.get_attribute("data-cite"))
    page.mouse.move(2, 2)
    page.locator(CARD).wait_for(state="detached")


@pytest.mark.parametrize("width", [360, 1280])
def test_every_card_fits(width: int, page: Page) -> None:
    """Wherever a citation stands, its card is inside the window's width."""
    page.set_viewport_size({"width": width, "height": 800})
    citations = page.locator(CITATION)
    assert citations.count() > 10
    for index in range(citations.count()):
        citations.nth(index).focus()
        box = page.locator(CARD).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_under_a_strict_policy(browser: Browser, address: str) -> None:
    """A policy that forbids inline scripts and styles takes nothing away."""
    context = browser.new_context()

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, headers={**answer.headers, "content-security-policy": POLICY}
        )

    context.route(f"{address}{PATH}", with_policy)
    page = context.new_page()
    page.goto(address + PATH)
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text))
    citation = page.locator(CITATION).first
    citation.hover()
    assert shown(page) == entry(page, citation.get_attribute("data-cite"))
    box, link = page.locator(CARD).bounding_box(), citation.bounding_box()
    assert box
    assert link
    assert 0 <= box["y"] - link["y"] - link["height"] < 20
    assert wrong == []
    context.close()


def test_a_page_without_references(page: Page, address: str) -> None:
    """Where nothing is cited nothing happens."""
    page.goto(address + "bibliography/")
    page.evaluate("""document.body.insertAdjacentHTML(
      'beforeend', '<a id="x" href="#ref-x" data-cite="x">x</a>')""")
    page.locator("#x").focus()
    assert page.locator(CARD).count() == 0


def test_there_and_back_without_javascript(browser: Browser, address: str) -> None:
    """A citation leads to its entry, and the entry's links lead back to each citation of it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PATH)
    first = page.locator(CITATION).first
    key = first.get_attribute("data-cite")
    first.click()
    assert page.url.endswith(f"#ref-{key}")
    count = page.locator(f"[data-cite='{key}']").count()
    back = page.locator(f"#ref-{key} .hb-back a")
    assert back.count() == count
    assert str(back.nth(count - 1).get_attribute("aria-label")).startswith(
        f"Back to citation {count} of "
    )
    back.nth(count - 1).click()
    assert page.url.endswith(f"#cite-{key}-{count}")
    assert page.locator(f"#cite-{key}-{count}").is_visible()
    context.close()

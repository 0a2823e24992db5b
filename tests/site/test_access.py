"""Every page for everyone: axe-core finds nothing, on a small phone, in both schemes."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from conftest import ROOT, built
from handbook import book, generated

PHONE: Any = {"width": 360, "height": 800}
SCHEMES: list[Any] = ["light", "dark"]


def pages() -> list[str]:
    """Return the pages, and what is generated that is no list of one page: these are alike."""
    this = book.load(ROOT)
    written = [page.src_uri for page in this.pages]
    others = [name for name in generated.src_uris(this) if name.endswith(".md")]
    return written + [name for name in others if name.count("/") < 2]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page(scheme: Any, browser: Browser, address: str) -> None:
    """No page has what keeps somebody from reading or using it."""
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)
    page, axe, found = context.new_page(), Axe(), {}
    for src_uri in pages():
        page.goto(address + built(src_uri).removesuffix("index.html"), wait_until="load")
        page.wait_for_timeout(50)
        violations = axe.run(page).response["violations"]
        if violations:
            found[src_uri] = [(one["id"], one["nodes"][0]["html"]) for one in violations]
    context.close()
    assert found == {}


def test_wide_table(browser: Browser, address: str) -> None:
    """A keyboard scrolls a table that is wider than the window, and does not stop at others."""
    boxes = "document.querySelectorAll('.md-typeset__scrollwrap')"
    stops = f"[...{boxes}].map(box => [box.scrollWidth > box.clientWidth, box.tabIndex === 0])"
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}concepts/agent/", wait_until="load")
    page.wait_for_timeout(50)
    narrow = page.evaluate(stops)
    assert [True, True] in narrow
    assert all(wide == stop for wide, stop in narrow)
    page.set_viewport_size({"width": 1300, "height": 800})
    page.wait_for_timeout(50)
    assert page.evaluate(stops) == [[False, False]] * len(narrow)
    page.close()

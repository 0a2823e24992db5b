"""Filters in a real browser: chosen with the keyboard, said, kept in the address, printed."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from conftest import ENGINES, no_script_fails, served
from handbook.files import asset

WORKS = "bibliography/"
CLAIMS = "evidence/"


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Any:
    """A colour scheme that a reader may prefer."""
    return request.param


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a small phone, on which no script may fail."""
    with no_script_fails(browser.new_page(viewport={"width": 360, "height": 800})) as found:
        yield found
    found.close()


def choose(page: Page, name: str, label: str) -> None:
    """Come to a select with Tab, and choose by typing how the option begins."""
    page.keyboard.press("Control+Home")
    # As many as a wide window may have before it: the navigation, and the contents.
    for _ in range(500):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            break
    assert page.evaluate("document.activeElement.name") == name
    page.keyboard.type(label)
    page.keyboard.press("Enter")


def shown(page: Page, selector: str) -> int:
    """Return how many entries are seen."""
    return page.locator(selector).filter(visible=True).count()


def status(page: Page) -> str:
    """Return what the page says of its filter."""
    return page.get_by_role("status").inner_text()


def test_works(page: Page, address: str) -> None:
    """What is chosen is shown, said and in the address, which shows the same when loaded."""
    page.goto(address + WORKS)
    every = page.locator(".hb-work").count()
    assert status(page) == f"{every} of {every} works"
    choose(page, "topic", "calibration")
    some = page.locator(".hb-work[data-topic~=calibration]").count()
    assert 0 < some < every
    assert shown(page, ".hb-work") == some
    assert shown(page, ".hb-work[data-topic~=calibration]") == some
    assert status(page) == f"{some} of {every} works · calibration"
    assert page.get_by_label("Topic").locator("option:checked").inner_text() == (
        f"calibration ({some})"
    )
    assert page.url == f"{address}{WORKS}?topic=calibration"
    page.reload()
    assert shown(page, ".hb-work") == some
    assert status(page) == f"{some} of {every} works · calibration"


def test_filters_together(page: Page, address: str) -> None:
    """An entry is shown when all selects have it; All takes a choice back, and out of the address.

    What else the address says stays.
    """
    page.goto(f"{address}{WORKS}?from=mail&topic=calibration#ref-guo2017")
    choose(page, "year", "2017")
    assert page.url == f"{address}{WORKS}?from=mail&topic=calibration&year=2017#ref-guo2017"
    both = ".hb-work[data-topic~=calibration][data-year='2017']"
    assert shown(page, ".hb-work") == shown(page, both) == page.locator(both).count() > 0
    assert status(page).endswith(" works · calibration · 2017")
    choose(page, "topic", "All")
    choose(page, "year", "All")
    assert page.url == f"{address}{WORKS}?from=mail#ref-guo2017"
    assert shown(page, ".hb-work") == page.locator(".hb-work").count()


@pytest.mark.parametrize("name", ["topic", "type", "year", "page"])
def test_counts(name: str, page: Page, address: str) -> None:
    """Each option shows as many works as it says."""
    page.goto(address + WORKS)
    select = page.locator(f"select[name={name}]")
    options = select.locator("option[value]:not([value=''])").all()
    assert options
    for option in options:
        select.select_option(option.get_attribute("value"))
        assert option.inner_text().endswith(f" ({shown(page, '.hb-work')})")


def test_citing_page(page: Page, address: str) -> None:
    """The works that a page cites."""
    page.goto(address + WORKS)
    choose(page, "page", "Calibration")
    assert page.url == f"{address}{WORKS}?page=concepts%2Fcalibration.md"
    cited = page.locator("li:has(> .hb-work)").filter(visible=True).all_inner_texts()
    assert cited
    assert all("Calibration" in text.partition("Cited in:")[2] for text in cited)


def test_address_that_asks_for_nothing_known(page: Page, address: str) -> None:
    """A value that no entry has shows every entry."""
    page.goto(f"{address}{WORKS}?topic=gone")
    every = page.locator(".hb-work").count()
    assert status(page) == f"{every} of {every} works"
    assert page.get_by_label("Topic").locator("option:checked").inner_text() == "All"


@pytest.mark.parametrize("engine", ENGINES)
def test_headings_without_claims(
    engine: str, page: Page, sites: dict[tuple[str, str], Path]
) -> None:
    """A heading without a claim is hidden, with its text and the links to it, and comes back."""
    with served(sites["ai", engine]) as address:
        page.goto(address + CLAIMS, wait_until="networkidle")
    headings = page.locator("article h2").count()
    assert headings > 3
    choose(page, "strength", "Experiment")
    assert [text.strip("#¶ ") for text in visible(page, "article h2")] == ["Experiment"]
    assert len(visible(page, "article ul")) == 2
    assert [text.partition(":")[0] for text in visible(page, "article li > a[href^='#']")] == [
        "Experiment"
    ]
    intro = "Each sentence with a number, and what it rests on."
    assert visible(page, "article > p")[0] == intro
    # Besides, what "verified" means, and what the group is.
    assert len(visible(page, "article > p")) == 3
    page.set_viewport_size({"width": 1300, "height": 800})
    contents = page.locator(".md-sidebar--secondary li").filter(visible=True)
    assert [text.strip() for text in contents.all_inner_texts()] == ["Experiment"]
    choose(page, "strength", "All")
    assert len(visible(page, "article h2")) == headings


def test_folded_claims(page: Page, address: str) -> None:
    """What is folded opens with a key, and by itself when a filter finds something in it."""
    page.goto(address + CLAIMS)
    folds, claims = page.locator("details.hb-folded"), page.locator("details .hb-claim")
    assert claims.filter(visible=True).count() == 0
    folds.first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert claims.filter(visible=True).count() == folds.first.locator("li").count() > 0
    choose(page, "page", "Monitoring")
    said = page.get_by_role("status").inner_text()
    assert said.startswith(f"{shown(page, '.hb-claim')} of ")
    titles = [text.partition(" (")[0] for text in visible(page, "summary")]
    assert set(titles) == {"Monitoring"}
    choose(page, "page", "All")
    assert claims.filter(visible=True).count() == 0
    assert folds.filter(visible=True).count() == folds.count()
    page.emulate_media(media="print")
    assert claims.first.evaluate("(claim) => claim.getBoundingClientRect().height") > 0


def visible(page: Page, selector: str) -> list[str]:
    """Return the texts of the elements that are seen."""
    return page.locator(selector).filter(visible=True).all_inner_texts()


@pytest.mark.parametrize("path", [WORKS, CLAIMS])
def test_without_script(path: str, browser: Browser, address: str) -> None:
    """Without JavaScript every entry is there, folded at most, and no filter."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + path)
    entries = page.locator(".hb-work, .hb-claim")
    folded = page.locator("details .hb-claim")
    assert entries.filter(visible=True).count() == entries.count() - folded.count() > 0
    for summary in page.locator("article summary").all():
        summary.click()
    assert entries.filter(visible=True).count() == entries.count()
    assert page.locator("[data-filter]").filter(visible=True).count() == 0
    page.close()


def test_print(page: Page, address: str) -> None:
    """Paper has what is chosen, says what that is, and has no selects."""
    page.goto(f"{address}{WORKS}?topic=calibration")
    page.emulate_media(media="print")
    assert visible(page, "select") == []
    assert status(page).endswith(" works · calibration")
    assert shown(page, ".hb-work") == page.locator(".hb-work[data-topic~=calibration]").count()


@pytest.mark.parametrize("path", [f"{WORKS}?topic=calibration", CLAIMS])
def test_axe(path: str, scheme: Any, page: Page, address: str) -> None:
    """axe-core finds nothing wrong with a filtered page, which fits a small phone."""
    page.emulate_media(color_scheme=scheme)
    page.goto(address + path, wait_until="networkidle")
    expect(page.get_by_role("status")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_strict_policy(page: Page, address: str) -> None:
    """The script needs nothing of the theme's, and keeps a strict Content-Security-Policy."""

    def answer(route: Any) -> None:
        answered = route.fetch()
        policy = "default-src 'none'; script-src 'self'; style-src 'self'"
        route.fulfill(
            response=answered, headers=answered.headers | {"content-security-policy": policy}
        )

    page.route("**/bundle.*.js", lambda route: route.abort())
    page.route(address + WORKS, answer)
    page.goto(address + WORKS)
    choose(page, "topic", "calibration")
    assert status(page).endswith(" works · calibration")


def test_size() -> None:
    """The script adds at most 1 KB to a page, as a server compresses it."""
    assert len(gzip.compress(asset.data("filter.js"), 9)) <= 1000

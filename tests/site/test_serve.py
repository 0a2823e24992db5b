"""The panel of problems in a page that MkDocs serves, and in none that it builds."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from conftest import Site

PLACEHOLDER = "is a placeholder. Write what it stands for, or take it out."

# What the browser keeps of a folded panel.
KEPT = "localStorage.getItem('hb-problems:habits/space-it.md')"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, printed: Path) -> Site:
    """A study handbook with a problem on one page."""
    site = Site(tmp_path_factory.mktemp("panel"), printed)
    site.edit("habits/space-it.md", "## How", "TODO <b>bold</b>\n\n## How")
    return site


@pytest.fixture(scope="module")
def serving(site: Site) -> Iterator[tuple[str, Path]]:
    """The address at which MkDocs serves it, and the file of what it says."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said = site.root / "said.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (
        said.open("w") as file,
        subprocess.Popen(
            [*command, "--livereload"],
            cwd=site.root,
            stdout=file,
            stderr=file,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        ) as process,
    ):
        yield f"http://127.0.0.1:{port}/", said
        process.terminate()


def eventually(url: str, true: Callable[[str], bool]) -> str:
    """Return a page as soon as something is true of it; it must become so within a minute."""
    html = ""
    for _ in range(240):
        try:
            with urlopen(url) as answer:  # noqa: S310 - our own server
                html = answer.read().decode()
        except URLError:
            html = ""
        if html and true(html):
            return html
        time.sleep(0.25)
    raise AssertionError(html)


def test_problems_as_you_save(site: Site, serving: tuple[str, Path]) -> None:
    """The open page and the terminal show its problems, and after a save what they are then."""
    address, said = serving
    url = f"{address}habits/space-it/"
    html = eventually(url, lambda html: "hb-problems" in html)
    assert "<code>19:1</code> R602 &#x27;TODO&#x27; is a placeholder." in html
    assert f"habits/space-it.md:19:1: R602 'TODO' {PLACEHOLDER}" in said.read_text()
    assert "hb-problems" not in eventually(f"{address}habits/test-yourself/", bool)
    site.edit("habits/space-it.md", "TODO <b>bold</b>", "FIXME it")
    html = eventually(url, lambda html: "FIXME" in html)
    assert "R602 &#x27;FIXME&#x27; is a placeholder." in html
    assert f"habits/space-it.md:19:1: R602 'FIXME' {PLACEHOLDER}" in said.read_text()
    site.edit("habits/space-it.md", "FIXME it", "So.")
    eventually(url, lambda html: "hb-problems" not in html)
    site.edit("habits/space-it.md", "So.", "TODO <b>bold</b>")
    eventually(url, lambda html: "hb-problems" in html)


def test_folding(browser: Browser, serving: tuple[str, Path]) -> None:
    """The panel folds by keyboard and stays so after a reload, until the problems change."""
    url = f"{serving[0]}habits/space-it/"
    eventually(url, lambda html: "hb-problems" in html)
    page = browser.new_page()
    page.goto(url)
    details = page.locator(".hb-problems details")
    assert details.get_attribute("open") is not None
    page.locator(".hb-problems summary").focus()
    page.keyboard.press("Escape")
    page.wait_for_function(KEPT)
    assert details.get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.reload()
    assert details.get_attribute("open") is None
    page.locator(".hb-problems summary").press("Enter")
    page.wait_for_function(f"!{KEPT}")
    page.reload()
    assert details.get_attribute("open") is not None
    page.locator(".hb-problems summary").click()
    page.wait_for_function(KEPT)
    page.evaluate(f"{KEPT.replace('get', 'set')[:-1]}, 'other problems')")
    page.reload()
    assert details.get_attribute("open") is not None
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_seen_by_all(scheme: str, width: int, browser: Browser, serving: tuple[str, Path]) -> None:
    """In both schemes, on a phone and on a desk, it can be read, reached and kept in the window."""
    url = f"{serving[0]}habits/space-it/"
    eventually(url, lambda html: "hb-problems" in html)
    page = browser.new_page(
        viewport={"width": width, "height": 600},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(url)
    box = page.locator(".hb-problems").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 600
    found = Axe().run(page, context=".hb-problems")
    assert found.violations_count == 0, found.generate_report()
    page.emulate_media(media="print")
    assert page.locator(".hb-problems").is_hidden()
    page.close()


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_no_build_has_it(engine: str, site: Site) -> None:
    """A build has neither panel nor what it needs, though its pages have problems."""
    out = site.built / engine
    done = subprocess.run(
        [sys.executable, "-m", engine, "build", "--site-dir", str(out)],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "R602" in done.stdout + done.stderr
    texts = [path.read_text("utf-8") for path in out.rglob("*.html")]
    assert len(texts) > 3
    assert not [text for text in texts if re.search("hb-problems|panel", text)]
    assert not list(out.rglob("panel.*"))

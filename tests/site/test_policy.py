"""The content security policy in a real browser: planted attacks run nothing and load nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, Route

from attacks import CASES, handbook
from conftest import ENGINES, served

NAMES = [case.stem for case in CASES]
# What runs nothing even without a policy: text, an old way to run a script, and what is refused
# because it would pose as the site's own.
HARMLESS = {"end-of-the-theme", "code", "id-of-the-theme", "object-and-embed", "script-of-the-site"}
# No policy keeps a page from sending its reader away; the check does.
AWAY = {"refresh": {"asked elsewhere"}}
# A `ran()` for each window, told to the test.
RAN = "window.ran = () => { (window.parent || window).console.info('attack ran'); };"


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[bool, str]]:
    """The addresses of the attacks' site with the policy, and without it as `make serve` has it."""
    root = handbook(tmp_path_factory.mktemp("attacks"))
    for preview in ("", "true"):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-d", root / f"built{preview}"],
            cwd=root,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PREVIEW": preview or "false"},
            capture_output=True,
            check=True,
        )
    with served(root / "built") as safe, served(root / "builttrue") as unsafe:
        yield {True: safe, False: unsafe}


def attacked(browser: Browser, address: str, name: str) -> set[str]:
    """Return what an attack did while its page was read, pointed at, clicked and typed into."""
    context = browser.new_context()
    context.add_init_script(RAN)
    page = context.new_page()
    did: set[str] = set()
    page.on("console", lambda said: did.update({said.text} & {"attack ran"}))

    def route(route: Route, request: Request) -> None:
        if request.url.startswith((address, "data:", "blob:", "about:")):
            route.continue_()
        else:
            did.add("asked elsewhere")
            route.abort()

    page.route("**/*", route)
    url = f"{address}{name}/"
    page.goto(url, wait_until="load")
    for selector in ("article *", "article a, article button, article summary"):
        for index in range(page.locator(selector).count()):
            element = page.locator(selector).nth(index)
            if selector == "article *":
                element.dispatch_event("mouseover")
            else:
                element.evaluate("element => element.click()")
                page.wait_for_timeout(50)
                if page.url != url:
                    page.goto(url, wait_until="load")
    page.wait_for_timeout(100)
    context.close()
    return did


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs(name: str, browser: Browser, addresses: dict[bool, str]) -> None:
    """With the policy an attack runs nothing, and nothing is loaded from elsewhere."""
    assert attacked(browser, addresses[True], name) == AWAY.get(name, set())


def test_attacks_are_real(browser: Browser, addresses: dict[bool, str]) -> None:
    """Without the policy nearly every attack succeeds: it is the policy that stops them."""
    failed = {name for name in NAMES if not attacked(browser, addresses[False], name)}
    assert failed == HARMLESS


def test_policy(sites: dict[tuple[str, str], Path]) -> None:
    """Every page of the site has the policy before its first script; other files have none."""
    for engine in ENGINES:
        for path in sites["ai", engine].rglob("*.html"):
            before, script, _ = path.read_text("utf-8").partition("<script")
            assert ("script-src 'self'; style-src 'self'" in before) == bool(script), path
            assert "Content-Security-Policy" in before, path

"""What the tests share: a handbook to write into, built sites, and a browser to look at them."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

# The same examples each time, however busy the machine: a suite that fails by chance is not
# believed.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

ROOT = Path(__file__).parent.parent
STUDY = ROOT / "tests" / "study"
ENGINES = {
    "mkdocs": ["mkdocs", "build", "--strict"],
    "properdocs": ["properdocs", "build", "--strict"],
    "zensical": ["zensical", "build", "--clean"],
}
# Where each handbook stands below the repository.
HANDBOOKS = {"ai": ".", "study": "tests/study"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The day on which the tests look at the handbooks, whatever the clock says: 2026-11-24.
NOW = "1795478400"
NOT_COPIED = shutil.ignore_patterns(".*", "site", "__pycache__", "benchmarks")

# How WeasyPrint fails to import where the system has no Pango, and where it is not installed.
NO_PANGO = """\
print("\\n-----\\n\\nWeasyPrint could not import some external libraries.")
raise OSError("cannot load library 'libpango-1.0-0'")
"""
NOT_INSTALLED = "raise ModuleNotFoundError(\"No module named 'weasyprint'\")\n"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put last what needs the browser, whose event loop lets no other one run until the end."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session", autouse=True)
def now() -> Iterator[None]:
    """Stop the clock, for what the tests start as well, so that no page gets past its review."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", NOW)
        yield


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which all copies of the study handbook keep what they have printed."""
    return tmp_path_factory.mktemp("printed")


@pytest.fixture
def study(tmp_path: Path, printed: Path) -> Path:
    """A copy of the study handbook."""
    root = Path(shutil.copytree(STUDY, tmp_path / "study", ignore=NOT_COPIED))
    (root / ".cache").symlink_to(printed)
    return root


# Three more kinds of page for the study handbook, and which of them name each other.
RELATED = """
[tool.handbook.kinds.obstacle]
folder = "obstacles"

[tool.handbook.kinds.place]
folder = "places"
sections = ["What it is", "What disturbs"]

[tool.handbook.kinds.remedy]
folder = "remedies"

[tool.handbook.matrix]
title = "What disturbs, and where"
description = "Which obstacle meets you at which place, and what helps."
rows = "obstacle"
columns = "place"
answers = "remedy"
section = "What disturbs"
"""
LESSON = "level: []\nprerequisites: []\nreviewed: 2026-11-24\nreview_in: 30 days\n"
TO_NOISE, TO_OTHERS = (
    "[noise](../obstacles/noise.md)",
    "[a](../places/a&b.md), [p](../remedies/p.md)",
)
RELATED_PAGES = {
    "obstacles/noise.md": "title: Noise & talk\ndescription: Sound.\nkind: obstacle\n"
    f"places: [places/a&b.md]\nremedies: [remedies/p.md]\n---\n\n{TO_OTHERS}\n",
    "places/a&b.md": f"title: At home\ndescription: A flat.\nkind: place\n{LESSON}"
    f"obstacles: [obstacles/noise.md]\n---\n\n## What it is\n\nA flat.\n\n"
    f"## What disturbs\n\n{TO_NOISE}\n",
    "remedies/p.md": "title: Plugs\ndescription: For the ears.\nkind: remedy\n"
    f"obstacles: [obstacles/noise.md]\n---\n\n{TO_NOISE}\n",
}


@pytest.fixture
def related(study: Path) -> Path:
    """The study handbook with a matrix: an obstacle, a place and a remedy that name each other."""
    with (study / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(RELATED)
    for src_uri, text in RELATED_PAGES.items():
        path = study / "docs" / src_uri
        path.parent.mkdir()
        path.write_text(f"---\n{text}", "utf-8")
    return study


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, so that a build writes nothing into it."""
    root = tmp_path_factory.mktemp("copy") / "repository"
    shutil.copytree(ROOT, root, ignore=NOT_COPIED)
    return root


@pytest.fixture(scope="session")
def sites(copy: Path) -> dict[tuple[str, str], Path]:
    """The folder of each handbook's site under each engine."""
    built = {}
    for handbook, folder in HANDBOOKS.items():
        for engine, command in ENGINES.items():
            site = copy.parent / f"{handbook}-{engine}"
            if engine == "zensical":
                run(copy / folder, "handbook", "pages")
            run(copy / folder, *command)
            (copy / folder / "site").rename(site)
            built[handbook, engine] = site
    return built


def built(src_uri: str) -> str:
    """Return the path of the file that an engine builds from a source."""
    if not src_uri.endswith(".md"):
        return src_uri
    stem = src_uri.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


def run(folder: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module's command in a folder; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def without(name: str, folder: Path, code: str) -> str:
    """Return a PYTHONPATH on which a package fails as the code says."""
    package = folder / "path" / name
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(code)
    return os.pathsep.join([str(package.parent), os.environ.get("PYTHONPATH", "")])


class Site:
    """The study handbook in a folder of its own, to edit, to build and to build again."""

    def __init__(self, folder: Path, printed: Path) -> None:
        shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=NOT_COPIED)
        self.root = Path(shutil.copytree(STUDY, folder / "tests" / "study", ignore=NOT_COPIED))
        (self.root / ".cache").symlink_to(printed)
        self.docs = self.root / "docs"
        self.built = folder / "built"

    def build(self, path: str = "", module: str = "mkdocs") -> None:
        """Build it to a path below the folder that is served."""
        run(self.root, module, "build", "--strict", "--site-dir", str(self.built / path))

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text that stands once in a page."""
        text = (self.docs / path).read_text("utf-8")
        assert text.count(old) == 1, text
        (self.docs / path).write_text(text.replace(old, new), "utf-8")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files as they are now, and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Keep browsers from keeping pages."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def served(folder: Path) -> AbstractContextManager[str]:
    """Serve a folder; the value is its address."""
    return answering(partial(QuietHandler, directory=str(folder)))


@contextmanager
def answering(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """Let a handler answer on this machine; the value is its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(sites: dict[tuple[str, str], Path]) -> Iterator[str]:
    """The address of this handbook's site, as MkDocs builds it."""
    with served(sites["ai", "mkdocs"]) as found:
        yield found


@pytest.fixture(scope="session")
def study_address(tmp_path_factory: pytest.TempPathFactory, printed: Path) -> Iterator[str]:
    """The address of the study handbook's site, where one id leads to `n8wd` and one nowhere."""
    site = Site(tmp_path_factory.mktemp("study"), printed)
    (site.docs / "checklist-ids.yml").write_text(
        "- {id: old1, retired: 2026-11-01, text: Compare., now: n8wd}\n"
        "- {id: old2, retired: 2026-11-01, text: Sing it.}\n"
    )
    site.build()
    with served(site.built) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system."""
    path = next(found for name in BROWSERS if (found := shutil.which(name)))
    # The sandbox needs rights that containers do not give; the pages are our own.
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has seen nothing yet."""
    found = browser.new_context(viewport={"width": 1000, "height": 800})
    yield found
    found.close()


@pytest.fixture
def page(
    context: BrowserContext, study_address: str, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """The page of the study handbook that a module names as `OPENED`; no script may fail on it."""
    with no_script_fails(context.new_page()) as found:
        found.goto(study_address + request.module.OPENED)
        yield found


@contextmanager
def no_script_fails(page: Page) -> Iterator[Page]:
    """Fail when a script has failed on a page."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    assert wrong == []

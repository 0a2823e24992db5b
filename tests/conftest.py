"""What the tests share: a handbook to write into, built sites, and a browser to look at them."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

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
NOT_COPIED = shutil.ignore_patterns(".*", "site", "__pycache__", "benchmarks")

# How WeasyPrint fails to import where the system has no Pango, and where it is not installed.
NO_PANGO = """\
print("\\n-----\\n\\nWeasyPrint could not import some external libraries.")
raise OSError("cannot load library 'libpango-1.0-0'")
"""
NOT_INSTALLED = "raise ModuleNotFoundError(\"No module named 'weasyprint'\")\n"


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


def without_weasyprint(folder: Path, code: str) -> str:
    """Return a PYTHONPATH on which the package `weasyprint` fails as the code says."""
    package = folder / "path" / "weasyprint"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(code)
    return os.pathsep.join([str(package.parent), os.environ.get("PYTHONPATH", "")])


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing; lets LinkChecker go without its rate limit."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Add the header that lifts LinkChecker's limit of requests a second."""
        self.send_header("LinkChecker", "1")
        super().end_headers()


@pytest.fixture(scope="session")
def address(sites: dict[tuple[str, str], Path]) -> Iterator[str]:
    """The address of this handbook's site, as MkDocs builds it."""
    handler = partial(QuietHandler, directory=str(sites["ai", "mkdocs"]))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


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

"""A build of one commit: the same bytes wherever and whenever, and a way to edit each page."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from conftest import NOT_COPIED, ROOT
from handbook import book, generated
from handbook.rules import places

EDIT = "https://github.example/a/handbook/edit/main/docs/"
REPOSITORY = {"REPO_URL": "https://github.example/a/handbook", "EDIT_URI": "edit/main/docs/"}
# As far apart as two machines can be that build at one time.
HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}


def build(folder: Path, umask: int, environment: dict[str, str]) -> Path:
    """Return the site of a copy of this handbook, which keeps nothing of an earlier build."""
    shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=os.environ | REPOSITORY | environment,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this handbook, as built from a repository."""
    return build(tmp_path_factory.mktemp("one") / "here", 0o022, HERE)


def files(site: Path) -> dict[str, bytes]:
    """Return path -> bytes of all files."""
    paths = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def test_reproducible(site: Path, tmp_path: Path) -> None:
    """Folder, time zone, language, umask and hash seed leave no trace in any file."""
    one, other = files(site), files(build(tmp_path / "far" / "away" / "there", 0o077, THERE))
    assert {"sitemap.xml.gz", "search/search_index.json"} < set(one)
    assert any(path.endswith(".pdf") for path in one)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []


def test_places(site: Path) -> None:
    """What the check takes for the places of a page are those of its headings on the site."""
    for page in book.load(ROOT).pages:
        stem = page.src_uri.removesuffix(".md").removesuffix("index").strip("/")
        soup = BeautifulSoup((site / stem / "index.html").read_text("utf-8"), "html.parser")
        headings = {str(found["id"]) for found in soup.select(".md-content :is(h2, h3, h4)[id]")}
        names = places.places(page) | {"references"}
        assert {name for name in headings if places.COUNT.sub("", name) not in names} == set()
        assert {slug for slug in names if soup.find(id=slug) is None} <= {"references"}


def edits(site: Path, src_uri: str) -> list[str]:
    """Return where the pencil of a page leads."""
    stem = src_uri.removesuffix(".md").removesuffix("index").strip("/")
    soup = BeautifulSoup((site / stem / "index.html").read_text("utf-8"), "html.parser")
    return [str(link["href"]) for link in soup.select("a[href*='/edit/']")]


def test_edit_opens_the_file(site: Path) -> None:
    """The pencil of each page opens the file that it comes from."""
    pages = [page.src_uri for page in book.load(ROOT).pages]
    assert {src_uri: edits(site, src_uri) for src_uri in pages} == {
        src_uri: [EDIT + src_uri] for src_uri in pages
    }


def test_generated_pages_have_no_pencil(site: Path) -> None:
    """What no person has written can't be edited, and a checklist leads to the page that can."""
    pages = [path for path in generated.src_uris(book.load(ROOT)) if path.endswith(".md")]
    assert {src_uri for src_uri in pages if edits(site, src_uri)} == set()
    checklist = site / "checklists" / "takeaways" / "mlops" / "index.html"
    soup = BeautifulSoup(checklist.read_text("utf-8"), "html.parser")
    assert soup.select(".md-content a[href='../../../takeaways/mlops/']")

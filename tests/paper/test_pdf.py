"""The PDFs of a handbook: which there are, that they are the same everywhere, and what is kept."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import NO_PANGO, NOT_COPIED, NOT_INSTALLED, STUDY, without
from handbook import book, generated
from handbook.overviews import checklist_page
from handbook.paper import pdf

LEFT_OUT = {
    NO_PANGO: "PDFs are left out: WeasyPrint needs Pango. "
    "Install libpango-1.0-0 and libpangoft2-1.0-0.\n",
    NOT_INSTALLED: "PDFs are left out: WeasyPrint 70 or newer is not installed. "
    "Install weasyprint.\n",
}


def handbook(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "handbook", "--root", str(root), *arguments]
    return subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def test_paths(study: Path) -> None:
    """Each list, and all of them, is a file for each size of paper beside its page."""
    this = book.load(study)
    assert pdf.src_uris(this) == [
        "checklists/habits/space-it.a4.pdf",
        "checklists/habits/space-it.letter.pdf",
        "checklists/habits/test-yourself.a4.pdf",
        "checklists/habits/test-yourself.letter.pdf",
        "checklists/all.a4.pdf",
        "checklists/all.letter.pdf",
    ]
    assert list(pdf.files(this)) == pdf.src_uris(this)


def test_links(study: Path) -> None:
    """The pages of checklists link to their PDFs."""
    pages = checklist_page.pages(book.load(study))
    assert (
        "Download: [PDF, A4](test-yourself.a4.pdf), [PDF, Letter](test-yourself.letter.pdf), "
    ) in pages["checklists/habits/test-yourself.md"]
    assert "[PDF, A4](all.a4.pdf)" in pages["checklists/index.md"]


def test_no_lists(study: Path) -> None:
    """A handbook without checklists has no PDF."""
    for path in (study / "docs/habits").iterdir():
        path.unlink()
    assert pdf.files(book.load(study)) == {}


def test_pages(study: Path) -> None:
    """The pages that each list takes are counted on each size of paper."""
    counted = [
        (one.page.src_uri, paper, pages) for one, paper, pages in pdf.pages(book.load(study))
    ]
    assert counted == [
        ("habits/space-it.md", "A4", 1),
        ("habits/space-it.md", "Letter", 1),
        ("habits/test-yourself.md", "A4", 1),
        ("habits/test-yourself.md", "Letter", 1),
    ]


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    """Another process, folder, seed of hashes, time zone and date give the same bytes."""
    worlds = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "SOURCE_DATE_EPOCH": "0", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "2000000000"},
    )
    made = []
    for number, world in enumerate(worlds):
        root = shutil.copytree(STUDY, tmp_path / f"{number}" / "study", ignore=NOT_COPIED)
        assert handbook(root, "pages", **world).returncode == 0
        files = sorted((root / "docs").rglob("*.pdf"))
        made.append({path.relative_to(root): path.read_bytes() for path in files})
    assert len(made[0]) == 6
    assert made[0] == made[1]


def test_cache(tmp_path: Path) -> None:
    """The same bytes come with the cache, with a damaged one, and with none."""
    root = shutil.copytree(STUDY, tmp_path / "study", ignore=NOT_COPIED)
    cache = root / pdf.CACHE
    printed = pdf.files(book.load(root))
    kept = sorted(cache.iterdir())
    assert len(kept) == len(printed)
    # A print that can be told from a new one, to see that it is the one that comes back.
    key, other = kept[:2]
    key.write_bytes(other.read_bytes())
    with_other = pdf.files(book.load(root))
    assert [name for name in printed if printed[name] != with_other[name]] != []
    key.write_bytes(b"damaged")
    assert pdf.files(book.load(root)) == printed
    shutil.rmtree(cache)
    cache.write_bytes(b"no folder")
    assert pdf.files(book.load(root)) == printed


@pytest.mark.parametrize(("code", "message"), LEFT_OUT.items(), ids=["no-pango", "not-installed"])
def test_left_out(code: str, message: str, tmp_path: Path) -> None:
    """Where PDFs can't be made, each command says so once, and all else works."""
    root = shutil.copytree(STUDY, tmp_path / "study", ignore=NOT_COPIED)
    path = without("weasyprint", tmp_path, code)
    checked = handbook(root, "check", PYTHONPATH=path)
    assert (checked.stdout, checked.stderr) == ("", f"{message}no problem in 3 pages\n")
    assert checked.returncode == 0
    written = handbook(root, "pages", PYTHONPATH=path)
    assert (written.stderr, written.returncode) == (message, 0)
    docs = root / "docs"
    files = [path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()]
    assert "checklists/habits/test-yourself.md" in files
    assert [name for name in files if name.endswith(".pdf")] == []
    assert "Download: [Markdown](" in (docs / "checklists/habits/test-yourself.md").read_text()


def test_left_out_later(study: Path, tmp_path: Path) -> None:
    """PDFs that another run wrote go when they can't be made any more."""
    generated.write(book.load(study))
    path = without("weasyprint", tmp_path, NO_PANGO)
    written = handbook(study, "pages", PYTHONPATH=path)
    assert "removed checklists/all.a4.pdf" in written.stdout.splitlines()
    assert list((study / "docs").rglob("*.pdf")) == []

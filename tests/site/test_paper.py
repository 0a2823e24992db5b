"""Checklists on paper: by Chromium's print, and by WeasyPrint from the same HTML and CSS."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from weasyprint import HTML  # type: ignore[import-untyped]

from conftest import ROOT
from handbook import book, checklist

LISTS = [one.page.src_uri.removesuffix(".md") for one in checklist.checklists(book.load(ROOT))]


def read(pdf: Path) -> tuple[int, str]:
    """Return a PDF's number of pages and its text, as Poppler reads them."""
    info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True)  # noqa: S607
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True)  # noqa: S607
    pages = next(line for line in info.stdout.splitlines() if line.startswith("Pages:"))
    return int(pages.split()[1]), " ".join(text.stdout.split())


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_chromium_prints_one_page(
    name: str, paper: str, browser: Browser, address: str, tmp_path: Path
) -> None:
    """A checklist is one page, with every item and without the site's furniture."""
    page = browser.new_page()
    page.goto(f"{address}checklists/{name}/", wait_until="networkidle")
    items = page.locator(".hb-text").all_inner_texts()
    page.pdf(path=tmp_path / "list.pdf", format=paper)
    page.close()
    pages, text = read(tmp_path / "list.pdf")
    assert pages == 1
    assert [item for item in items if " ".join(item.split()) not in text] == []
    assert "Table of contents" not in text


@pytest.mark.parametrize("name", LISTS)
def test_weasyprint_reads_the_document(
    name: str, sites: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    """WeasyPrint, which needs Pango, makes one page with every item of the downloaded document."""
    html = sites["ai", "mkdocs"] / "api/checklists" / f"{name}.html"
    HTML(filename=html).write_pdf(tmp_path / "list.pdf")
    pages, text = read(tmp_path / "list.pdf")
    (one,) = [
        one
        for one in checklist.checklists(book.load(ROOT))
        if one.page.src_uri.removesuffix(".md") == name
    ]
    assert pages == 1
    assert [item.plain for item in one.items if item.plain not in text] == []

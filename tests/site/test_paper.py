"""Checklists on paper: by Chromium's print of the site, and the PDFs that WeasyPrint made."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from conftest import ROOT
from handbook import book
from handbook.checklists import checklist
from handbook.checklists.checklist import Checklist
from handbook.paper import pdf
from viewers import DPI, count, poppler, texts

LISTS = {
    one.src_uri.removesuffix(".md"): one for one in checklist.checklists(book.load(ROOT))
}  # fmt: skip
FURNITURE = ("Table of contents", "Download:", "Why each item", "Back to top", "Search", "Why:")
FORTY = """
const list = document.querySelector(".hb-item").parentElement;
const words = " and so on".repeat(15);
for (let number = 0; number < 40; number++) {
  const item = list.children[0].cloneNode(true);
  item.querySelector(".hb-text").textContent = `Begin ${number} ${words} end ${number}.`;
  item.querySelector(".hb-done-when").textContent = `Done when: all of ${number} is done.`;
  list.append(item);
}
"""


def visit(browser: Browser, address: str, scheme: str = "light") -> Page:
    """Open a page in a scheme, with nothing kept from before."""
    assert scheme in {"light", "dark"}
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    return page


def said(one: Checklist) -> list[str]:
    """Return what must stand on paper, in its order."""
    items = [(item.plain, item.task.id) for item in one.items]
    return [
        one.page.title,
        one.get("objective"),
        one.get("pause_point"),
        *(text for item in items for text in item),
        "Name",
        "Date",
        one.page.get("reviewed"),
        one.version,
        f"/{one.src_uri.removesuffix('.md')}/",
    ]


def assert_reads(text: str, one: Checklist) -> None:
    """Find everything that must be there, each after the one before, and no furniture."""
    at = 0
    for words in said(one):
        found = text.find(words, at)
        assert found >= 0, words
        at = found + len(words)
    assert [words for words in FURNITURE if words in text] == []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("paper", pdf.PAPERS)
def test_chromium(name: str, paper: str, browser: Browser, address: str, tmp_path: Path) -> None:
    """A list's page prints on one page, with all that belongs on paper and nothing else."""
    page = visit(browser, f"{address}{name}/")
    page.pdf(path=tmp_path / "list.pdf", format=paper)
    page.context.close()
    assert count(tmp_path / "list.pdf") == 1
    assert_reads(texts(tmp_path / "list.pdf")[0], LISTS[name])


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("paper", pdf.PAPERS)
def test_weasyprint(name: str, paper: str, sites: dict[tuple[str, str], Path]) -> None:
    """A list's PDF is one page, with all that belongs on paper and nothing else."""
    file = sites["ai", "mkdocs"] / f"{name}.{paper.lower()}.pdf"
    assert count(file) == 1
    assert_reads(texts(file)[0], LISTS[name])


@pytest.mark.parametrize("paper", pdf.PAPERS)
def test_all(
    paper: str, browser: Browser, address: str, sites: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    """All lists are a page each, printed by the browser and in the PDF."""
    page = visit(browser, f"{address}checklists/")
    page.pdf(path=tmp_path / "all.pdf", format=paper)
    page.context.close()
    made = sites["ai", "mkdocs"] / f"checklists/all.{paper.lower()}.pdf"
    for file in (tmp_path / "all.pdf", made):
        for text, one in zip(texts(file), LISTS.values(), strict=True):
            assert_reads(text, one)


def test_same_bytes_under_every_engine(sites: dict[tuple[str, str], Path]) -> None:
    """MkDocs, ProperDocs and Zensical publish the same PDFs."""
    for handbook in ("ai", "study"):
        made = [
            {path.relative_to(site): path.read_bytes() for path in site.rglob("*.pdf")}
            for (of, _), site in sites.items()
            if of == handbook
        ]
        assert made[0]
        assert made[0] == made[1] == made[2]


def picture(page: Page, file: Path) -> Image.Image:
    """Return a print with its backgrounds, as Poppler shows it."""
    page.pdf(path=file, format="A4", print_background=True)
    return poppler(file)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ticks(scheme: str, browser: Browser, address: str, tmp_path: Path) -> None:
    """What the reader ticked prints as a tick in its box: neither an empty box nor a full one."""
    page = visit(browser, f"{address}{next(iter(LISTS))}/", scheme)
    boxes = page.locator(".hb-item input")
    before = picture(page, tmp_path / "before.pdf")
    boxes.nth(1).check()
    after = picture(page, tmp_path / "after.pdf")
    page.context.close()
    changed = ImageChops.difference(before, after)
    left, top, right, bottom = changed.getbbox() or (0, 0, 0, 0)
    size = 5 / 25.4 * DPI
    assert size / 2 < right - left < size
    assert size / 2 < bottom - top < size
    ink = sum(changed.tobytes()) / 255 / size**2
    assert 0.08 < ink < 0.4


def test_dark_scheme(browser: Browser, address: str, tmp_path: Path) -> None:
    """A page prints from the dark scheme as from the light one: black on white."""
    prints = []
    for scheme in ("light", "dark"):
        page = visit(browser, f"{address}{next(iter(LISTS))}/", scheme)
        prints.append(picture(page, tmp_path / f"{scheme}.pdf"))
        page.context.close()
    assert prints[0].tobytes() == prints[1].tobytes()
    assert prints[0].getpixel((0, 0)) == 255
    assert prints[0].getextrema() == (0, 255)


def test_marks_are_framed(browser: Browser, address: str) -> None:
    """A document of its own, of which the PDF is made, frames what a number rests on."""
    page = visit(browser, f"{address}api/checklists/limitations/privacy.html")
    mark = page.locator(".hb-basis").first
    assert mark.inner_text() == "illustrative"
    assert mark.evaluate("mark => getComputedStyle(mark).borderStyle") == "solid"
    page.context.close()


@pytest.mark.parametrize("paper", pdf.PAPERS)
def test_page(paper: str, browser: Browser, address: str, tmp_path: Path) -> None:
    """A page prints in less than one sheet a minute and a half of reading, headings with texts.

    The theme opens what is closed before it prints, the data of figures too, which stay away.
    """
    page = visit(browser, f"{address}takeaways/mlops/")
    headings = page.locator("article :is(h2, h3)").all_text_contents()
    page.pdf(path=tmp_path / "page.pdf", format=paper)
    page.context.close()
    pages = texts(tmp_path / "page.pdf")
    assert len(pages) <= 15
    assert len(headings) > 10
    for heading in headings:
        assert [text[-80:] for text in pages if text.endswith(heading.removesuffix("#"))] == []
    assert [text for text in pages if "Data as a table" in text] == []
    # The figures are there: the lines beneath them are.
    assert any("the bin of the shortest alone makes up" in text for text in pages)


@pytest.mark.parametrize("paper", pdf.PAPERS)
def test_no_item_is_cut(paper: str, browser: Browser, address: str, tmp_path: Path) -> None:
    """Forty items more break between two items, never inside one."""
    page = visit(browser, f"{address}{next(iter(LISTS))}/")
    page.evaluate(FORTY)
    page.pdf(path=tmp_path / "list.pdf", format=paper)
    page.context.close()
    pages = texts(tmp_path / "list.pdf")
    assert len(pages) > 2
    for number in range(40):
        (text,) = [text for text in pages if f"Begin {number} " in text]
        assert f"end {number}." in text
        assert f"Done when: all of {number} is done." in text

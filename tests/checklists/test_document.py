"""A document of sheets that needs no site."""

import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser
from tinyhtml5.parser import HTMLParser  # type: ignore[import-untyped]

from conftest import HANDBOOKS, ROOT
from handbook import book
from handbook.checklists import checklist, selection
from handbook.checklists.document import Writer
from handbook.checklists.selection import select
from handbook.files import asset

PAGE = "docs/habits/test-yourself.md"
SITE = "http://127.0.0.1:8000/"


def document(root: Path, page: str = "", level: str = "") -> str:
    """Return a document of a handbook's lists."""
    this = book.load(root)
    return Writer(this).document(select(this, page, level))


def parsed(root: Path, page: str = "", level: str = "") -> BeautifulSoup:
    """Return the elements of a document."""
    return BeautifulSoup(document(root, page, level), "html.parser")


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_documents_are_html(handbook: str) -> None:
    """Documents of one, of a level, of all and of none keep to HTML's syntax and unique ids."""
    this = book.load(ROOT / HANDBOOKS[handbook])
    lists, writer = list(checklist.checklists(this)), Writer(this)
    chosen = [selection.of_one(lists[0]), selection.of_all(lists), selection.of_all([])]
    chosen += [selection.of_level(lists, level) for level in this.settings.levels]
    for one in chosen:
        text = writer.document(one)
        parser = HTMLParser()
        parser.parse(text)
        assert parser.errors == []
        ids = [str(tag["id"]) for tag in BeautifulSoup(text, "html.parser").select("[id]")]
        assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_links_lead_somewhere(handbook: str) -> None:
    """A link of a document leads to a place in it or to a whole address; nothing is fetched."""
    page = parsed(ROOT / HANDBOOKS[handbook])
    ids = {f"#{tag['id']}" for tag in page.select("[id]")}
    links = [str(link["href"]) for link in page.select("[href]")]
    assert [link for link in links if link not in ids and "://" not in link] == []
    assert page.select("script, link, img, [src]") == []


def test_head(study: Path) -> None:
    """The head says language, policy, encoding and title as text, and has the style itself."""
    (study / "mkdocs.yml").write_text(
        (study / "mkdocs.yml").read_text().replace("font: false", "font: false, language: de")
    )
    page = study / PAGE
    page.write_text(page.read_text().replace("title: Test", "title: <b>&"))
    text = document(study, "habits/test-yourself.md")
    assert text.startswith(
        '<!doctype html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        "<title>&lt;b&gt;&amp; yourself · The Study Handbook</title>\n"
        '<meta name="author" content="The Study Handbook">\n'
        '<meta name="generator" content="handbook">\n'
        '<meta name="dcterms.modified" content="2026-11-24">\n<style>\n'
    )
    assert asset.text("checklist.css") in text
    assert "<h1>&lt;b&gt;&amp; yourself</h1>" in text


def test_each_list_is_a_sheet(study: Path) -> None:
    """Each list has a sheet with its title, its items, its imprint and its code."""
    sheets = parsed(study).select("article.hb-sheet")
    assert [str(sheet.h1) for sheet in sheets] == [
        "<h1>Space it out</h1>",
        "<h1>Test yourself</h1>",
    ]
    assert [len(sheet.select("li.hb-item input")) for sheet in sheets] == [1, 2]
    assert [len(sheet.select(".hb-imprint svg")) for sheet in sheets] == [1, 1]


def test_works_are_listed_once(study: Path) -> None:
    """The works that the sheets cite stand once, behind the last sheet, in their order."""
    works = parsed(study).select("body > .hb-references > li")
    assert [work["id"] for work in works] == ["ref-cepeda2006", "ref-roediger2006"]
    assert [work["id"] for work in parsed(study, level="pupil").select(".hb-references > li")] == [
        "ref-roediger2006"
    ]
    page = study / PAGE
    page.write_text(page.read_text().replace(" [@roediger2006] {", " {"))
    assert "References" not in document(study, "habits/test-yourself.md")


def test_citation_of_no_work(study: Path) -> None:
    """A citation that leads nowhere stays visible and is no link."""
    page = study / PAGE
    page.write_text(page.read_text().replace("[@roediger2006] {", "[@nobody] {"))
    cited = parsed(study, "habits/test-yourself.md").select_one("[data-cite]")
    assert isinstance(cited, Tag)
    assert (cited.name, cited.get_text()) == ("span", "@nobody")


def test_site_without_a_url(study: Path) -> None:
    """Without the site's URL, links to its pages are text, and other links stay."""
    (study / "mkdocs.yml").write_text(
        (study / "mkdocs.yml").read_text().replace(f"site_url: {SITE}\n", "")
    )
    page = study / PAGE
    page.write_text(
        page.read_text().replace("Compare with", "[Ask](https://e.org/) [us](mailto:a@e.org) with")
    )
    links = parsed(study, "habits/test-yourself.md").select(".hb-text a, .hb-sheet > p a")
    assert [(link.get_text(), link.get("href")) for link in links] == [
        ("Ask", "https://e.org/"),
        ("us", "mailto:a@e.org"),
        ("the page", None),
        ("Test yourself", None),
    ]


@pytest.mark.parametrize("handbook", HANDBOOKS)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_list_prints_on_one_page(
    handbook: str, paper: str, browser: Browser, tmp_path: Path
) -> None:
    """Each list's document is one printed page with every item, without scripts or a network."""
    this = book.load(ROOT / HANDBOOKS[handbook])
    writer = Writer(this)
    context = browser.new_context(java_script_enabled=False, offline=True)
    for one in checklist.checklists(this):
        (tmp_path / "list.html").write_text(writer.document(selection.of_one(one)), "utf-8")
        page = context.new_page()
        page.goto((tmp_path / "list.html").as_uri())
        page.pdf(path=tmp_path / "list.pdf", format=paper)
        page.close()
        command = ["pdftotext", str(tmp_path / "list.pdf"), "-"]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert printed.count("\f") == 1, one.src_uri
        text = " ".join(printed.split())
        assert [item.plain for item in one.items if item.plain not in text] == []
    context.close()

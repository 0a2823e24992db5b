"""Exports: the same checklists as Markdown, CSV, JSON and HTML."""

import csv
import io
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook import book
from handbook.checklists import checklist, export
from handbook.checklists.selection import select

PAGE = "docs/habits/test-yourself.md"
SITE = "http://127.0.0.1:8000/"
LIST = f"{SITE}checklists/habits/test-yourself/"
# What a reader of an item may meet that a format could take for something else.
ODD = 'Ask @me, "a"; #12 <b> $x$ https://e.org/_a_ *'


def exported(study: Path, name: str, page: str = "", level: str = "") -> str:
    """Return what is exported of the study handbook in a format."""
    this = book.load(study)
    return export.formats(this)[name](select(this, page, level))


def change(study: Path, *changes: tuple[str, str]) -> None:
    """Change the page of a list."""
    path = study / PAGE
    text = path.read_text("utf-8")
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    path.write_text(text, "utf-8")


def without_url(study: Path) -> None:
    """Take the URL from the site."""
    path = study / "mkdocs.yml"
    path.write_text(path.read_text().replace(f"site_url: {SITE}\n", ""))


def serve_nobody(study: Path) -> None:
    """Give the handbook a level that no page serves."""
    path = study / "pyproject.toml"
    path.write_text(path.read_text().replace('["pupil",', '["master", "pupil",'))


def test_markdown_of_one(study: Path) -> None:
    """A list is a task list with its title, use and date, its ids linked, its signs below."""
    assert exported(study, "markdown", "habits/test-yourself.md") == (
        "## Test yourself\n\n"
        "**Objective:** Remember what you read.\n"
        "**When:** When you close the book.\n"
        "**How:** Read each item and do it, in this order.\n"
        "Revised 2026-11-24, version e05656.\n\n"
        f"1. [ ] Write down three things that you remember. [q3fz]({LIST}#q3fz)\n"
        "      Done when: the book stayed closed.\n"
        f"2. [ ] Compare with the page. [n8wd]({LIST}#n8wd)\n"
    )


def test_markdown_of_several(study: Path) -> None:
    """Several lists follow their common title; those done in any order are not numbered."""
    text = exported(study, "markdown", level="student")
    assert text.startswith("# Checklists for student level\n\n## Space it out\n\n**Objective:** ")
    assert "\n- [ ] Put the next session into your calendar. [v5kc](" in text
    assert "\n\n## Test yourself\n\n" in text


def test_markdown_shows_texts_as_they_are(study: Path) -> None:
    """What would be markup, a mention or an address elsewhere is shown as the reader saw it."""
    odd = ODD.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")
    change(
        study,
        ("Write down three things", odd),
        ("the book stayed closed", odd),
        ("title: Test yourself", f"title: '{ODD}'"),
        ("objective: Remember", f"objective: '{ODD}' # "),
    )
    text = exported(study, "markdown", "habits/test-yourself.md")
    page = BeautifulSoup(Markdown().convert(text), "html.parser")
    assert page.h2
    assert page.h2.get_text() == ODD
    assert f"Objective: {ODD}." in page.get_text()
    assert f"[ ] {ODD} that you remember. q3fz\n" in page.get_text()
    assert f"Done when: {ODD}.\n" in page.get_text()
    assert [link["href"] for link in page.select("a")] == [f"{LIST}#q3fz", f"{LIST}#n8wd"]


def test_csv(study: Path) -> None:
    """CSV has one header and a row an item; lines end with CRLF, as RFC 4180 has it."""
    lines = exported(study, "csv").split("\r\n")
    assert lines[0] == "id,text,done_when,title,page,level,reviewed,version,address"
    assert lines[2] == (
        "q3fz,Write down three things that you remember.,the book stayed closed.,Test yourself,"
        f"habits/test-yourself.md,pupil student,2026-11-24,e05656,{LIST}#q3fz"
    )
    assert lines[4:] == [""]
    assert "\n" not in "".join(lines)


def test_csv_is_read_as_it_was(study: Path) -> None:
    """Quotes, commas and letters of every script come back from a reader of CSV."""
    change(study, ("Write down three", 'Say "naïve", 漢字 and three'))
    rows = list(csv.DictReader(io.StringIO(exported(study, "csv"), newline="")))
    assert rows[1]["text"] == 'Say "naïve", 漢字 and three things that you remember.'
    assert [row["id"] for row in rows] == ["v5kc", "q3fz", "n8wd"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_csv_holds_no_formula(sign: str, study: Path) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe."""
    formula = f"{sign}HYPERLINK(A1)"
    change(study, ("Write", f"{formula} Write"), ("title: Test yourself", f"title: '{formula}'"))
    row = list(csv.DictReader(io.StringIO(exported(study, "csv"), newline="")))[1]
    assert row["title"] == f"'{formula}"
    assert row["text"] == f"'{formula} Write down three things that you remember."


def test_json(study: Path) -> None:
    """JSON names its schema, and holds the data of each list and the retired ids."""
    (study / "docs/checklist-ids.yml").write_text(
        "- {id: old1, retired: 2026-11-01, text: 'Say \"checklists\": [].', now: n8wd}\n"
    )
    this = book.load(study)
    expected = {
        "$schema": f"{SITE}api/checklists.schema.json",
        "checklists": [checklist.data(one) for one in checklist.checklists(this)],
        "retired": checklist.retired(this),
    }
    text = exported(study, "json")
    assert text == json.dumps(expected, ensure_ascii=False, indent=2) + "\n"


def test_json_is_text_in_utf_8(study: Path) -> None:
    """Letters stand as themselves."""
    change(study, ("Write down", "Zähle 漢字 and write down"))
    assert "Zähle 漢字 and" in exported(study, "json")


def test_html_of_one(study: Path) -> None:
    """HTML is a document with the list's title and the site's name."""
    text = exported(study, "html", "habits/test-yourself.md")
    assert "<title>Test yourself · The Study Handbook</title>" in text


def test_nothing_to_export(study: Path) -> None:
    """A level that nobody serves is a sound document in each format."""
    serve_nobody(study)
    title = "Checklists for master level"
    assert exported(study, "markdown", level="master") == f"# {title}\n\nNo checklist yet.\n"
    assert exported(study, "csv", level="master") == ",".join(export.COLUMNS) + "\r\n"
    data = json.loads(exported(study, "json", level="master"))
    assert data == {
        "$schema": f"{SITE}api/checklists.schema.json",
        "checklists": [],
        "retired": [],
    }
    assert f"<h1>{title}</h1>\n<p>No checklist yet.</p>" in exported(study, "html", level="master")


def test_site_without_a_url(study: Path) -> None:
    """Without the site's URL no address is made up: ids are no links, and no schema is named."""
    without_url(study)
    assert "remember. `q3fz`\n" in exported(study, "markdown")
    rows = list(csv.DictReader(io.StringIO(exported(study, "csv"), newline="")))
    assert [row["address"] for row in rows] == ["", "", ""]
    data = json.loads(exported(study, "json"))
    assert list(data) == ["checklists", "retired"]

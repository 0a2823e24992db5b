"""Checklists as pages and as data."""

import json
from pathlib import Path

from handbook import book, checklist
from handbook.book import Book


def load(study: Path) -> Book:
    """Return the study handbook."""
    return book.load(study)


def test_page(study: Path) -> None:
    """A checklist page carries the items as written, with addresses seen from its own folder."""
    assert checklist.pages(load(study))["checklists/habits/test-yourself.md"] == (
        "---\n"
        "generated: true\n"
        'title: "Checklist: Test yourself"\n'
        'description: "Checklist for the page “Test yourself”."\n'
        "sheet: true\n"
        "---\n\n"
        "**Objective:** Remember what you read.  \n"
        "**When:** When you close the book.  \n"
        "**How:** Read each item and do it, in this order.  \n"
        "**Revised:** 2026-11-24  \n\n"
        "- [ ] Write down three things that you remember. [@roediger2006] {#q3fz}\n"
        "      Done when: the book stayed closed.\n"
        "- [ ] Compare with [the page](../../habits/test-yourself.md#how). {#n8wd}\n\n"
        "From the page [Test yourself](../../habits/test-yourself.md).\n"
    )


def test_all_lists_stand_in_the_order_of_the_navigation(study: Path) -> None:
    """The page of all checklists follows the navigation; pages outside it come last."""
    mkdocs = study / "mkdocs.yml"
    assert _headings(study) == ["Space it out", "Test yourself"]
    mkdocs.write_text(mkdocs.read_text() + "nav: [{Habits: [habits/test-yourself.md]}]\n")
    assert _headings(study) == ["Test yourself", "Space it out"]


def _headings(study: Path) -> list[str]:
    text = checklist.pages(load(study))["checklists/index.md"]
    return [line[4:].split("]")[0] for line in text.splitlines() if line.startswith("## ")]


def test_data(study: Path) -> None:
    """The data name each item's id, text, sign that it is done, and references."""
    lists = json.loads(checklist.data(load(study)))["checklists"]
    assert lists[1] == {
        "page": "habits/test-yourself.md",
        "checklist": "checklists/habits/test-yourself.md",
        "title": "Test yourself",
        "objective": "Remember what you read",
        "pause_point": "When you close the book",
        "mode": "read-do",
        "level": ["pupil", "student"],
        "reviewed": "2026-11-24",
        "items": [
            {
                "id": "q3fz",
                "text": "Write down three things that you remember.",
                "done_when": "the book stayed closed.",
                "references": ["roediger2006"],
            },
            {
                "id": "n8wd",
                "text": "Compare with [the page](test-yourself.md#how).",
                "done_when": "",
                "references": [],
            },
        ],
    }


def test_titles_are_text(study: Path) -> None:
    """Signs of Markdown, HTML and YAML in a title come out as they are."""
    page = study / "docs/habits/test-yourself.md"
    title = '"A *b* [c](d) <e> & \\"f\\": g"'
    page.write_text(page.read_text().replace("title: Test yourself", f"title: {title}"))
    this = load(study)
    text = checklist.pages(this)["checklists/habits/test-yourself.md"]
    assert text.splitlines()[2] == 'title: "Checklist: A *b* [c](d) <e> & \\"f\\": g"'
    assert '[A &#42;b&#42; &#91;c&#93;&#40;d&#41; &lt;e&gt; &amp; "f": g](' in text


def test_item_without_id_is_on_no_checklist(study: Path) -> None:
    """What has no id yet is reported, not listed."""
    page = study / "docs/habits/test-yourself.md"
    page.write_text(page.read_text().replace(" {#n8wd}", ""))
    assert "Compare with" not in checklist.pages(load(study))["checklists/habits/test-yourself.md"]

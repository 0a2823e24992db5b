"""Checklists as data."""

from pathlib import Path

from handbook import book
from handbook.checklists import checklist
from handbook.checklists.checklist import Checklist

PAGE = "docs/habits/test-yourself.md"


def lists(study: Path) -> list[Checklist]:
    """Return the study handbook's checklists."""
    return list(checklist.checklists(book.load(study)))


def test_lists_stand_in_the_order_of_the_navigation(study: Path) -> None:
    """Checklists follow the navigation; those of pages outside it come last."""
    mkdocs = study / "mkdocs.yml"
    assert [one.page.title for one in lists(study)] == ["Space it out", "Test yourself"]
    mkdocs.write_text(mkdocs.read_text() + "nav: [{Habits: [habits/test-yourself.md]}]\n")
    assert [one.page.title for one in lists(study)] == ["Test yourself", "Space it out"]


def test_data(study: Path) -> None:
    """The data name each item's id, text, sign that it is done, and references."""
    assert checklist.data(lists(study)[1]) == {
        "page": "habits/test-yourself.md",
        "title": "Test yourself",
        "objective": "Remember what you read",
        "pause_point": "When you close the book",
        "mode": "read-do",
        "level": ["pupil", "student"],
        "reviewed": "2026-11-24",
        "version": "e05656",
        "items": [
            {
                "id": "q3fz",
                "text": "Write down three things that you remember.",
                "done_when": "the book stayed closed.",
                "references": ["roediger2006"],
            },
            {
                "id": "n8wd",
                "text": "Compare with the page.",
                "done_when": "",
                "references": [],
            },
        ],
    }


def test_texts_are_what_a_reader_sees(study: Path) -> None:
    """No markup is in the data, neither in the text nor in the sign that an item is done."""
    page = study / PAGE
    text = page.read_text().replace("three things", "*3* \\* 2 `<b>`")
    page.write_text(text.replace("the book", "[the](a.md) &quot;book&quot;"))
    item = lists(study)[1].items[0]
    assert item.plain == "Write down 3 * 2 <b> that you remember."
    assert item.done_when == 'the "book" stayed closed.'


def test_retired(study: Path) -> None:
    """The retired ids are those of the register, whether an item took their place or not."""
    (study / "docs/checklist-ids.yml").write_text(
        "- {id: old1, retired: 2026-11-01, text: Compare., now: n8wd}\n"
        "- {id: old2, retired: 2026-11-01, text: Sing.}\n"
    )
    assert checklist.retired(book.load(study)) == [
        {"id": "old1", "retired": "2026-11-01", "text": "Compare.", "now": "n8wd"},
        {"id": "old2", "retired": "2026-11-01", "text": "Sing.", "now": ""},
    ]


def test_about_is_in_sentences(study: Path) -> None:
    """What is said of a list ends in a stop, its author's own if there is one."""
    page = study / PAGE
    text = page.read_text().replace("you read", "you read?").replace("pause_point: When", "a: When")
    page.write_text(text)
    assert lists(study)[1].about == {
        "Objective": "Remember what you read?",
        "How": "Read each item and do it, in this order.",
    }


def test_version_changes_with_what_is_printed(study: Path) -> None:
    """The version stays when only evidence or the date changes, and not when an item does."""
    page = study / PAGE
    before = lists(study)[1].version
    text = page.read_text()
    page.write_text(text.replace("2026-11-24", "2026-11-25").replace(" [@roediger2006] {", " {"))
    assert lists(study)[1].version == before
    page.write_text(text.replace("three things", "four things"))
    assert lists(study)[1].version != before


def test_item_without_id_is_on_no_checklist(study: Path) -> None:
    """What has no id yet is reported, not listed."""
    page = study / PAGE
    page.write_text(page.read_text().replace(" {#n8wd}", ""))
    assert [item.task.id for item in lists(study)[1].items] == ["q3fz"]

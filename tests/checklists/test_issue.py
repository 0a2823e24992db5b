"""A checklist as an issue on GitHub."""

import html
import re
from pathlib import Path

from handbook import book
from handbook.checklists import checklist, export, issue


def form(study: Path) -> str:
    """Return the form of the study handbook's second list."""
    this = book.load(study)
    return issue.form(this, list(checklist.checklists(this))[1])


def test_form(study: Path) -> None:
    """The form holds the list as the Markdown export has it, in one block of HTML."""
    this = book.load(study)
    one = list(checklist.checklists(this))[1]
    text = form(study)
    body = re.search(r'name="body" value="([^"]*)"', text)
    assert body
    assert html.unescape(body[1]) == export.task_list(this, one)
    assert 'name="title" value="Checklist: Test yourself"' in text
    assert "\n\n" not in text


def test_markup_is_text(study: Path) -> None:
    """Markup in a title or an item stays inside its attribute."""
    page = study / "docs/habits/test-yourself.md"
    page.write_text(
        page.read_text()
        .replace("title: Test yourself", "title: '\"><script>x</script>'")
        .replace("Write down", '"><img src=x> Write down')
    )
    text = form(study)
    assert "<script>" not in text
    assert "<img" not in text
    assert 'value="Checklist: &quot;&gt;&lt;script&gt;x&lt;/script&gt;"' in text


def test_too_long(study: Path) -> None:
    """A list that no address can hold is not offered; the reader learns what to do instead."""
    page = study / "docs/habits/test-yourself.md"
    text = page.read_text()
    page.write_text(text.replace("Write down", "Write " + "down " * 1500))
    assert form(study) == (
        "This list is too long to be opened as an issue: paste the Markdown download into one.\n"
    )
    page.write_text(text.replace("Write down", "Write " + "down " * 1400))
    assert form(study).startswith("<form ")

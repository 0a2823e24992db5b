"""The page where a reader chooses items from every list."""

from pathlib import Path

from handbook import book
from handbook.checklists import checklist
from handbook.overviews import plan_page


def page(study: Path) -> str:
    """Return the study handbook's plan page, with nothing for its lists."""
    this = book.load(study)
    return plan_page.page(this, list(checklist.checklists(this)), "## Lists\n")


def test_page(study: Path) -> None:
    """Before any script the page says what it needs, hides what is dead, and has every list."""
    text = page(study)
    assert text.startswith('---\ngenerated: true\ntitle: "My plan"\n')
    assert 'sheet: true\nplan: true\nsearch: {"boost": 0.1}\n---\n' in text
    assert "<noscript><p>Choosing needs JavaScript." in text
    assert '<form class="hb-plan" data-search-exclude hidden>' in text
    assert text.endswith("</form>\n\n## Lists\n")


def test_choices(study: Path) -> None:
    """A reader can choose by each level and each page of the handbook."""
    text = page(study)
    assert (
        '<select name="level"><option value="">All levels</option>'
        '<option value="pupil">pupil</option><option value="student">student</option></select>'
    ) in text
    assert (
        '<select name="page"><option value="">All pages</option>'
        '<option value="habits/space-it.md">Space it out</option>'
        '<option value="habits/test-yourself.md">Test yourself</option></select>'
    ) in text


def test_titles_are_text(study: Path) -> None:
    """Signs of HTML in a title come out as they are."""
    source = study / "docs/habits/space-it.md"
    source.write_text(source.read_text().replace("Space it out", "'<b>\"&'"))
    assert '<option value="habits/space-it.md">&lt;b&gt;&quot;&amp;</option>' in page(study)

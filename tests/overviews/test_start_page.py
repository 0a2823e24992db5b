"""The page to start from."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from conftest import ROOT
from handbook import book
from handbook.overviews import start_page
from handbook.pages import way

TIMES = (
    "Times are for the words of a page without its code, at 238 words a minute,\n"
    "the mean of adults who read English non-fiction in silence (Brysbaert, *Journal of Memory "
    "and\nLanguage* 109, 2019, article 104047).\n"
)
LEVELS = book.load(ROOT).settings.levels


def add(study: Path, name: str, level: str, more: str) -> None:
    """Add a page for a level, with its prerequisites or more front matter."""
    text = (study / "docs/habits/test-yourself.md").read_text()
    text = re.sub("title: .*", f"title: {name.capitalize()}", text)
    text = re.sub("level: .*", f"level: [{level}]", text)
    text = text.replace("prerequisites: []\n", more)
    (study / f"docs/habits/{name}.md").write_text(text)


def test_page(study: Path) -> None:
    """Each level has its pages in the order to read them, with their times and the sum."""
    config = study / "pyproject.toml"
    levels = 'levels = ["pupil", "student"]\n'
    paths = f'{levels}paths = {{ pupil = "You are <at> school" }}\n'
    config.write_text(config.read_text().replace(levels, paths))
    text = start_page.page(book.load(study))
    assert 'search: {"boost": 0.1}' in text
    assert text.partition("---\n\n")[2] == (
        "What a page builds on stands before it; what is written for another level is linked, "
        "to look up.\n[The map](map/index.md) shows which page builds on which.\n\n"
        '## <span id="path-pupil">You are &lt;at&gt; school</span>\n\n'
        "1 page, about 1 minute.\n\n"
        '<ol start="1">\n'
        '<li><a href="../habits/test-yourself/">Test yourself</a>, 1 minute<br>'
        "Recall it instead of reading it again.</li>\n"
        "</ol>\n\n"
        '## <span id="path-student">Student</span>\n\n'
        "2 pages, about 2 minutes.\n\n"
        '<ol start="1">\n'
        '<li><a href="../habits/test-yourself/">Test yourself</a>, 1 minute<br>'
        "Recall it instead of reading it again.</li>\n"
        '<li><a href="../habits/space-it/">Space it out</a>, 1 minute<br>'
        "Come back after a pause.</li>\n"
        f"</ol>\n\n{TIMES}"
    )


def test_what_comes_first(study: Path) -> None:
    """A path begins with the pages that are first for its level, and what they build on.

    What else there is comes folded, and what another level has is linked where it is needed.
    """
    add(study, "other", "pupil", "prerequisites: [habits/test-yourself.md]\n")
    needs = "prerequisites: [habits/other.md, habits/test-yourself.md]\n"
    add(study, "aim", "student", f"first_for: [student]\n{needs}")
    student = start_page.page(book.load(study)).partition('id="path-student"')[2]
    assert student == (
        ">Student</span>\n\n"
        "Begin with **Aim**: 2 pages with what they build on, about 2 minutes.\n\n"
        '<ol start="1">\n'
        '<li><a href="../habits/test-yourself/">Test yourself</a>, 1 minute<br>'
        "Recall it instead of reading it again.</li>\n"
        '<li><a href="../habits/aim/">Aim</a>, 1 minute<br>'
        "Recall it instead of reading it again.<br>"
        'Look up what is new to you: <a href="../habits/other/">Other</a>.</li>\n'
        "</ol>\n\n"
        '<details class="hb-folded">'
        "\n<summary>Then 1 page, about 1 minute</summary>\n"
        '<ol start="3">\n'
        '<li><a href="../habits/space-it/">Space it out</a>, 1 minute<br>'
        "Come back after a pause.</li>\n"
        f"</ol>\n</details>\n\n{TIMES}"
    )


def test_no_levels(study: Path) -> None:
    """Without levels there is no path."""
    config = study / "pyproject.toml"
    config.write_text(config.read_text().replace('levels = ["pupil", "student"]', "levels = []"))
    assert start_page.page(book.load(study)).endswith("---\n\nNo page names a level yet.\n")


def section(level: str) -> Tag:
    """Return the path of a level in this handbook."""
    text = start_page.page(book.load(ROOT))
    start = text.index(f'id="path-{level}"')
    return BeautifulSoup(text[start : text.find("## <", start)], "html.parser")


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_is_missing(level: str) -> None:
    """Each page for a level is one step, after or with a link to all that it builds on."""
    this = book.load(ROOT)
    before = way.before(this.lessons())
    addresses = {this.settings.relative(name, start_page.SRC_URI): name for name in before}
    met: list[str] = []
    for step in section(level).select("li"):
        name, *known = [addresses[str(link["href"])] for link in step.select("a")]
        assert set(before[name]) <= {*met, *known}, name
        assert set(known).isdisjoint(met)
        met.append(name)
    served = [page.src_uri for page in this.lessons() if level in page.texts("level")]
    assert sorted(met) == sorted(served)


@pytest.mark.parametrize("level", LEVELS)
def test_home_agrees(level: str) -> None:
    """The card of a level on the home page names what its path begins with, in the same order."""
    this = book.load(ROOT)
    home = (ROOT / "docs/index.md").read_text("utf-8")
    card = re.search(rf"\(start\.md#path-{level}\)\*\*(.*?)(?:\n- |</div>)", home, re.DOTALL)
    assert card
    named = re.findall(r"\]\(([\w/.-]+)\)", card[1])
    first, _ = start_page.path(this, level)
    assert named == [page.src_uri for page in first if level in page.texts("first_for")]
    assert len(first) < 10

"""How long a page takes to read."""

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from handbook import book
from handbook.pages import reading

PAGE = """\
<div><h2>Why it matters</h2><p>Read <code>not this</code> and <a>this one</a> too.</p>
<pre>not this</pre><details><summary>A question</summary><p>Its answer.</p></details>
<table><tr><td>one</td><td>two</td></tr></table></div>
"""


def test_words() -> None:
    """Headings, links, tables and folded answers count, and code does not."""
    assert reading.words(fromstring(PAGE)) == 3 + 5 + 4 + 2  # noqa: S314 - the text above


def test_figures(study: Path) -> None:
    """A figure is no text, and a value is a word."""
    (study / "results/break.figure.html").write_text("<svg><text>not this one</text></svg>")
    page = study / "docs/index.md"
    before = next(page for page in book.load(study).pages if page.src_uri == "index.md").words
    page.write_text(page.read_text() + "\n{=break.figure}\n\nIt is {=break.minutes}.\n")
    after = next(page for page in book.load(study).pages if page.src_uri == "index.md").words
    assert after - before == 3 + 1  # a value, and the full stop behind it


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (238, 1), (356, 1), (358, 2), (2380, 10)])
def test_minutes(words: int, minutes: int) -> None:
    """Minutes are rounded, and there is at least one."""
    assert reading.minutes(words) == minutes


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "1 minute"),
        (59, "59 minutes"),
        (60, "1 hour"),
        (121, "2 hours 1 minute"),
    ],
)
def test_spoken(minutes: int, said: str) -> None:
    """From an hour on, the hours are said."""
    assert reading.spoken(minutes) == said

"""The bibliography page: each work, the pages that cite it, and what to filter by."""

import json
from pathlib import Path

from handbook import book
from handbook.overviews import bibliography_page
from works import csl, read

TALK = """
- id: aaron2019
  type: speech
  author:
    - {literal: Aaron}
  title: A talk
  issued: 2019/2021
  topics: [sleep, memory, sleep]
- id: zoe
  title: Undated
  topics: memory
"""


def text(study: Path) -> str:
    """Return the page of the study handbook, with one work more that has all to filter by."""
    with (study / "docs/references.yml").open("a") as references:
        references.write(TALK)
    return bibliography_page.page(book.load(study))


def test_entry(study: Path) -> None:
    """An entry keeps its anchor and its citing pages, and has what it is filtered by."""
    lines = text(study).splitlines()
    assert (
        '- <span id="ref-aaron2019" class="hb-work" data-topic="sleep memory" data-type="speech" '
        'data-year="2019 2021" data-page="">Aaron. 2019–2021. “A Talk.”</span>'
    ) in lines
    assert (
        '- <span id="ref-zoe" class="hb-work" data-topic="" data-type="" data-year="" '
        'data-page=""><em>Undated</em>. n.d.</span>'
    ) in lines
    cited = next(at for at, line in enumerate(lines) if "ref-cepeda2006" in line)
    assert 'data-page="habits/space-it.md"' in lines[cited]
    assert lines[cited + 1] == "  Cited in: [Space it out](habits/space-it.md)."


def test_filter(study: Path) -> None:
    """Topics, types and pages are sorted, years begin with the newest, and each is counted."""
    found = text(study)
    assert (
        "Download: [BibTeX](api/references.bib) · [CSL-JSON](api/references.json)\n\n<form "
        in found
    )
    for name, options in {
        "topic": ["memory (1)", "sleep (1)"],
        "type": ["article journal (2)", "speech (1)"],
        "year": ["2021 (1)", "2019 (1)", "2006 (2)"],
    }.items():
        start = found.index(f'<select name="{name}"><option value="">All</option>')
        select = found[start : found.index("</select>", start)]
        assert [part.partition("</")[0] for part in select.split('">')[3:]] == options


def test_no_works(study: Path) -> None:
    """A handbook without a bibliography says so, and has nothing to filter."""
    (study / "docs/references.yml").unlink()
    found = bibliography_page.page(book.load(study))
    assert found.endswith("---\n\nNo work is cited yet.\n")


def test_data(study: Path) -> None:
    """The data are CSL-JSON, with what is the handbook's own under `custom`."""
    items = json.loads(bibliography_page.data(book.load(study)))
    assert [item["id"] for item in items] == ["cepeda2006", "roediger2006"]
    assert items[1] == {
        "id": "roediger2006",
        "type": "article-journal",
        "title": "Test-enhanced learning: Taking memory tests improves long-term retention",
        "author": [
            {"family": "Roediger", "given": "Henry L."},
            {"family": "Karpicke", "given": "Jeffrey D."},
        ],
        "container-title": "Psychological Science",
        "issued": {"date-parts": [[2006]]},
        "DOI": "10.1111/j.1467-9280.2006.01693.x",
        "custom": {
            "cited_by": ["habits/space-it.md", "habits/test-yourself.md"],
            "identity": [],
            "seen": {"fine": "", "gone": False, "archived": ""},
        },
    }


def test_authors_not_listed() -> None:
    """Authors whom an entry leaves out are "others" in the data."""
    author = [{"family": "C"}]
    works = read([{"id": "a", "author": author, "author_complete": "false"}, {"id": "b"}])
    assert csl(works) == [{"id": "b"}, {"id": "a", "author": [*author, {"literal": "others"}]}]

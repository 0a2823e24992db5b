"""The bibliography page: each work, the pages that cite it, and what to filter by."""

from pathlib import Path

from handbook import bibliography_page, book

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
        'data-year="2019 2021" data-page="">Aaron (2019–2021). A talk.</span>'
    ) in lines
    assert (
        '- <span id="ref-zoe" class="hb-work" data-topic="" data-type="" data-year="" '
        'data-page="">Undated (n.d.). Undated.</span>'
    ) in lines
    cited = next(at for at, line in enumerate(lines) if "ref-cepeda2006" in line)
    assert 'data-page="habits/space-it.md"' in lines[cited]
    assert lines[cited + 1] == "  Cited in: [Space it out](habits/space-it.md)."


def test_filter(study: Path) -> None:
    """Topics, types and pages are sorted, years begin with the newest, and each is counted."""
    found = text(study)
    assert "Download: [all works as CSL-JSON](api/references.json).\n\n<form " in found
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

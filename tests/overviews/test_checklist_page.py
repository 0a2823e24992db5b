"""The site's pages of checklists."""

from dataclasses import replace
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import STUDY
from handbook import book
from handbook.checklists.checklist import checklists
from handbook.overviews import checklist_page
from handbook.pages.page import Item
from handbook.rules import check
from pages.test_reader import PIECES, READER

REGISTER = """\
- {id: old1, retired: 2026-11-01, text: Compare., now: n8wd}
- {id: old2, retired: 2026-11-01, text: Sing *it*.}
"""


def pages(study: Path) -> dict[str, str]:
    """Return the study handbook's pages of checklists."""
    return checklist_page.pages(book.load(study))


def test_page_of_one_list(study: Path) -> None:
    """A list's own page has its sheet, its downloads and the way back, with relative links."""
    text = pages(study)["checklists/habits/test-yourself.md"]
    assert text.startswith(
        "---\n"
        "generated: true\n"
        'title: "Checklist: Test yourself"\n'
        'description: "Checklist for the page “Test yourself”."\n'
        "sheet: true\n"
        'search: {"boost": 0.1}\n'
        "---\n\n"
        '<div class="hb-about" '
    )
    assert "Compare with [the page](../../habits/test-yourself.md#how). {#n8wd}\n" in text
    assert text.endswith(
        "</form>\n\n[Choose items](../plan.md) of this and other lists for your own plan.\n"
    )


def test_page_of_all_lists(study: Path) -> None:
    """The page of all lists has each sheet under a heading that leads to the list's own page."""
    text = pages(study)["checklists/index.md"]
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## [Space it out](habits/space-it.md)",
        "## [Test yourself](habits/test-yourself.md)",
    ]
    assert text.count('<div class="hb-imprint" data-search-exclude>') == 2


def test_downloads(study: Path) -> None:
    """Each list offers its own downloads; the page of all those of all and of each level."""
    all_pages = pages(study)
    up, pdf = "../../api/checklists/habits/test-yourself", "test-yourself"
    assert (
        f"Download: [PDF, A4]({pdf}.a4.pdf), [PDF, Letter]({pdf}.letter.pdf), "
        f"[Markdown]({up}.txt), [CSV]({up}.csv), [JSON]({up}.json), [HTML]({up}.html).\n"
    ) in all_pages["checklists/habits/test-yourself.md"]
    lines = [line for line in all_pages["checklists/index.md"].splitlines() if "Download" in line]
    pdfs = "[PDF, A4](all.a4.pdf), [PDF, Letter](all.letter.pdf), "
    assert lines == [
        f"Download{what}: {first}[Markdown]({stem}.txt), [CSV]({stem}.csv), [JSON]({stem}.json), "
        f"[HTML]({stem}.html)."
        for what, first, stem in (
            ("", pdfs, "../api/checklists"),
            (" for pupil level", "", "../api/checklists/level-pupil"),
            (" for student level", "", "../api/checklists/level-student"),
        )
    ]


def test_links_to_a_path_with_signs(study: Path) -> None:
    """A link leads to a page whose name has spaces and brackets."""
    page = study / "docs/habits/test-yourself.md"
    page.rename(study / "docs/habits/test (yourself).md")
    text = pages(study)["checklists/habits/test (yourself).md"]
    assert "](../../habits/test%20%28yourself%29.md)" in text
    assert "](../../api/checklists/habits/test%20%28yourself%29.csv)" in text


def test_retired_items(study: Path) -> None:
    """Who holds an older print finds what has become of its ids."""
    (study / "docs/checklist-ids.yml").write_text(REGISTER)
    assert pages(study)["checklists/index.md"].endswith(
        "## Retired items\n\n"
        '- <span data-retired="old1">old1</span>: Compare. Retired on 2026-11-01; '
        "now [n8wd](#n8wd).\n"
        '- <span data-retired="old2">old2</span>: Sing &#42;it&#42;. Retired on 2026-11-01.\n'
    )


def test_plan(study: Path) -> None:
    """The page to choose from has every item once, and no imprint of a list."""
    text = pages(study)["checklists/plan.md"]
    assert [text.count(f"{{#{ident}}}") for ident in ("v5kc", "q3fz", "n8wd")] == [1, 1, 1]
    assert "hb-qr" not in text


def test_no_lists(study: Path) -> None:
    """A handbook without checklists says so."""
    for path in (study / "docs/habits").iterdir():
        path.unlink()
    assert pages(study)["checklists/index.md"].endswith("No page has a checklist yet.\n")


def test_titles_are_text(study: Path) -> None:
    """Signs of Markdown, HTML and YAML in a title come out as they are."""
    page = study / "docs/habits/test-yourself.md"
    title = '"A *b* [c](d) <e> & \\"f\\": g"'
    page.write_text(page.read_text().replace("title: Test yourself", f"title: {title}"))
    text = pages(study)["checklists/habits/test-yourself.md"]
    assert text.splitlines()[2] == 'title: "Checklist: A *b* [c](d) <e> & \\"f\\": g"'
    assert '[A &#42;b&#42; &#91;c&#93;&#40;d&#41; &lt;e&gt; &amp; "f": g](' in text


STUDY_BOOK = book.load(STUDY)
HEAD = (STUDY / "docs/habits/space-it.md").read_text().partition("- [ ]")[0]
TEXTS = st.sampled_from([*PIECES, "Plot ", "and ", "it", "\n      Why: "]) | st.text(max_size=5)


def said(item: Item) -> list[str]:
    """Return what an item says, as written but for its addresses, which differ with the folder."""
    words = [item.task.id, item.task.evidence]
    for name in ("text", "done_when"):
        text = getattr(item.task, name)
        for of, start, end in reversed(item.links):
            text = text[:start] + text[end:] if of == name else text
        words.append(text)
    return " / ".join(words).split()


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, max_size=15).map("".join))
@example("Read [it](a.md). {#k7m2}\n      Done when: [so](b.md)")
def test_any_item_goes_onto_its_checklist(text: str) -> None:
    """Any item is read, judged and put onto a list, and is the same item when read from there."""
    page = READER.read("habits/case.md", f"{HEAD}- [ ] {text} {{#k7m3}}\n".encode())
    this = replace(STUDY_BOOK, pages=(page,))
    rules = {problem.rule for problem in check(this)}
    for one in checklists(this):
        generated = checklist_page.pages(this)[one.src_uri]
        again = READER.read(one.src_uri, generated.encode())
        if "R519" not in rules:  # what only the page can show
            assert [said(item) for item in again.items] == [said(item) for item in one.items]

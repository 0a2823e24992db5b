"""The extension that leads a reader on, with a bare Markdown."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.overviews import outline

GLOSSARY = "cue: What brings it back.\nRAM: Fast memory.\n"


def render(study: Path, src_uri: str, body: str = "") -> BeautifulSoup:
    """Return a page as the extension renders its text, after some text is added to it."""
    page = study / f"docs/{src_uri}"
    page.write_text(page.read_text("utf-8") + body, "utf-8")
    (study / "docs/glossary.yml").write_text(GLOSSARY)
    extensions = ["attr_list", "admonition", "tables", "handbook.extension", "handbook.guide"]
    root = {"root": str(study)}
    markdown = Markdown(
        extensions=extensions,
        extension_configs={"handbook.extension": root, "handbook.guide": root},
    )
    text = page.read_text("utf-8").split("---\n", 2)[2]
    return BeautifulSoup(markdown.convert(text), "html.parser")


def marked(soup: BeautifulSoup) -> list[str]:
    """Return the terms that are links."""
    return [link.get_text() for link in soup.select("a.hb-term")]


def test_way(study: Path) -> None:
    """Before the text stands how long it takes, what to read first and what it leads to."""
    first = render(study, "habits/test-yourself.md").contents[0]
    assert str(first) == (
        '<p class="hb-way" data-search-exclude="">About 1 minute to read · '
        'Leads to: <a href="space-it.md">Space it out</a></p>'
    )
    first = render(study, "habits/space-it.md").contents[0]
    assert str(first) == (
        '<p class="hb-way" data-search-exclude="">About 1 minute to read · '
        'Read first: <a href="test-yourself.md">Test yourself</a></p>'
    )


def test_page_of_no_sections(study: Path) -> None:
    """A page that serves no level has its terms and no way."""
    soup = render(study, "index.md", "\nA cue.\n")
    assert soup.select(".hb-way") == []
    assert [str(link) for link in soup.select("a.hb-term")] == [
        '<a class="hb-term" href="glossary.md#term-cue" title="What brings it back.">cue</a>'
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A cue, two cues, and RAM.", ["cue", "RAM"]),
        ("A cue.\n\n## Again\n\nA cue.\n\n### More\n\nA cue.", ["cue", "cue"]),
        ("*A cue* and **RAM**", ["cue", "RAM"]),
        ("- one cue\n    - with RAM", ["cue", "RAM"]),
        ("| RAM |\n|---|\n| cue |", ["RAM", "cue"]),
        ("!!! note\n    A cue.", ["cue"]),
        ('!!! note "A cue"\n    None.', []),
        ("## A cue\n\n### And RAM", []),
        ("`cue` and\n\n    RAM", []),
        ("[A cue](index.md) before another cue, and RAM.", ["RAM"]),
        ("<!-- cue -->", []),
        ("<b title='cue'>none</b>", []),
        ("A [@cue] and {=cue.ram}.", []),
        ("- [ ] Take a cue. {#c1a2}\n      Done when: RAM is free.", ["RAM"]),
        (r"A \*cue\*", ["cue"]),
        ("![cue](x.png)", []),
    ],
)
def test_terms(text: str, expected: list[str], study: Path) -> None:
    """The first occurrence in a section is a link; code, headings and links stay as they are."""
    assert marked(render(study, "index.md", f"\n{text}\n")) == expected


def test_text_is_kept(study: Path) -> None:
    """What stands around and between terms stays in its order."""
    soup = render(study, "index.md", "\nOne *cue* here, RAM there & `code` with a cue.\n")
    assert soup.select("p")[-1].get_text() == "One cue here, RAM there & code with a cue."


def test_own_term(study: Path) -> None:
    """A page does not explain its own term."""
    (study / "docs/terms").mkdir()
    matter = "title: Recall\ndescription: To bring back.\nkind: term\ntags: [retrieval]"
    (study / "docs/terms/recall.md").write_text(f"---\n{matter}\n---\n\nRecall needs a cue.\n")
    assert marked(render(study, "terms/recall.md")) == ["cue"]
    soup = render(study, "habits/space-it.md", "\nRetrieval.\n")
    assert str(soup.select("a.hb-term")[-1]) == (
        '<a class="hb-term" href="../glossary.md#term-recall" title="To bring back.">Retrieval</a>'
    )


def test_text_that_is_no_page(study: Path) -> None:
    """A text that no page has, such as a generated one, stays as it is."""
    (study / "docs/glossary.yml").write_text(GLOSSARY)
    markdown = Markdown(
        extensions=["handbook.guide"], extension_configs={"handbook.guide": {"root": str(study)}}
    )
    assert markdown.convert("A cue.") == "<p>A cue.</p>"


def test_outline_of_a_build(study: Path) -> None:
    """An engine that gives the outline of a build has it used as it is, and no file looked at."""
    given = {"root": str(study / "nowhere"), "outline": outline.load(study)}
    markdown = Markdown(extensions=["handbook.guide"], extension_configs={"handbook.guide": given})
    text = (study / "docs/habits/space-it.md").read_text("utf-8").split("---\n", 2)[2]
    assert "Read first: " in markdown.convert(text)

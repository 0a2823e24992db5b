"""The extension under a bare `markdown.Markdown`."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

import pandoc
from conftest import STUDY
from handbook.references import bibliography
from works import csl

CASES = sorted((Path(__file__).parent / "cases" / "extension").glob("*.md"))
EXTENSIONS = ["attr_list", "tables", "footnotes", "pymdownx.superfences", "pymdownx.tasklist"]


def render(text: str, *more: str, root: Path = STUDY) -> str:
    """Return the HTML of a text with the references of a handbook, and with more extensions."""
    configs = {"handbook.extension": {"root": str(root)}}
    html: str = Markdown(
        extensions=[*EXTENSIONS, *more, "handbook.extension"], extension_configs=configs
    ).convert(text)
    return html


def cited(html: str) -> list[str]:
    """Return the text of each bracket of citations."""
    return [cluster.get_text() for cluster in BeautifulSoup(html, "html.parser").select(".hb-cite")]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    """A text renders exactly as its case says."""
    text, _, expected = case.read_text("utf-8").partition("=== html\n")
    assert render(text) + "\n" == expected


def test_references_are_in_the_contents() -> None:
    """The generated heading is part of the page's table of contents."""
    md = Markdown(
        extensions=["toc", "handbook.extension"],
        extension_configs={"handbook.extension": {"root": str(STUDY)}},
    )
    md.convert("## Why\n\nSee [@cepeda2006].")
    assert [token["id"] for token in md.toc_tokens] == ["why", "references"]  # type: ignore[attr-defined]


def test_a_second_text_starts_anew() -> None:
    """Nothing of one document is left in the next."""
    md = Markdown(
        extensions=["handbook.extension"],
        extension_configs={"handbook.extension": {"root": str(STUDY)}},
    )
    md.convert("See [@cepeda2006].")
    assert md.reset().convert("Nothing.") == "<p>Nothing.</p>"


def test_math_is_left_alone() -> None:
    """What an extension reads as math has no citation; without one, dollars are only signs."""
    text = r"So $x [@cepeda2006] y$ and \([@cepeda2006]\), as [@cepeda2006]."
    assert len(cited(render(text))) == 3
    assert len(cited(render(text, "pymdownx.arithmatex"))) == 1


@pytest.fixture
def works_of_one(study: Path) -> Path:
    """The study handbook with works of one author, of another, and of two of one family name."""
    entry = """
- id: {}
  type: book
  author: [{{family: {}}}{}]
  issued: {}
  publisher: Press
"""
    path = study / "docs/references.yml"
    others = ", {family: Doe}, {family: Poe}"
    works = (
        *(("a1", "Ant", "", 2001), ("a2", "Ant", "", 2002), ("b1", "Bee", "", 2001)),
        *(("w1", "Wei, given: Al", others, 2001), ("w2", "Wei, given: Bo", others, 2002)),
    )
    path.write_text("".join(entry.format(*work) for work in works))
    return study


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("[@a1; @a2]", "(Ant 2001, 2002)"),
        ("[@a1; @b1; @b1]", "(Ant 2001; Bee 2001, 2001)"),
        ("[see @a1; @a2]", "(see Ant 2001, 2002)"),
        ("[@a1, p. 3; @a2]", "(Ant 2001, p. 3; 2002)"),
        ("[@a1; @a2, p. 3]", "(Ant 2001; 2002, p. 3)"),
        ("[@a1; see @a2]", "(Ant 2001; see Ant 2002)"),
        ("[@a1 too; @a2]", "(Ant 2001 too; Ant 2002)"),
        ("[-@a1; -@a2]", "(2001, 2002)"),
        ("[-@a1; @a2]", "(2001, 2002)"),
        ("[-@a1; -@b1]", "(2001; 2001)"),
        ("[@w1; @w2]", "(Wei et al. 2001; Wei et al. 2002)"),
        ("[@no; @no]", "(@no; @no)"),
    ],
)
def test_works_of_one_author(
    bracket: str, expected: str, works_of_one: Path, tmp_path: Path
) -> None:
    """Works of one author side by side name the author once, as by pandoc."""
    assert cited(render(bracket, root=works_of_one)) == [expected]
    works = csl(bibliography.load(works_of_one / "docs/references.yml", works_of_one / "docs"))
    (tmp_path / "works.json").write_text(json.dumps(works))
    options = ("--citeproc", "--to=plain", f"--bibliography={tmp_path / 'works.json'}")
    theirs = pandoc.run(bracket, *options).split("\n")[0].replace("3", "p. 3")
    assert theirs == expected.replace("@no", "no?")


def test_links_lead_there_and_back() -> None:
    """Each citation leads to its entry, and the entry back to each, whatever the key."""
    page = BeautifulSoup(render("# A [@cepeda2006]\n\n[@cepeda2006; @roediger2006]"), "html.parser")
    anchors = {tag["id"] for tag in page.find_all(id=True)}
    links = [link for link in page.find_all("a") if str(link["href"]).startswith("#")]
    assert len(links) == 6
    assert {str(link["href"])[1:] for link in links} <= anchors
    assert [link["aria-label"] for link in page.select(".hb-back a")] == [
        "Back to citation 1 of Cepeda et al. 2006",
        "Back to citation 2 of Cepeda et al. 2006",
        "Back to citation 1 of Roediger and Karpicke 2006",
    ]

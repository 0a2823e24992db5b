"""The extension under a bare `markdown.Markdown`."""

from pathlib import Path

import pytest
from markdown import Markdown

from conftest import STUDY

CASES = sorted((Path(__file__).parent / "cases" / "extension").glob("*.md"))
EXTENSIONS = ["attr_list", "tables", "footnotes", "pymdownx.superfences", "pymdownx.tasklist"]


def render(text: str) -> str:
    """Return the HTML of a text with the study handbook's references."""
    configs = {"handbook.extension": {"root": str(STUDY)}}
    html: str = Markdown(
        extensions=[*EXTENSIONS, "handbook.extension"], extension_configs=configs
    ).convert(text)
    return html


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

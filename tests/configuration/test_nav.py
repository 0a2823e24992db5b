"""Where a new page goes in the navigation of mkdocs.yml."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from conftest import ROOT
from handbook.configuration.nav import paths, with_page
from handbook.problem import UnusableError

GROUPS = """\
nav: # the order of the site
  - index.md
  - Habits: # in the order of the book
      - habits/test.md # first
      - Space it: habits/space.md

      # The last.
      - habits/sleep.md
  - Terms:
    - terms/index.md
    - terms/delay.md
    - 'terms/recall.md'
  - about.md
extra: {a: 1}
"""


def added(text: str, src_uri: str) -> list[str]:
    """Return what changes when a page is added: the line before, and each line that is new."""
    changed = with_page(text, src_uri).splitlines()
    diff = list(difflib.ndiff(text.splitlines(), changed))
    assert not [line for line in diff if line.startswith("- ")]
    place = next(number for number, line in enumerate(diff) if line.startswith("+ "))
    return [diff[place - 1][2:], *(line[2:] for line in diff if line.startswith("+ "))]


@pytest.mark.parametrize(
    ("src_uri", "expected"),
    [
        ("habits/aim.md", ["      - habits/sleep.md", "      - habits/aim.md"]),
        ("terms/effort.md", ["    - terms/delay.md", "    - terms/effort.md"]),
        ("terms/act.md", ["    - terms/index.md", "    - terms/act.md"]),
        ("terms/zeal.md", ["    - 'terms/recall.md'", "    - terms/zeal.md"]),
        ("thanks.md", ["  - about.md", "  - thanks.md"]),
        ("people/ann.md", ["  - about.md", "  - people/ann.md"]),
    ],
)
def test_place(src_uri: str, expected: list[str]) -> None:
    """A page goes beside those of its folder: in their order when they have one, else last."""
    assert added(GROUPS, src_uri) == expected


def test_first_in_order() -> None:
    """A page that comes before all others stands above them."""
    text = "nav:\n  - A:\n    - a/m.md\n    - a/n.md\n"
    assert with_page(text, "a/b.md") == text.replace("    - a/m", "    - a/b.md\n    - a/m")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nav: [a.md, c.md]\n", "nav: [a.md, b.md, c.md]\n"),
        ("nav: [c.md, d.md]\n", "nav: [b.md, c.md, d.md]\n"),
        ("nav: [z.md, 'a.md'] # so\n", "nav: [z.md, 'a.md', b.md] # so\n"),
        ("nav:\n- a.md", "nav:\n- a.md\n- b.md\n"),
        ("nav:\r\n- a.md\r\n- c.md\r\n", "nav:\r\n- a.md\r\n- b.md\r\n- c.md\r\n"),
        ("\ufeffnav:\n- a.md\n", "\ufeffnav:\n- a.md\n- b.md\n"),
        ("nav:\n- !ENV X\n- a.md\n", "nav:\n- !ENV X\n- a.md\n- b.md\n"),
    ],
    ids=["flow", "flow-first", "flow-last", "no-line-end", "CRLF", "BOM", "tag"],
)
def test_layouts(text: str, expected: str) -> None:
    """Lists in one line, line ends and marks stay what they are."""
    assert with_page(text, "b.md") == expected


@pytest.mark.parametrize("text", ["", "site_name: So\n", "nav:\n", "nav: []\n", "- nav\n"])
def test_no_navigation(text: str) -> None:
    """Where no page is listed, nothing changes."""
    assert with_page(text, "b.md") == text


def test_what_no_line_can_be_put_into() -> None:
    """A layout that lines can't be put into is told, and what to do."""
    message = "mkdocs.yml:1:1: its 'nav' can't be completed by a program. Add 'b.md' to it first."
    with pytest.raises(UnusableError) as error:
        with_page("nav:\n- ? A\n  : a.md\n", "b.md")
    assert str(error.value) == message


@given(lists(sampled_from("abcdefgh"), min_size=1, unique=True), sampled_from("abcdefgh"))
def test_any_order(names: list[str], name: str) -> None:
    """Exactly the page is added, and pages in order stay in order."""
    text = "nav:\n" + "".join(f"  - {other}/x.md\n" for other in names)
    now = paths(with_page(text, f"{name}/new.md"))
    assert [page for page in now if not page.endswith("new.md")] == paths(text)
    assert now.count(f"{name}/new.md") == 1


def test_this_handbook() -> None:
    """In this handbook, a page joins those of its kind."""
    text = (Path(ROOT) / "mkdocs.yml").read_text("utf-8")
    assert added(text, "concepts/gradient.md") == [
        "      - concepts/endpoint.md",
        "      - concepts/gradient.md",
    ]

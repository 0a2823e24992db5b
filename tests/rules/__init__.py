"""Tests of the rules, a module each, and how an entry of a bibliography is judged."""

from pathlib import Path

from handbook import book
from handbook.rules import check

ENTRY = """- id: new2020
  type: webpage
  author:
    - {family: New, given: Ann}
  title: Something
  issued: "2020"
  URL: https://www.rfc-editor.org/

"""
# What the study's pages would report besides: a key that is gone, and a layout that is another.
BESIDES = {"R102", "R228"}


def found(root: Path) -> list[str]:
    """Return the problems of a handbook as its authors read them."""
    return [str(problem) for problem in check(book.load(root))]


def reported(study: Path, *changes: tuple[str, str]) -> list[str]:
    """Return the problems of the study's bibliography with the entry, changed, at line 17."""
    entry = ENTRY
    for old, new in changes:
        assert old in entry
        entry = entry.replace(old, new)
    path = study / "docs/references.yml"
    before, after = path.read_text("utf-8").split("\n\n")
    path.write_text(f"{before}\n\n{entry}{after}", "utf-8")
    page = study / "docs/habits/space-it.md"
    page.write_text(page.read_text("utf-8") + "\nAnd so it is [@new2020].\n", "utf-8")
    problems = [problem for problem in check(book.load(study)) if problem.rule not in BESIDES]
    return [str(problem).removeprefix("references.yml:") for problem in problems]

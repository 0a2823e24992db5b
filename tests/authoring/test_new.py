"""A new page passes every rule but that on placeholders."""

import shutil
from pathlib import Path

import pytest

from conftest import NOT_COPIED, ROOT
from handbook import book
from handbook.command import main
from handbook.configuration.settings import load
from handbook.rules import check
from rules import found

KINDS = [("ai", kind) for kind in load(ROOT).kinds] + [("study", "habit"), ("study", "term")]
EXPECTED = """\
---
title: 'Sleep: on it'
description: 'TODO: say in one sentence what the page is about.'
kind: habit
level: [pupil, student]
prerequisites: []
reviewed: 2026-11-24
review_in: 180 days
checklist:
  objective: 'TODO: say what the list makes sure of.'
  pause_point: 'TODO: name the moment to use it.'
  mode: do-confirm
---

## Why

TODO: write this section.

## How

TODO: say how.

## Checklist

TODO: write this section.

- [ ] Do TODO: the first thing to do. {#1}
- [ ] Do TODO: the second. {#2}
- [ ] Do TODO: the last. {#3}
"""


@pytest.mark.parametrize(("handbook", "kind"), KINDS)
def test_only_placeholders_are_wrong(
    handbook: str, kind: str, tmp_path: Path, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new page of any kind is one file, a line of the navigation, and placeholders to replace."""
    root = study
    if handbook == "ai":
        root = Path(shutil.copytree(ROOT, tmp_path / "ai", ignore=NOT_COPIED))
    before = {path for path in root.rglob("*") if path.is_file()}
    assert main(["--root", str(root), "new", kind, "A title that is new"]) == 0
    (written,) = {path for path in root.rglob("*") if path.is_file()} - before
    src_uri = written.relative_to(root / "docs").as_posix()
    lines = [f"wrote docs/{src_uri}"]
    lines += ["added it to 'nav' in mkdocs.yml"] * (handbook == "ai")
    lines += [f"Write what each TODO asks for, then run: handbook check docs/{src_uri}"]
    assert capsys.readouterr().out.splitlines() == lines
    this = book.load(root)
    assert (src_uri in this.settings.nav) == (handbook == "ai")
    problems = check(this)
    assert {problem.src_uri for problem in problems} == {src_uri}
    # R311 asks for a page of each kind that goes with this one.
    assert {problem.rule for problem in problems} - {"R311"} == {"R602"}
    written.write_text(written.read_text("utf-8").replace("TODO: ", ""), "utf-8")
    assert [line for line in found(root) if " R602 " in line] == []


def test_page(study: Path) -> None:
    """The page has all keys, all sections with what to write, and items with ids that differ."""
    with (study / "pyproject.toml").open("a") as file:
        file.write('guide = {How = "say how."}\n')
    text = (study / "pyproject.toml").read_text()
    guide = text[text.index("guide") :]
    habit = "[tool.handbook.kinds.term]"
    (study / "pyproject.toml").write_text(text.replace(guide, "").replace(habit, guide + habit))
    assert main(["--root", str(study), "new", "habit", " Sleep:\non it "]) == 0
    this = book.load(study)
    page = next(page for page in this.pages if page.src_uri == "habits/sleep-on-it.md")
    written = (study / "docs/habits/sleep-on-it.md").read_text("utf-8")
    for number, item in enumerate(page.items, 1):
        written = written.replace(f"{{#{item.task.id}}}", f"{{#{number}}}")
    assert written == EXPECTED
    assert found(study)[:2] == [
        "habits/sleep-on-it.md:3:15: R602 'TODO: say in one sentence what the page is about.' is a "
        "placeholder. Write what it stands for, or take it out.",
        "habits/sleep-on-it.md:10:15: R602 'TODO: say what the list makes sure of.' is a "
        "placeholder. Write what it stands for, or take it out.",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["habits", "So"], "'habits' is no kind. Did you mean 'habit'? Kinds: page, habit, term."),
        (["habit", " "], "The title is empty. Write one in quotation marks."),
        (
            ["habit", "睡眠"],
            "The title '睡眠' has no letter from a to z and no digit to name the file by. "
            "Name it with --name.",
        ),
        (
            ["habit", "So", "--name", "So it is"],
            "'So it is' can't name a page. Write small letters, digits and hyphens, "
            "such as 'so-it-is'.",
        ),
        (
            ["habit", "So", "--name", "../so"],
            "'../so' can't name a page. Write small letters, digits and hyphens, such as 'so'.",
        ),
        (
            ["habit", "So", "--name", "…"],
            "'…' can't name a page. Write small letters, digits and hyphens.",
        ),
        (
            ["habit", "Space it!"],
            "'habits/space-it.md' exists. Choose another title, or a name with --name.",
        ),
        (
            ["page", "Bibliography"],
            "'bibliography.md' exists. Choose another title, or a name with --name.",
        ),
        (
            ["habit", "space IT out", "--name", "spacing"],
            "The title 'space IT out' is that of habits/space-it.md. Choose another.",
        ),
    ],
    ids=["kind", "empty", "no-slug", "name", "path", "no-name", "exists", "generated", "title"],
)
def test_refused(
    arguments: list[str], message: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can't be a page, or is one, is one line, exits with 2 and writes nothing."""
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    assert main(["--root", str(study), "new", *arguments]) == 2
    assert capsys.readouterr() == ("", f"{message}\n")
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


def test_name_of_its_own(study: Path) -> None:
    """A title in another script is fine when the file is named."""
    assert main(["--root", str(study), "new", "term", "睡眠", "--name", "sleep"]) == 0
    assert "title: 睡眠\n" in (study / "docs/terms/sleep.md").read_text("utf-8")


def test_folder_with_a_page_of_that_address(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page is refused where another has its address on the site."""
    other = study / "docs/habits/sleep/index.md"
    other.parent.mkdir()
    other.write_text("---\ntitle: S\n---\n")
    assert main(["--root", str(study), "new", "habit", "Sleep"]) == 2
    message = "'habits/sleep/index.md' exists. Choose another title, or a name with --name.\n"
    assert capsys.readouterr().err == message

"""The command: what it prints, and its exit codes."""

import re
from pathlib import Path

import pytest

from conftest import ROOT
from handbook.command import main
from handbook.rules import RULES, asked


def test_check_fine(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sound handbook prints no problem and exits with 0."""
    assert main(["--root", str(study), "check"]) == 0
    assert capsys.readouterr() == ("", "no problem in 3 pages\n")


def test_check_only_some_files(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named files alone are reported, whether named from docs or from elsewhere."""
    for name in ("space-it", "test-yourself"):
        with (study / f"docs/habits/{name}.md").open("a") as page:
            page.write("\nTODO\n")
    problem = "is a placeholder. Write what it stands for, or take it out.\n"
    for path in ("habits/space-it.md", str(study / "docs/habits/space-it.md")):
        assert main(["--root", str(study), "check", path]) == 1
        out, err = capsys.readouterr()
        assert out == f"habits/space-it.md:27:1: R602 'TODO' {problem}"
        assert err == "1 problem in 3 pages\n"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda root: (root / "mkdocs.yml").unlink(),
            "mkdocs.yml:1:1: there is no such file here. Run this in the handbook's folder.",
        ),
        (
            lambda root: (root / "mkdocs.yml").write_text("a: b: c\n"),
            "mkdocs.yml:1:5: this YAML can't be read: mapping values are not allowed here.",
        ),
        (
            lambda root: (root / "mkdocs.yml").write_text("- a\n"),
            "mkdocs.yml:1:1: this must be a mapping of settings.",
        ),
        (
            lambda root: (root / "pyproject.toml").unlink(),
            "pyproject.toml:1:1: [tool.handbook] is missing. It names the kinds of page.",
        ),
        (
            lambda root: (root / "pyproject.toml").write_text("[tool.handbook]\nkind = {}\n"),
            "pyproject.toml:1:1: [tool.handbook] has an unknown key 'kind'. Did you mean 'kinds'?",
        ),
        (
            lambda root: (root / "pyproject.toml").write_text("[tool.handbook]\nlevels = 'a'\n"),
            "pyproject.toml:1:1: [tool.handbook] levels must be an array of strings.",
        ),
        (
            lambda root: (root / "pyproject.toml").write_text("[tool.handbook]\nlevels = [1]\n"),
            "pyproject.toml:1:1: [tool.handbook] levels must be an array of strings.",
        ),
        (
            lambda root: (root / "pyproject.toml").write_text("[tool.handbook]\nverbs = 'do'\n"),
            "pyproject.toml:1:1: [tool.handbook] verbs must be an array of strings.",
        ),
        (
            lambda root: (root / "pyproject.toml").write_text("[tool.handbook]\nverbs=['do it']"),
            "pyproject.toml:1:1: [tool.handbook] verbs has 'do it', which is not one word. "
            "Write one.",
        ),
        (
            lambda root: (root / "pyproject.toml").write_text(
                "[tool.handbook.kinds.a]\nfolder = 'a'\nsections = ['B']\nchecklist = 'C'\n"
            ),
            "pyproject.toml:1:1: [tool.handbook.kinds.a] checklist = 'C' "
            "is not one of its sections.",
        ),
        (
            lambda root: (root / "pyproject.toml").write_text("[tool.handbook.kinds.a]\n"),
            "pyproject.toml:1:1: [tool.handbook.kinds.a] must be a table with a folder.",
        ),
    ],
    ids=[
        "no-mkdocs",
        "broken-mkdocs",
        "mkdocs-list",
        "no-pyproject",
        "unknown-key",
        "wrong-type",
        "wrong-type-inside",
        "verbs-not-an-array",
        "verb-of-two-words",
        "checklist-unknown",
        "kind-without-folder",
    ],
)  # fmt: skip
def test_configuration_that_cannot_be_used(
    change: object, message: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A configuration that can't be used is one line, and exits with 2."""
    assert callable(change)
    change(study)
    assert main(["--root", str(study), "check"]) == 2
    assert capsys.readouterr() == ("", f"{message}\n")


def test_no_such_page(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that names no file of docs is one line, and exits with 2."""
    assert main(["--root", str(study), "check", "habits/nothing.md"]) == 2
    assert capsys.readouterr().err == "habits/nothing.md:1:1: there is no such file in docs/.\n"


def test_pages(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`pages` says what it wrote, and then that there is nothing to write."""
    assert main(["--root", str(study), "pages"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "wrote checklists/habits/space-it.md"
    assert main(["--root", str(study), "pages"]) == 0
    assert capsys.readouterr().out == "all generated pages are up to date\n"


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """`rules` lists each rule with what it asks for."""
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed == [f"{rule} {asked(rule)}" for rule in sorted(RULES)]


def test_rules_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """`rules R216` says what the rule asks for, why, what to do, and how to silence it."""
    assert main(["rules", "R216", "R002"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "R216 A URL uses https.",
        "Why: without it, what a reader gets can be read and changed on the way.",
        "Fix: write 'https://' and open it; if the site has no https, silence the rule and say so.",
        "Silence: in the entry, 'silence: {R216: the reason}'.",
        "",
        "R002 A file has no byte order mark.",
        "Silence: not possible.",
    ]


def test_no_such_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule that is not there can't be explained."""
    assert main(["rules", "R2166"]) == 2
    assert capsys.readouterr() == ("", "'R2166' is no rule. Did you mean 'R216'?\n")


def test_every_rule_on_the_bibliography_is_explained() -> None:
    """Each rule on entries says why, and what to do."""
    rules = [RULES[rule] for rule in RULES if rule.startswith("R2")]
    assert len(rules) == 30
    assert [said for said in rules if not re.search(r"\A.+\.\nWhy: .+\nFix: .+", said)] == []


def test_this_handbook_has_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    """Every page of this handbook keeps every rule."""
    assert main(["--root", str(ROOT), "check"]) == 0, capsys.readouterr().out

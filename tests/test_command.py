"""The command: what it prints, and its exit codes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from handbook.command import main
from handbook.problem import Problem
from handbook.report import FORMATS, of
from handbook.rules import RULES, asked

PLACEHOLDER = "'TODO' is a placeholder. Write what it stands for, or take it out."


def test_check_fine(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sound handbook prints no problem and exits with 0."""
    assert main(["--root", str(study), "check"]) == 0
    assert capsys.readouterr() == ("", "no problem in 3 pages\n")


def test_warnings_are_no_reason_to_fail(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning is printed and counted, and alone does not change the exit code."""
    with (study / "docs/index.md").open("a") as page:
        page.write("\nIt is the best way.\n")
    warning = (
        "index.md:9:7: R706 'the best' ranks without a source. "
        "Cite one in this sentence, or reword it.\n"
    )
    assert main(["--root", str(study), "check"]) == 0
    assert capsys.readouterr() == (warning, "no problem, 1 warning in 3 pages\n")
    with (study / "docs/index.md").open("a") as page:
        page.write("\n[@nobody] and the worst, TODO.\n\nIt is the fastest.\n")
    assert main(["--root", str(study), "check"]) == 1
    assert capsys.readouterr().err == "2 problems, 2 warnings in 3 pages\n"


def test_check_only_some_files(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named files alone are reported, whether named from docs or from elsewhere."""
    for name in ("space-it", "test-yourself"):
        with (study / f"docs/habits/{name}.md").open("a") as page:
            page.write("\nTODO\n")
    for path in ("habits/space-it.md", str(study / "docs/habits/space-it.md")):
        assert main(["--root", str(study), "check", path]) == 1
        out, err = capsys.readouterr()
        assert out == f"habits/space-it.md:27:1: R602 {PLACEHOLDER}\n"
        assert err == "1 problem in 3 pages\n"


@pytest.mark.parametrize("name", FORMATS)
def test_check_formats(name: str, study: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A report of each format is all that is printed, and the count stands apart."""
    page = study / "docs/habits/space-it.md"
    page.write_text(page.read_text().replace(" {#v5kc}", "") + "\nTODO “so”\n", "utf-8")
    assert main(["--root", str(study), "check", "--fix", "--format", name]) == 1
    out, err = capsysbinary.readouterr()
    problem = Problem("habits/space-it.md", 27, 1, "R602", PLACEHOLDER)
    if name == "text":
        out = b"".join(out.splitlines(keepends=True)[1:])
    assert out.decode() == FORMATS[name](of(study / "docs", [problem]))
    assert err.endswith(b"1 problem in 3 pages\n")
    assert (b"wrote the id" in err) == (name != "text")


def test_check_writes(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report is written to a file, and over another only by force."""
    command = ["--root", str(study), "check", "--format", "json", "--output", str(study / "a.json")]
    assert main(command) == 0
    assert capsys.readouterr() == ("", "no problem in 3 pages\n")
    assert (study / "a.json").read_text("utf-8") == FORMATS["json"](of(study / "docs", []))
    assert main(command) == 2
    message = "exists. Name another file, or replace it with --force.\n"
    assert capsys.readouterr() == ("", f"'{study / 'a.json'}' {message}")
    assert main([*command, "--force"]) == 0


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
            lambda root: (root / "pyproject.toml").write_text(
                "[tool.handbook.kinds.a]\nfolder='a'\nsections=['Why']\nguide={Whi='because'}\n"
            ),
            "pyproject.toml:1:1: [tool.handbook.kinds.a.guide] has an unknown key 'Whi'. "
            "Did you mean 'Why'?",
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
        "guide-unknown",
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


def test_export_prints(study: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without a file the export is printed as UTF-8, its line ends its own."""
    page = study / "docs/habits/space-it.md"
    page.write_text(page.read_text().replace("Put the", "Put thé"), "utf-8")
    assert main(["--root", str(study), "export", "--level", "student", "--format", "csv"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.startswith(b"id,text,")
    assert out.count(b"\r\n") == out.count(b"\n") == 4
    assert "Put thé next".encode() in out
    assert err == b""


def test_export_writes(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list, named from anywhere, is written to a file, and again only by force."""
    monkeypatch.chdir(study)
    command = ["export", "--format", "json", "--output", "list.json", "--list"]
    assert main([*command, "habits/space-it.md"]) == 0
    assert '"page": "habits/space-it.md"' in Path("list.json").read_text()
    assert main([*command, "docs/habits/test-yourself.md"]) == 2
    message = "'list.json' exists. Name another file, or replace it with --force.\n"
    assert capsys.readouterr() == ("", message)
    assert main([*command, "docs/habits/test-yourself.md", "--force"]) == 0
    assert '"page": "habits/test-yourself.md"' in Path("list.json").read_text()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--list", "habits/space.md"],
            "'habits/space.md' is no page with a checklist. Did you mean 'habits/space-it.md'?",
        ),
        (
            ["--level", "students"],
            "'students' is no level. Did you mean 'student'? Levels: pupil, student.",
        ),
        (
            ["--output", "no/list.md"],
            "'no/list.md' is in no folder that exists. Make the folder first.",
        ),
    ],
    ids=["unknown-list", "unknown-level", "no-folder"],
)
def test_export_of_what_is_not_there(
    options: list[str], message: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that names nothing is one line, and exits with 2."""
    assert main(["--root", str(study), "export", *options]) == 2
    assert capsys.readouterr() == ("", f"{message}\n")


def test_export_into_a_closed_pipe(study: Path) -> None:
    """A reader that wants no more ends the command without a traceback."""
    command = [sys.executable, "-m", "handbook", "--root", str(study), "export", "--format", "html"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2


def test_stale(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`stale` lists pages and sentences by the day they are due, past or to come."""
    with (study / "docs/index.md").open("a") as page:
        page.write("\nOne law says `so`. Another agrees.\n{~expires: 2027-12-01}\n")
        page.write("\nIt was so. {~expires: 2026-02-01} No day. {~expires: soon}\n")
    assert main(["--root", str(study), "stale"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "index.md:12:12: due 2026-02-01 It was so.",
        "habits/space-it.md:7:1: due 2027-11-24 Space it out",
        "habits/test-yourself.md:7:1: due 2027-11-24 Test yourself",
        "index.md:10:1: due 2027-12-01 One law says so.",
    ]


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """`rules` lists each rule with what it asks for."""
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed == [f"{rule} {asked(rule)}" for rule in sorted(RULES)]
    assert "R706 A superlative has a source. (a warning)" in listed


def test_rules_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    """The list beside the rules, to which CONTRIBUTING leads, is what `rules --markdown` prints."""
    assert main(["rules", "--markdown"]) == 0
    assert capsys.readouterr().out == (ROOT / "hooks/handbook/rules/README.md").read_text("utf-8")


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
    assert len(rules) == 32
    assert [said for said in rules if not re.search(r"\A.+\.\nWhy: .+\nFix: .+", said)] == []


def test_this_handbook_has_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    """Every page of this handbook keeps every rule."""
    assert main(["--root", str(ROOT), "check"]) == 0, capsys.readouterr().out

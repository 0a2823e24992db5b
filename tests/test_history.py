"""Items compared with a git revision: what vanished, what was reused, what changed."""

import json
import subprocess
from pathlib import Path

import pytest

from handbook import book, history
from handbook.command import main
from handbook.report import diff

ITEM = "- [ ] Compare with [the page](test-yourself.md#how). {#n8wd}\n"
TEST, SPACE = "docs/habits/test-yourself.md", "docs/habits/space-it.md"


@pytest.fixture
def committed(study: Path) -> Path:
    """The study handbook in a git repository, committed once and tagged."""
    who = ["-c", "user.name=A", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "First"], ["tag", "v1"]):
        subprocess.run(["git", *command], cwd=study, check=True)  # noqa: S607
    return study


def change(study: Path, src_uri: str, old: str, new: str) -> None:
    """Replace text of a page."""
    text = (study / src_uri).read_text("utf-8")
    assert old in text
    (study / src_uri).write_text(text.replace(old, new), "utf-8")


def append(study: Path, src_uri: str, text: str) -> None:
    """Add text to the end of a page."""
    page = study / src_uri
    page.write_text(page.read_text("utf-8") + text, "utf-8")


def problems(study: Path) -> list[str]:
    """Return the problems that the comparison adds."""
    now = book.load(study)
    return sorted(str(problem) for problem in history.check(history.load(study, "v1"), now, "v1"))


def test_nothing_changed(committed: Path) -> None:
    """The same pages give no problem."""
    assert problems(committed) == []


def test_vanished(committed: Path) -> None:
    """An id that is gone must be retired, and the message says with which line."""
    change(committed, TEST, ITEM, "")
    entry = '- {id: n8wd, retired: DATE, text: "Compare with [the page](test-yourself.md#how)."}'
    assert problems(committed) == [
        "checklist-ids.yml:1:1: R511 The id 'n8wd' of habits/test-yourself.md is gone since v1. "
        f"Retire it here: '{entry}'."
    ]
    (committed / "docs/checklist-ids.yml").write_text(entry.replace("DATE", "2026-11-24"))
    assert problems(committed) == []
    assert main(["--root", str(committed), "check", "--since", "v1"]) == 0


def test_swapped(committed: Path) -> None:
    """Two ids that changed places are two problems."""
    for old, new in (("{#q3fz}", "{#tmp1}"), ("{#n8wd}", "{#q3fz}"), ("{#tmp1}", "{#n8wd}")):
        change(committed, TEST, old, new)
    said = "Give the new item a new id, and retire this one."
    assert problems(committed) == [
        "habits/test-yourself.md:25:66: R512 The id 'n8wd' meant "
        f"'Compare with [the page](test-yourself.md#how).' at v1. {said}",
        "habits/test-yourself.md:27:54: R512 The id 'q3fz' meant "
        f"'Write down three things that you remember.' at v1. {said}",
    ]


NEW = "- [ ] Sing what you heard in the morning. {#q3fz}\n"
MEANT = "R512 The id 'q3fz' meant 'Write down three things that you remember.' at v1"
STILL = ", and is still that of habits/test-yourself.md:25. Give this item a new id."


def test_id_of_another_item_on_a_new_one(committed: Path) -> None:
    """Of two items with one id the new one is named, and the old one keeps it."""
    append(committed, SPACE, NEW)
    assert problems(committed) == [f"habits/space-it.md:26:43: {MEANT}{STILL}"]


def test_id_on_a_copy(committed: Path) -> None:
    """Of two items with one id and one text, that on another page is the new one."""
    item = next(line for line in (committed / TEST).read_text().splitlines() if "{#q3fz}" in line)
    append(committed, SPACE, f"{item}\n")
    assert problems(committed) == [f"habits/space-it.md:26:66: {MEANT}{STILL}"]


def test_id_on_two_new_items(committed: Path) -> None:
    """When the item that had an id is gone, and two others have it, both are named."""
    change(committed, TEST, "Write down three things that you remember.", "Draw it.")
    append(committed, SPACE, NEW)
    said = f"{MEANT}. Give the new item a new id, and retire this one."
    assert problems(committed) == [
        f"habits/space-it.md:26:43: {said}",
        f"habits/test-yourself.md:25:32: {said}",
    ]


@pytest.mark.parametrize(
    ("src_uri", "old", "new"),
    [
        (TEST, "title: Test", "title: Test: test"),
        (TEST, "kind: habit", "kind: habits"),
        (TEST, "## Checklist", "## Checklists"),
        (TEST, "title: Test", "title: Tést"),
    ],
    ids=["front-matter", "kind", "section", "latin-1"],
)
def test_page_of_which_not_all_can_be_read(
    src_uri: str, old: str, new: str, committed: Path
) -> None:
    """The ids of a page without a checklist, because of a slip, are not said to be gone."""
    page = committed / src_uri
    text = page.read_text("utf-8")
    assert old in text
    page.write_bytes(text.replace(old, new).encode("latin-1"))
    assert problems(committed) == []


@pytest.mark.parametrize("slip", ["- id: n8wd: x", "- ids: n8wd", "- {id: n8wd, text: é}"])
def test_register_that_cannot_be_read(slip: str, committed: Path) -> None:
    """An id that stands in a register that can't be read may be retired."""
    change(committed, TEST, ITEM, "")
    (committed / "docs/checklist-ids.yml").write_bytes(slip.encode("latin-1"))
    assert problems(committed) == []


def test_reworded(committed: Path) -> None:
    """An item that is worded better keeps its id."""
    change(committed, TEST, "three things that you remember", "four things that you still know")
    assert problems(committed) == []


def test_moved_and_page_renamed(committed: Path) -> None:
    """An id may move to another page."""
    (committed / SPACE).rename(committed / "docs/habits/pause.md")
    assert problems(committed) == []


def kinds(study: Path) -> dict[str, str]:
    """Return what became of each item."""
    found = history.changes(history.load(study, "v1"), book.load(study))
    return {change.here.id: change.kind for change in found}


def test_list_split(committed: Path) -> None:
    """When a list becomes two, an item that goes keeps its id, and has moved."""
    change(committed, TEST, ITEM, "")
    page = (committed / SPACE).read_text("utf-8").partition("- [ ]")[0]
    (committed / "docs/habits/compare.md").write_text(page + ITEM, "utf-8")
    assert problems(committed) == []
    assert kinds(committed) == {"v5kc": "same", "q3fz": "same", "n8wd": "moved"}


def test_lists_merged(committed: Path) -> None:
    """When two lists become one, no id is lost."""
    item = (committed / SPACE).read_text("utf-8").splitlines()[-1]
    (committed / SPACE).unlink()
    change(committed, TEST, ITEM, f"{ITEM}{item}\n")
    assert problems(committed) == []
    assert kinds(committed) == {"q3fz": "same", "n8wd": "same", "v5kc": "moved"}


def test_unknown_revision(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision that git does not know is one line, and exits with 2."""
    assert main(["--root", str(committed), "check", "--since", "nothing"]) == 2
    assert capsys.readouterr().err == (
        "git can't read 'nothing': fatal: not a valid object name: nothing.\n"
    )


def test_diff(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A change to the checklists is told as text, as Markdown and as JSON."""
    change(committed, TEST, "three things", "four *things*")
    change(committed, TEST, ITEM, "")
    change(committed, SPACE, "- [ ]", "- [ ] Do it at once. {#z9z9}\n- [ ]")
    command = ["--root", str(committed), "diff", "v1"]
    assert main(command) == 0
    assert capsys.readouterr().out == (
        "Items added: 1\n"
        "  z9z9 habits/space-it.md: Do it at once.\n"
        "Items changed: 1\n"
        "  q3fz habits/test-yourself.md: Write down four *things* that you remember. "
        "(was: Write down three things that you remember.)\n"
        "Items gone: 1\n"
        "  n8wd habits/test-yourself.md: Compare with [the page](test-yourself.md#how). "
        "(not retired)\n"
    )
    assert main([*command, "--format", "markdown"]) == 0
    assert capsys.readouterr().out == (
        "### Items added: 1\n\n"
        "- z9z9 habits/space-it.md: Do it at once.\n\n"
        "### Items changed: 1\n\n"
        "- q3fz habits/test-yourself.md: Write down four \\*things\\* that you remember. "
        "(was: Write down three things that you remember.)\n\n"
        "### Items gone: 1\n\n"
        "- n8wd habits/test-yourself.md: Compare with "
        "\\[the page\\](test-yourself.md\\#how). (not retired)\n"
    )
    assert main([*command, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["changes"]
    assert [(entry["id"], entry["change"]) for entry in found] == [
        ("z9z9", "added"),
        ("q3fz", "changed"),
        ("n8wd", "gone"),
    ]


def test_diff_of_nothing(committed: Path) -> None:
    """No change is said in a sentence."""
    found = history.compare(history.load(committed, "v1"), book.load(committed))
    assert diff.text(found) == "No checklist item and no citation changed.\n"
    assert diff.markdown(found) == "No checklist item and no citation changed.\n"


def test_diff_of_citations(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Works that a page cites since, or no more, are told, once a page."""
    change(committed, SPACE, "[@cepeda2006; see also @roediger2006]", "[see also @roediger2006]")
    change(committed, SPACE, " [-@cepeda2006] {#v5kc}", " {#v5kc}")
    append(committed, "docs/index.md", "\nSo [@new_one] it is [-@new_one].\n")
    command = ["--root", str(committed), "diff", "v1"]
    assert main(command) == 0
    assert capsys.readouterr().out == (
        "Citations added: 1\n  index.md: new_one\n"
        "Citations gone: 1\n  habits/space-it.md: cepeda2006\n"
    )
    assert main([*command, "--format", "markdown"]) == 0
    assert capsys.readouterr().out == (
        "### Citations added: 1\n\n- index.md: new\\_one\n\n"
        "### Citations gone: 1\n\n- habits/space-it.md: cepeda2006\n"
    )
    assert main([*command, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "changes": [],
        "sheets": [],
        "citations": [
            {"page": "habits/space-it.md", "key": "cepeda2006", "change": "gone"},
            {"page": "index.md", "key": "new_one", "change": "added"},
        ],
    }


def test_diff_with_links(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the address of a site, pages that changed are linked in Markdown, and there alone."""
    change(committed, TEST, ITEM, "")
    change(committed, SPACE, "- [ ]", "- [ ] Do it at once. {#z9z9}\n- [ ]")
    append(committed, "docs/index.md", "\nSo it is [@cepeda2006].\n")
    command = ["--root", str(committed), "diff", "v1", "--site-url", "https://a.example/pr/7"]
    assert main([*command, "--format", "markdown"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(
        "### Pages to look at: 3\n\n"
        "- [habits/space-it.md](https://a.example/pr/7/habits/space-it/)\n"
        "- [habits/test-yourself.md](https://a.example/pr/7/habits/test-yourself/)\n"
        "- [index.md](https://a.example/pr/7/)\n\n"
        "### Items added: 1\n"
    )
    item = "[habits/space-it.md](https://a.example/pr/7/habits/space-it/#z9z9)"
    assert f"- z9z9 {item}: Do it at once.\n" in told
    assert "- n8wd habits/test-yourself.md: Compare with" in told
    assert "- [index.md](https://a.example/pr/7/): cepeda2006\n" in told
    assert main(command) == 0
    assert "https" not in capsys.readouterr().out


def test_diff_of_paper(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list that no longer fits one page is told, and so is a new one that never did."""
    more = "".join(f"- [ ] Do {number} {'more ' * 20}. {{#z{number:03}}}\n" for number in range(25))
    change(committed, SPACE, "- [ ]", f"{more}- [ ]")
    text = (committed / SPACE).read_text("utf-8").replace("{#", "{#n").replace("Space it", "Let it")
    (committed / "docs/habits/new.md").write_text(text, "utf-8")
    command = ["--root", str(committed), "diff", "v1"]
    assert main(command) == 0
    told = capsys.readouterr().out
    assert told[told.index("Lists") : told.index("Citations")] == (
        "Lists that no longer fit one page: 2\n"
        "  habits/space-it.md: 2 pages on A4 (was 1)\n"
        "  habits/space-it.md: 2 pages on Letter (was 1)\n"
        "Other lists of more than one page: 2\n"
        "  habits/new.md: 2 pages on A4 (new)\n"
        "  habits/new.md: 2 pages on Letter (new)\n"
    )
    assert main([*command, "--format", "markdown"]) == 0
    assert (
        "\n### Lists that no longer fit one page: 2\n\n"
        "- habits/space-it.md: 2 pages on A4 (was 1)\n"
        "- habits/space-it.md: 2 pages on Letter (was 1)\n\n"
        "### Other lists of more than one page: 2\n\n"
        "- habits/new.md: 2 pages on A4 (new)\n"
        "- habits/new.md: 2 pages on Letter (new)\n"
    ) in capsys.readouterr().out
    assert main([*command, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["sheets"] == [
        {"page": "habits/new.md", "paper": "A4", "was": None, "now": 2},
        {"page": "habits/new.md", "paper": "Letter", "was": None, "now": 2},
        {"page": "habits/space-it.md", "paper": "A4", "was": 1, "now": 2},
        {"page": "habits/space-it.md", "paper": "Letter", "was": 1, "now": 2},
    ]

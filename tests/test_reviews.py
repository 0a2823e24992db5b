"""The readings of the takeaway pages: whole, true to the list of boxes, and to the pages."""

import re
from pathlib import Path

import pytest
import yaml

from conftest import ROOT

REVIEWS = ROOT / ".github" / "reviews"
PAGES = sorted((ROOT / "docs" / "takeaways").glob("*.md"))
CONCEPTS = sorted((ROOT / "docs" / "concepts").glob("*.md"))
BOLD = {1, 3, 4, 6, 13, 16}
ROW = re.compile(r"\| (\**)(\d+)\1 \| (\w*) ?\| (\w*) ?\| ([^|]+) \| ([^|]+) \|")
BOX = re.compile(r"^(\d+)\. (\**)", re.MULTILINE)
CITATION = re.compile(r"@([a-z][a-z0-9-]*)")
VERIFICATION = {
    entry["id"]: entry.get("verification", "none")
    for entry in yaml.safe_load((ROOT / "docs" / "references.yml").read_text("utf-8"))
}

each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def rows(page: Path) -> list[re.Match[str]]:
    """Return the rows of the page's record: weight, box, two verdicts, how, evidence."""
    text = (REVIEWS / page.name).read_text("utf-8")
    lines = re.findall(r"^\| \**\d.*", text, re.MULTILINE)
    found = [row for line in lines if (row := ROW.fullmatch(line))]
    assert len(found) == len(lines)
    return found


def ticked(page: Path, reader: int) -> set[int]:
    """Return the boxes that the first (1) or the second reader (2) passed."""
    return {int(row[2]) for row in rows(page) if row[2 + reader] == "pass"}


def body(page: Path) -> str:
    """Return a page without its front matter."""
    return page.read_text("utf-8").split("---\n", 2)[2]


def test_list() -> None:
    """The list has twenty boxes, and those of the greatest weight are bold."""
    boxes = BOX.findall((REVIEWS / "README.md").read_text("utf-8"))
    assert [int(number) for number, _ in boxes] == list(range(1, 21))
    assert {int(number) for number, weight in boxes if weight} == BOLD


def test_records() -> None:
    """Each page of the kinds that are read has a record, and there is none of another page."""
    others = {
        f"{folder}-{page.name}"
        for folder in ("components", "limitations", "safeguards")
        for page in (ROOT / "docs" / folder).glob("*.md")
    }
    names = {path.name for path in REVIEWS.glob("*.md")}
    assert names == {page.name for page in PAGES} | others | {"README.md"}


@each_page
def test_record(path: Path) -> None:
    """A record has both readers' verdicts on all boxes of the list, and how many are the same."""
    found = rows(path)
    assert [int(row[2]) for row in found] == list(range(1, 21))
    assert {int(row[2]) for row in found if row[1]} == BOLD
    assert {verdict for row in found for verdict in (row[3], row[4])} <= {"pass", "fail"}
    same = sum(row[3] == row[4] for row in found)
    record = (REVIEWS / path.name).read_text("utf-8")
    assert f"The readers agree on {same} of 20 boxes" in record


def test_passed() -> None:
    """Both readers tick at least 18 boxes of each page, and every bold one."""
    for page in PAGES:
        for reader in (1, 2):
            boxes = ticked(page, reader)
            assert boxes >= BOLD
            assert len(boxes) >= 18


@each_page
def test_first_paragraph(path: Path) -> None:
    """Box 1: in at most 60 words, and called one practitioner's opinion."""
    paragraph = body(path).split("\n\n")[1]
    shown = re.sub(r"\]\([^)]*\)", "]", paragraph)
    assert "That is one practitioner's opinion" in shown
    assert len(shown.split()) <= 60


@each_page
def test_figures(path: Path) -> None:
    """Box 8: three figures or more; what each has is held by the tests of the examples."""
    assert len(re.findall(r"^\{=\w+\.\w+_figure\}$", body(path), re.MULTILINE)) >= 3


@each_page
def test_questions(path: Path) -> None:
    """Box 13: three to six questions, of which some ask for a calculation, some for a judgement."""
    kinds = re.findall(r'^\?\?\? question "(\w+): ', body(path), re.MULTILINE)
    assert 3 <= len(kinds) <= 6
    assert {"Calculate", "Judge"} <= set(kinds)


@each_page
def test_tries(path: Path) -> None:
    """Each "Try" leads to one of the questions, in their order."""
    tries = re.findall(
        r"^\*\*Try:\*\* .*\[(\w+) question\]\(#check-yourself\)", body(path), re.MULTILINE
    )
    assert tries == ["first", "second", "third", "fourth"][: len(tries)]
    assert len(tries) == body(path).count("**Try:**") >= 2


@each_page
def test_works(path: Path) -> None:
    """Box 17: eight to fifteen works, three of them checked in the original, and none unchecked."""
    found = [VERIFICATION[key] for key in set(CITATION.findall(body(path))) & VERIFICATION.keys()]
    assert 8 <= len(found) <= 15
    assert found.count("primary") >= 3
    assert "none" not in found


@pytest.mark.parametrize("path", CONCEPTS, ids=lambda path: path.stem)
def test_concepts(path: Path) -> None:
    """A concept has a figure, a calculation by hand, two questions and three works or more."""
    text = body(path)
    assert re.search(r"^\{=\w+\.\w+_figure\}$", text, re.MULTILINE)
    assert "```text" in text
    assert text.count("??? question") == 2
    assert len(set(CITATION.findall(text)) & VERIFICATION.keys()) >= 3


@each_page
def test_what_would_make_it_wrong(path: Path) -> None:
    """Box 18: the page says what would make it wrong; the rules ask for the day."""
    assert "What would make this page wrong: " in body(path)

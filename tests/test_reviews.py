"""The readings of the pages: whole, true to the lists of boxes, and to the pages."""

import re
from pathlib import Path

import pytest
import yaml

from conftest import ROOT

REVIEWS = ROOT / ".github" / "reviews"
PAGES = sorted((ROOT / "docs" / "takeaways").glob("*.md"))
CONCEPTS = sorted((ROOT / "docs" / "concepts").glob("*.md"))
LIMITATIONS = sorted((ROOT / "docs" / "limitations").glob("*.md"))
SAFEGUARDS = sorted((ROOT / "docs" / "safeguards").glob("*.md"))
BOLD = {1, 3, 4, 6, 13, 16}
# Kinds whose lists stand beside that of the takeaway pages, by folder.
LISTS = {
    "components": "Component pages",
    "how-ai-works": "Stage pages",
    "limitations": "Limitation pages",
    "safeguards": "Safeguard pages",
}
LISTED = [page for folder in LISTS for page in sorted((ROOT / "docs" / folder).glob("*.md"))]
ROW = re.compile(r"\| (\**)(\d+)\1 \| (\w*) ?\| (\w*) ?\| ([^|]+) \| ([^|]+) \|")
BOX = re.compile(r"^(\d+)\. (\**)", re.MULTILINE)
CITATION = re.compile(r"@([a-z][a-z0-9-]*)")
VERIFICATION = {
    entry["id"]: entry.get("verification", "none")
    for entry in yaml.safe_load((ROOT / "docs" / "references.yml").read_text("utf-8"))
}

each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
each_risk = pytest.mark.parametrize("path", LIMITATIONS + SAFEGUARDS, ids=lambda path: path.stem)


def record(page: Path) -> Path:
    """Return where the page's record stands."""
    return REVIEWS / (page.name if page in PAGES else f"{page.parent.name}-{page.name}")


def boxes_of(heading: str) -> dict[int, bool]:
    """Return the boxes of a list by number, and whether each is bold."""
    text = (REVIEWS / "README.md").read_text("utf-8")
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return {int(number): bool(weight) for number, weight in BOX.findall(section)}


def rows(page: Path) -> list[re.Match[str]]:
    """Return the rows of the page's record: weight, box, two verdicts, how, evidence."""
    text = record(page).read_text("utf-8")
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
    found = boxes_of("Takeaway pages")
    assert list(found) == list(range(1, 21))
    assert {number for number, bold in found.items() if bold} == BOLD


def test_records() -> None:
    """Each page of the kinds that are read has a record, and there is none of another page."""
    others = {
        f"{folder}-{page.name}"
        for folder in ("components", "how-ai-works", "limitations", "safeguards")
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
    assert f"The readers agree on {same} of 20 boxes" in record(path).read_text("utf-8")


@pytest.mark.parametrize("path", LISTED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_listed(path: Path) -> None:
    """Both readers pass the page, with every bold box, and the record says how often they agree."""
    listed, found = boxes_of(LISTS[path.parent.name]), rows(path)
    assert {int(row[2]): bool(row[1]) for row in found} == listed
    bold = {number for number, weight in listed.items() if weight}
    for reader in (1, 2):
        assert ticked(path, reader) >= bold
        assert len(ticked(path, reader)) >= len(listed) - 2
    assert {row[4] for row in found} <= {"pass", "fail"}
    same = sum(row[3] == row[4] for row in found)
    agreement = f"The readers agree on {same} of {len(listed)} boxes"
    assert agreement in record(path).read_text("utf-8")


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


@each_risk
def test_works_of_risks(path: Path) -> None:
    """Limitations rest on six to twelve works, safeguards on up to fifteen."""
    found = [VERIFICATION[key] for key in set(CITATION.findall(body(path))) & VERIFICATION.keys()]
    most, primary = {"limitations": (12, 3), "safeguards": (15, 2)}[path.parent.name]
    assert 6 <= len(found) <= most
    assert found.count("primary") >= primary
    assert "none" not in found


@each_risk
def test_questions_of_risks(path: Path) -> None:
    """Limitations and safeguards have three to five questions; some calculate, some judge."""
    kinds = re.findall(r'^\?\?\? question "(\w+)', body(path), re.MULTILINE)
    assert 3 <= len(kinds) <= 5
    assert "Judge" in kinds
    assert {"Calculate", "Predict"} & set(kinds)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.stem)
def test_quotation_marks(path: Path) -> None:
    """Quotation marks are straight and double, whatever stands around them."""
    assert re.findall(r"[“”‘’].*|(?<=[\s(])'\w.*", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SAFEGUARDS, ids=lambda path: path.stem)
def test_done(path: Path) -> None:
    """Box 12 of safeguards: nine items at most, and each says when it is done."""
    text = body(path)
    assert text.count("\n- [ ] ") == text.count("\n      Done when: ") <= 9


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

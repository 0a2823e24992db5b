"""What is printed: text in its order, tags, whole items, and letters of every script."""

from pathlib import Path
from typing import Any

import pypdf
import pytest

from handbook import book
from handbook.checklists import checklist
from handbook.checklists.document import Writer
from handbook.checklists.selection import of_one
from handbook.paper import pdf, press, printer
from viewers import count, says, texts

PAGE = "docs/habits/test-yourself.md"
FIRST = "Write down three things that you remember."


def printed(study: Path, paper: str = "A4") -> Path:
    """Return the file of the second list of the study handbook, printed."""
    this = book.load(study)
    one = list(checklist.checklists(this))[1]
    file = study / "list.pdf"
    file.write_bytes(press.typeset(Writer(this).document(of_one(one)), paper)[1])
    return file


def rewrite(study: Path, old: str, new: str) -> None:
    """Replace text of the list's page."""
    text = (study / PAGE).read_text("utf-8")
    assert old in text
    (study / PAGE).write_text(text.replace(old, new), "utf-8")


def test_text(study: Path) -> None:
    """All that stands on the sheet can be selected, in the order in which it is read."""
    text = " ".join(texts(printed(study)))
    assert text == (
        "Test yourself "
        "Objective: Remember what you read. "
        "When: When you close the book. "
        "How: Read each item and do it, in this order. "
        f"1. {FIRST} (Roediger and Karpicke 2006) q3fz "
        "Done when: the book stayed closed. "
        "2. Compare with the page. n8wd "
        "Name Date "
        "The Study Handbook · Revised 2026-11-24 · Version e05656 "
        "References: http://127.0.0.1:8000/checklists/habits/test-yourself/"
    )


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_size(paper: str, size: tuple[int, int], study: Path) -> None:
    """The page is of the size that was asked for, in points."""
    box = pypdf.PdfReader(printed(study, paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_about_the_document(study: Path) -> None:
    """The PDF is tagged, and says its language, title, author and date of revision."""
    reader = pypdf.PdfReader(printed(study))
    root: Any = reader.root_object
    about: Any = reader.metadata
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/Lang"] == "en"
    assert (about.title, about.author, about.creator) == (
        "Test yourself · The Study Handbook",
        "The Study Handbook",
        "handbook",
    )
    assert about["/ModDate"] == "D:20261124"
    assert "/CreationDate" not in about


def test_date_that_is_none(study: Path) -> None:
    """What stands in the place of a date is printed as it is written, and dates nothing."""
    rewrite(study, "reviewed: 2026-11-24", "reviewed: '\"><b>soon</b>'")
    file = printed(study)
    assert 'Revised "><b>soon</b> ·' in texts(file)[0]
    assert "/ModDate" not in (pypdf.PdfReader(file).metadata or {})


def test_tags(study: Path) -> None:
    """A screen reader meets a heading, a list with its boxes, the lines, and what the code says."""
    info = says("pdfinfo", "-struct", printed(study))
    words = [line.split()[0] for line in info.splitlines()]
    order = [word for word in words if word in {"H1", "LI", "Form", "Figure:"}]
    assert order == ["H1", "LI", "Form", "LI", "Form", "Form", "Form", "Figure:"]
    assert alternatives(pypdf.PdfReader(printed(study)).root_object["/StructTreeRoot"]) == [
        "QR code: http://127.0.0.1:8000/checklists/habits/test-yourself/"
    ]


def alternatives(tag: Any) -> list[str]:
    """Return the texts that stand for pictures, below a tag."""
    tag = tag.get_object() if tag else None
    if isinstance(tag, list):
        return [text for part in tag for text in alternatives(part)]
    if not isinstance(tag, dict):
        return []
    own = [str(tag["/Alt"])] if "/Alt" in tag else []
    return own + alternatives(tag.get("/K"))


def test_no_item_is_cut(study: Path) -> None:
    """Forty items break between two items, never inside one."""
    items = "".join(
        f"- [ ] Begin {number} {'and go on with words that fill a line ' * 4}end {number}. "
        f"{{#x{number:03}}}\n      Done when: all of {number} is done.\n"
        for number in range(40)
    )
    rewrite(study, "- [ ] Compare", f"{items}- [ ] Compare")
    file = printed(study)
    pages = texts(file)
    assert len(pages) == count(file) > 2
    for number in range(40):
        (page,) = [text for text in pages if f"Begin {number} " in text]
        assert f"end {number}." in page
        assert f"Done when: all of {number} is done." in page


@pytest.mark.parametrize(
    "text",
    [
        "Fünf Ångström, Łódź, gėlė.",
        "λ, Ω ≤ 3 → ∞.",
        "Smile 🙂 and wave 👩‍👩‍👧 🇩🇪.",
        "Say שלום and مرحبا.",
        "Read 漢字かな交じり文.",
        "Break a\u200bb, a\u00adb, a\u00a0b.",
        "See ![a picture](http://127.0.0.1:9/x.png).",
        "Choose <input type='radio' name='a'> or <button>press</button> <select></select>.",
        "Fill in <input type='text' name='a'> <textarea>b</textarea>.",
    ],
)
def test_anything_written(text: str, study: Path) -> None:
    """Letters of every script and controls in an item neither stop the press nor become fields."""
    rewrite(study, FIRST, text)
    fields = pypdf.PdfReader(printed(study)).get_fields() or {}
    assert list(fields)[:2] == ["q3fz", "n8wd"]
    assert len(fields) == 4


def test_letters_of_our_fonts(study: Path) -> None:
    """Latin, Greek and ligatures come from the fonts that the generator brings, and read back."""
    rewrite(study, FIRST, "Fünf difficult Łódź gėlė λΩ left.")
    file = printed(study)
    assert "Fünf difficult Łódź gėlė λΩ left." in texts(file)[0]
    fonts = says("pdffonts", file)
    names = {line.split()[0].partition("+")[2] for line in fonts.splitlines()[2:]}
    assert names == {
        "Handbook-Sans",
        "Handbook-Sans-Extended",
        "Handbook-Sans-Greek",
        "Handbook-Sans-Semi-Bold",
        "Handbook-Field",
    }


def test_nothing_is_fetched(study: Path, tmp_path: Path) -> None:
    """A file of the machine that an item names is not printed."""
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="9">secret</text></svg>')
    rewrite(study, FIRST, f"See <img alt='a picture' src='{secret.as_uri()}'>.")
    text = texts(printed(study))[0]
    assert "secret" not in text
    assert "See a picture." in text


def test_recipe() -> None:
    """Another document or another size of paper is another print."""
    recipes = {printer.recipe(document, paper) for document in "ab" for paper in pdf.PAPERS}
    assert len(recipes) == 4
    assert printer.recipe("a", "A4") in recipes

"""The form of a PDF: its fields have names, and a tick is seen in every viewer."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest

from conftest import ROOT
from handbook import book
from handbook.checklists import checklist
from handbook.paper import pdf
from viewers import VIEWERS, ink

NAME, DATE = "habits/test-yourself-md-name", "habits/test-yourself-md-date"
# What a box holds of ink at most when it is empty, and at least when it is ticked.
EMPTY, TICKED = 0.01, 0.08


@pytest.fixture
def form(study: Path) -> Path:
    """The file of a printed list of two items."""
    file = study / "list.pdf"
    src_uri = "checklists/habits/test-yourself.a4.pdf"
    file.write_bytes(pdf.files(book.load(study))[src_uri])
    return file


def widgets(file: Path) -> dict[str, Any]:
    """Return the fields of the first page by their names, in their order."""
    page: Any = pypdf.PdfReader(file).pages[0]
    found = [note.get_object() for note in page["/Annots"]]
    return {field["/T"]: field for field in found if field["/Subtype"] == "/Widget"}


def inside(field: Any) -> tuple[float, float, float, float]:
    """Return the rectangle of a field without its margin, in points."""
    x = sorted((float(field["/Rect"][0]), float(field["/Rect"][2])))
    y = sorted((float(field["/Rect"][1]), float(field["/Rect"][3])))
    return x[0] + 1, y[0] + 1, x[1] - 1, y[1] - 1


def fill(form: Path, values: dict[str, str], *, redrawn: bool) -> None:
    """Fill in a form with pypdf, which can ask the viewer to draw the fields again."""
    writer = pypdf.PdfWriter(clone_from=form)
    writer.update_page_form_field_values(writer.pages[0], values, auto_regenerate=redrawn)
    writer.write(form)


def test_names(form: Path) -> None:
    """A box is named by its item's id and text, a line by its label, and no name has a point."""
    fields = widgets(form)
    assert {name: (field["/TU"], field["/FT"]) for name, field in fields.items()} == {
        "q3fz": ("Write down three things that you remember.", "/Btn"),
        "n8wd": ("Compare with the page.", "/Btn"),
        NAME: ("Name", "/Tx"),
        DATE: ("Date", "/Tx"),
    }


def test_names_are_the_items_texts() -> None:
    """In this handbook too, each box is called what its item says."""
    this = book.load(ROOT)
    data = pdf.files(this)["checklists/all.a4.pdf"]
    fields = pypdf.PdfReader(BytesIO(data)).get_fields() or {}
    items = [item for one in checklist.checklists(this) for item in one.items]
    assert len(items) > 40
    assert [fields[item.task.id]["/TU"] for item in items] == [item.plain for item in items]


def test_states(form: Path) -> None:
    """A box is off at first, and has a picture of each state; no viewer is asked to draw."""
    root: Any = pypdf.PdfReader(form).root_object
    assert "/NeedAppearances" not in root["/AcroForm"]
    for field in list(widgets(form).values())[:2]:
        assert (field["/V"], field["/AS"]) == ("/Off", "/Off")
        assert set(field["/AP"]["/N"]) == {"/on", "/Off"}


def test_size(form: Path) -> None:
    """A box is at least 4 mm wide and high."""
    for field in list(widgets(form).values())[:2]:
        left, bottom, right, top = inside(field)
        assert min(right - left, top - bottom) + 2 >= 4 / 25.4 * 72


@pytest.mark.parametrize("redrawn", [False, True])
@pytest.mark.parametrize("viewer", VIEWERS)
def test_tick(viewer: str, redrawn: bool, form: Path) -> None:
    """A ticked box shows its tick and an empty one is empty, in each viewer."""
    boxes = {name: inside(field) for name, field in widgets(form).items()}
    before = VIEWERS[viewer](form)
    assert max(ink(before, boxes[name]) for name in ("q3fz", "n8wd")) < EMPTY
    fill(form, {"n8wd": "/on"}, redrawn=redrawn)
    after = VIEWERS[viewer](form)
    assert ink(after, boxes["n8wd"]) > TICKED
    assert ink(after, boxes["q3fz"]) < EMPTY
    fill(form, {"n8wd": "/Off"}, redrawn=redrawn)
    assert ink(VIEWERS[viewer](form), boxes["n8wd"]) < EMPTY


@pytest.mark.parametrize("viewer", VIEWERS)
def test_name(viewer: str, form: Path) -> None:
    """A name that is filled in shows in each viewer."""
    line = inside(widgets(form)[NAME])
    assert ink(VIEWERS[viewer](form), line) < EMPTY
    fill(form, {NAME: "Zoë Gödel"}, redrawn=False)
    assert ink(VIEWERS[viewer](form), line) > EMPTY


def test_click(form: Path) -> None:
    """A click in PDFium, as in a browser, ticks a box, and what is typed stands on the line."""
    fields = widgets(form)
    document = pypdfium2.PdfDocument(form)
    document.init_forms()
    page = document[0]
    for name, typed in (("q3fz", ""), (NAME, "Ada")):
        left, bottom, right, top = inside(fields[name])
        at = (document.formenv, page, 0, (left + right) / 2, (bottom + top) / 2)
        pdfium.FORM_OnMouseMove(*at)
        pdfium.FORM_OnLButtonDown(*at)
        pdfium.FORM_OnLButtonUp(*at)
        for letter in typed:
            pdfium.FORM_OnChar(document.formenv, page, ord(letter), 0)
    pdfium.FORM_ForceToKillFocus(document.formenv)
    document.save(form)
    assert widgets(form)["q3fz"]["/AS"] == "/on"
    assert widgets(form)[NAME]["/V"] == "Ada"

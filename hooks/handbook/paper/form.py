"""The form in a PDF: what its fields are called, and how they look in every viewer."""

from typing import Any
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

# Fonts that every viewer has, for what is written and ticked (ISO 32000-1, 9.6.2.2).
FONTS = {
    "Helv": {"BaseFont": "/Helvetica", "Encoding": "/WinAnsiEncoding"},
    "ZaDb": {"BaseFont": "/ZapfDingbats"},
}
TEXT, TICK = "/Helv 11 Tf 0 g", "/ZaDb 13 Tf 0 g"
# A tick in a box of 1 by 1: x and y of its ends and its corner, and how thick its line is.
TICK_AT = ((0.2, 0.5), (0.42, 0.26), (0.8, 0.78))
TICK_WIDTH = 0.13


def name_fields(document: Element) -> None:
    """Name each box by its item's id and text, and each line to write on by its label.

    WeasyPrint takes a field's name from `name`, and from `title` what is read aloud for it.
    """
    for item in document.iter("li"):
        box, text = item.find(".//input"), item.find(".//span[@class='hb-text']")
        if box is not None and text is not None and "id" in item.attrib:
            box.set("name", item.attrib["id"])
            box.set("title", _said(text))
    for label in document.iter("label"):
        line = label.find("input[@type='text']")
        if line is not None:
            # A point would part a field's name from its parent's (ISO 32000-1, 12.7.3.2).
            line.set("name", line.get("name", "").replace(".", "-"))
            line.set("title", _said(label))


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def finish(_document: Any, pdf: Any) -> None:
    """Give each field of a PDF its font and its appearance; this is WeasyPrint's `finisher`."""
    form = pdf.catalog.get("AcroForm")
    if not form:
        return
    # Asked to draw the boxes itself, each viewer draws another tick, or none.
    del form["NeedAppearances"]
    fonts = {name: _font(pdf, said) for name, said in FONTS.items()}
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary(fonts)})
    form["DA"] = pydyf.String(TEXT)
    fields = [found for found in pdf.objects if isinstance(found, dict) and "FT" in found]
    for field in fields:
        if field["FT"] == "/Btn":
            _draw_box(pdf, field)
        else:
            field["DA"] = pydyf.String(TEXT)


def _font(pdf: Any, said: dict[str, str]) -> Any:
    font = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", **said})
    pdf.add_object(font)
    return font.reference


def _draw_box(pdf: Any, field: Any) -> None:
    """Draw a tick for a box that is on, and nothing for one that is off.

    The page has the box's border. `CA` is the tick of viewers that draw their own.
    """
    left, top, right, bottom = field["Rect"]
    width, height = right - left, top - bottom
    states = {"on": _tick(width, height), "Off": pydyf.Stream()}
    for state in states.values():
        box = pydyf.Array([0, 0, width, height])
        state.extra = {"Type": "/XObject", "Subtype": "/Form", "BBox": box}
        pdf.add_object(state)
    drawn = pydyf.Dictionary({name: state.reference for name, state in states.items()})
    field["AP"] = pydyf.Dictionary({"N": drawn})
    field["MK"] = pydyf.Dictionary({"CA": pydyf.String("4")})
    field["DA"] = pydyf.String(TICK)


def _tick(width: float, height: float) -> Any:
    tick = pydyf.Stream()
    tick.set_color_rgb(0, 0, 0, stroke=True)
    tick.set_line_width(TICK_WIDTH * width)
    (x, y), *rest = [(x * width, y * height) for x, y in TICK_AT]
    tick.move_to(x, y)
    for x, y in rest:
        tick.line_to(x, y)
    tick.stroke()
    return tick

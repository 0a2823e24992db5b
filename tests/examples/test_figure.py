"""The figure helper and what holds for every figure."""

import re
from xml.etree import ElementTree as ET

import pytest

from examples import __main__ as main
from examples import figure as fig

FRAGMENTS = {name: text for name, text in main.files().items() if name.endswith("_figure.html")}
CLASSES = re.compile(
    r"hb-(figure|axis|grid|line-[1-4]|mark-[1-4]|heat-[0-5]|on-heat|label|small|dash-[23]|arrow|here)"
)
PAINT = {"style", "fill", "stroke", "color", "opacity", "stop-color", "stroke-width", "font-size"}

each_fragment = pytest.mark.parametrize("html", FRAGMENTS.values(), ids=FRAGMENTS)


TOY = """\
<figure class="hb-figure" id="hb-toy">
<svg viewBox="0 0 400 40" role="img" aria-labelledby="hb-toy-title" aria-describedby="hb-toy-desc">
<title id="hb-toy-title">A &amp; B</title>
<desc id="hb-toy-desc">Less &lt; more</desc>
<text class="hb-label" x="1.0" y="2.0" text-anchor="start">&lt;b&gt;</text>
</svg>
<figcaption>A &gt; B.</figcaption>
<details><summary>Data as a table</summary><table><thead>\
<tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>\
<tbody><tr><th scope="row">A &amp; B</th><td>1</td></tr></tbody></table></details>
</figure>"""


def parsed(html: str) -> ET.Element:
    """Read our own output, which is trusted."""
    return ET.fromstring(html)  # noqa: S314


def drawing(html: str) -> ET.Element:
    """Find the one SVG of a fragment."""
    svg = parsed(html).find("svg")
    assert svg is not None
    return svg


def test_figure_whole() -> None:
    """A figure has title, description, shapes, caption and data, all of it escaped."""
    html = fig.figure(
        "toy",
        alt="A & B",
        desc="Less < more",
        height=40,
        shapes=[fig.text(1, 2, "<b>")],
        caption="A > B.",
        data=fig.table(["Name", "Value"], [["A & B", "1"]]),
    )
    assert html == TOY


def test_coordinate() -> None:
    """Coordinates have one decimal and no negative zero."""
    assert [fig.coordinate(value) for value in (1, 2.26, -0.04, -3.5)] == [
        "1.0",
        "2.3",
        "0.0",
        "-3.5",
    ]


def test_signed() -> None:
    """Numbers for people carry a true minus sign, and zero has none."""
    assert [fig.signed(value) for value in (0.6, -0.8, -0.01)] == [
        "0.6",
        "\N{MINUS SIGN}0.8",
        "0.0",
    ]


def test_change() -> None:
    """A cell that was and stays empty shows one zero."""
    assert [fig.change(2, 0), fig.change(1, 1.585, 2), fig.change(0, 0)] == [
        "2 → 0",
        "1 → 1.58",
        "0",
    ]


def test_scale() -> None:
    """A scale maps the ends of its domain to the ends of its span, upside down too."""
    up = fig.scale((0, 10), (200, 0))
    assert (up(0), up(5), up(10)) == (200, 100, 0)


def test_legend() -> None:
    """Each class has its sign and its words, a step after the one before, and lines look so."""
    keys = {"hb-mark-1": "an area", "hb-line-2 hb-dash-2": "a line"}
    assert fig.legend((8, 20), (0, 30), keys) == [
        '<rect class="hb-mark-1" x="9.0" y="14.0" width="14.0" height="12.0"/>',
        '<text class="hb-label" x="30.0" y="25.0" text-anchor="start">an area</text>',
        '<line class="hb-line-2 hb-dash-2" x1="8.0" y1="50.0" x2="24.0" y2="50.0"/>',
        '<text class="hb-label" x="30.0" y="55.0" text-anchor="start">a line</text>',
    ]


def test_legend_of_marks() -> None:
    """Marks are drawn as they are given, in their order; those left over are not."""
    found = fig.legend((8, 20), (100, 0), {"hb-mark-2": "a", "hb-mark-1": "b"}, fig.MARKS)
    assert found[::2] == [fig.circle((16, 20), "hb-mark-2"), fig.diamond((116, 20), "hb-mark-1")]


def test_levels_and_columns() -> None:
    """A level has its label left of it, and a column below it, in the classes that are given."""
    double = fig.scale((0, 1), (0, 2))
    assert fig.levels(double, (40, 90), {5: "five"}) == [
        fig.line((40, 10), (90, 10), "hb-grid"),
        fig.text(32, 15, "five", anchor="end"),
    ]
    assert fig.columns(double, (40, 90), {5: "five"}, "hb-small") == [
        fig.line((10, 40), (10, 90), "hb-grid"),
        fig.text(10, 108, "five", "hb-small", "middle"),
    ]


def test_interval() -> None:
    """An interval may be dashed, and the uprights at its ends are not."""
    assert fig.interval(10, 30, 20, "hb-line-2 hb-dash-2") == [
        fig.line((10, 20), (30, 20), "hb-line-2 hb-dash-2"),
        fig.line((10, 15), (10, 25), "hb-line-2"),
        fig.line((30, 15), (30, 25), "hb-line-2"),
    ]


@pytest.mark.parametrize(
    ("share", "cell", "label"),
    [
        (0, "hb-heat-0", "hb-small"),
        (0.5, "hb-heat-2", "hb-small"),
        (0.6, "hb-heat-3", "hb-small hb-on-heat"),
        (1, "hb-heat-5", "hb-small hb-on-heat"),
    ],
)
def test_heat_cell(share: float, cell: str, label: str) -> None:
    """A strong cell has text that is made for strong cells."""
    found = re.findall('class="([^"]+)"', fig.heat_cell((0, 0), (10, 10), share, "x"))
    assert found == [cell, label]


@each_fragment
def test_fragment_is_well_formed(html: str) -> None:
    """A fragment is one well-formed element without a blank line, so that Markdown keeps it."""
    assert parsed(html).tag == "figure"
    assert "\n\n" not in html


@each_fragment
def test_fragment_has_no_colour(html: str) -> None:
    """Colours come from the known classes alone, never from an attribute."""
    for element in parsed(html).iter():
        assert not PAINT & set(element.attrib)
        for name in element.get("class", "").split():
            assert CLASSES.fullmatch(name)


@each_fragment
def test_fragment_labels(html: str) -> None:
    """The drawing is named by its title, told by its description and followed by its data."""
    root, svg = parsed(html), drawing(html)
    labels = [svg.get("aria-labelledby"), svg.get("aria-describedby")]
    assert labels == [element.get("id") for tag in ("title", "desc") for element in svg.iter(tag)]
    assert all(
        element.text for tag in ("title", "desc", "figcaption") for element in root.iter(tag)
    )
    assert len(list(root.iter("td"))) > 1


@each_fragment
def test_fragment_inside(html: str) -> None:
    """Every label starts, and every cell stands, inside the drawing."""
    _, _, width, height = map(float, drawing(html).get("viewBox", "").split())
    for element in drawing(html).iter():
        assert float(element.get("x", "0")) + float(element.get("width", "0")) <= width
        assert float(element.get("y", "0")) + float(element.get("height", "0")) <= height


def test_ids_are_unique() -> None:
    """All figures of a page can stand together: no id occurs twice."""
    ids = re.findall(r' id="([^"]+)"', "".join(FRAGMENTS.values()))
    assert len(ids) == len(set(ids))


def test_same_bytes() -> None:
    """A figure that is built twice is the same to the byte."""
    assert {name: text for name, text in main.files().items() if name in FRAGMENTS} == FRAGMENTS

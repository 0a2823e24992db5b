"""Figure fragments: an SVG with a title and a description, a caption, and the data as a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from itertools import repeat

WIDTH = 400

# Three lines that differ in more than their colour, and below three marks.
LINES = ("hb-line-1", "hb-line-2 hb-dash-2", "hb-line-3 hb-dash-3")

Point = tuple[float, float]
Sign = Callable[[Point, str], str]
Scale = Callable[[float], float]


def coordinate(value: float) -> str:
    """One decimal, never a negative zero, so that the bytes are the same on every machine."""
    return f"{round(value, 1) + 0.0:.1f}"


def signed(value: float, places: int = 1) -> str:
    """A number for people, with a true minus sign (U+2212)."""
    return f"{round(value, places) + 0.0:.{places}f}".replace("-", "\N{MINUS SIGN}")


def change(before: float, after: float, places: int = 0) -> str:
    """A table cell for a whole number and what became of it; plain 0 when there was nothing."""
    return f"{before:.0f} → {after:.{places}f}" if before or after else "0"


def scale(domain: Point, span: Point) -> Scale:
    """The linear map that takes the ends of `domain` to the ends of `span`."""
    (low, high), (start, end) = domain, span
    return lambda value: start + (value - low) * (end - start) / (high - low)


def text(x: float, y: float, content: str, classes: str = "hb-label", anchor: str = "start") -> str:
    """`y` is the baseline; `anchor` is start, middle or end."""
    return (
        f'<text class="{classes}" x="{coordinate(x)}" y="{coordinate(y)}"'
        f' text-anchor="{anchor}">{escape(content)}</text>'
    )


def line(start: Point, end: Point, classes: str) -> str:
    (x1, y1), (x2, y2) = start, end
    return (
        f'<line class="{classes}" x1="{coordinate(x1)}" y1="{coordinate(y1)}"'
        f' x2="{coordinate(x2)}" y2="{coordinate(y2)}"/>'
    )


def path(points: Iterable[Point], classes: str, *, closed: bool = False) -> str:
    """A line through `points`, back to the first one when `closed`."""
    steps = " L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in points)
    return f'<path class="{classes}" d="M{steps}{"Z" if closed else ""}"/>'


def rect(corner: Point, size: Point, classes: str) -> str:
    """`corner` is the upper left one; `size` is width and height."""
    (x, y), (width, height) = corner, size
    return (
        f'<rect class="{classes}" x="{coordinate(x)}" y="{coordinate(y)}"'
        f' width="{coordinate(width)}" height="{coordinate(height)}"/>'
    )


def circle(centre: Point, classes: str, radius: float = 5) -> str:
    x, y = centre
    return (
        f'<circle class="{classes}" cx="{coordinate(x)}" cy="{coordinate(y)}"'
        f' r="{coordinate(radius)}"/>'
    )


def square(centre: Point, classes: str, radius: float = 5) -> str:
    x, y = centre
    return rect((x - radius, y - radius), (2 * radius, 2 * radius), classes)


def diamond(centre: Point, classes: str, radius: float = 6) -> str:
    x, y = centre
    corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    return path(corners, classes, closed=True)


MARKS = (circle, diamond, square)


def swatch(centre: Point, classes: str) -> str:
    """A piece of a line where the classes are those of one, else of an area."""
    x, y = centre
    if classes.startswith("hb-line"):
        return line((x - 8, y), (x + 8, y), classes)
    return rect((x - 7, y - 6), (14, 12), classes)


def legend(
    start: Point, step: Point, keys: Mapping[str, str], signs: Iterable[Sign] = repeat(swatch)
) -> list[str]:
    """What the classes in `keys` stand for, each beside its sign, one `step` after the other.

    `start` is the left end of the first sign, at half its height; a text begins 22 right of it.
    """
    shapes = []
    for number, ((classes, label), sign) in enumerate(zip(keys.items(), signs, strict=False)):
        x, y = start[0] + number * step[0], start[1] + number * step[1]
        shapes += [sign((x + 8, y), classes), text(x + 22, y + 5, label)]
    return shapes


def levels(up: Scale, span: Point, labels: Mapping[float, str]) -> list[str]:
    """A line across `span` at each value, with its label left of it."""
    left, right = span
    shapes = []
    for value, label in labels.items():
        y = up(value)
        shapes.append(line((left, y), (right, y), "hb-grid"))
        shapes.append(text(left - 8, y + 5, label, anchor="end"))
    return shapes


def columns(
    across: Scale, span: Point, labels: Mapping[float, str], classes: str = "hb-label"
) -> list[str]:
    """A line down `span` at each value, with its label below it."""
    top, bottom = span
    shapes = []
    for value, label in labels.items():
        x = across(value)
        shapes.append(line((x, top), (x, bottom), "hb-grid"))
        shapes.append(text(x, bottom + 18, label, classes, "middle"))
    return shapes


def interval(low: float, high: float, y: float, classes: str) -> list[str]:
    """A line from `low` to `high` with an upright at each end; a dash is that of the line alone."""
    upright = classes.split(maxsplit=1)[0]
    ends = [line((x, y - 5), (x, y + 5), upright) for x in (low, high)]
    return [line((low, y), (high, y), classes), *ends]


def heat_cell(corner: Point, size: Point, share: float, label: str) -> str:
    """A labelled cell; `share` of the largest value, 0 to 1, picks one of the six strengths."""
    level = min(5, round(share * 5))
    (x, y), (width, height) = corner, size
    on_heat = " hb-on-heat" if level >= 3 else ""
    return rect(corner, size, f"hb-heat-{level}") + text(
        x + width / 2, y + height / 2 + 4.5, label, f"hb-small{on_heat}", "middle"
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """An HTML table whose first column names its rows."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def figure(  # noqa: PLR0913 - one keyword for each part of the fragment
    name: str,
    *,
    alt: str,
    desc: str,
    height: float,
    shapes: Iterable[str],
    caption: str,
    data: str,
) -> str:
    """The whole fragment; `name` is unique on its page, `alt` and `caption` are one sentence each.

    Colours come from classes alone, and no line is blank, so that Markdown passes it as it is.
    """
    title_id, desc_id = f"hb-{name}-title", f"hb-{name}-desc"
    opening = f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img"'
    labels = f'aria-labelledby="{title_id}" aria-describedby="{desc_id}"'
    return "\n".join(
        [
            f'<figure class="hb-figure" id="hb-{name}">',
            f"{opening} {labels}>",
            f'<title id="{title_id}">{escape(alt)}</title>',
            f'<desc id="{desc_id}">{escape(desc)}</desc>',
            *shapes,
            "</svg>",
            f"<figcaption>{escape(caption)}</figcaption>",
            f"<details><summary>Data as a table</summary>{data}</details>",
            "</figure>",
        ]
    )

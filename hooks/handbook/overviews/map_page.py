"""The map of the pages: a drawing of which builds on which, and the same as a list."""

import html
import posixpath
import textwrap
from collections.abc import Iterator

from handbook.book import LAST, Book, generated_page
from handbook.files.escape import escaped
from handbook.overviews import layered
from handbook.overviews.layered import Cell
from handbook.pages import way

# An index page has the same folder in docs and on the site: a link in the drawing is right in both,
# of which MkDocs takes the second and Zensical the first.
FOLDER = "map"
SRC_URI = f"{FOLDER}/index.md"
# In the drawing's units, of which a line of its text has 17.
WIDTH, LINE, PADDING, GAP, ROW_GAP = 184, 17, 7, 44, 12
CHARACTERS = 22
INTRO = "Each page, with what to read first and what it leads to.\n"
# Colours are the text's and the links', so that they follow the scheme and the paper.
SVG = """\
<figure class="hb-figure hb-map">
<svg viewBox="0 0 {width} {height}" role="group" aria-label="Map of the pages" font-size="14" \
data-search-exclude="">
{edges}{nodes}</svg>
<figcaption>Each page stands to the right of those to read before it. Where a longer way leads \
from one page to another, no arrow joins them directly. The pages at the bottom \
are joined to none.</figcaption>
</figure>
"""
EDGE = """\
<path d="{path}" fill="none" stroke="currentColor" stroke-opacity="0.6" stroke-width="1.5"/>
"""
NODE = """\
<a href="{href}"><rect x="{x}" y="{y:g}" width="{width}" height="{height}" rx="4" \
fill="transparent" stroke="currentColor"/><text text-anchor="middle" fill="currentColor">{lines}\
</text></a>
"""


def page(book: Book) -> str:
    """Return the text of the page."""
    whole = way.before(book.lessons())
    after = way.after(whole)
    joined = {name for name in whole if whole[name] or after[name]}
    drawn = way.reduced({name: whole[name] for name in whole if name in joined})
    alone = [name for name in whole if name not in joined]
    listed = "\n".join(_groups(book, whole, after))
    body = (
        f"{_figure(book, drawn, alone)}\n{INTRO}\n{listed}"
        if whole
        else "No page says what to read before it.\n"
    )
    about = "Which page builds on which."
    return generated_page(
        body, title="Map of the pages", description=about, hide=["navigation", "toc"], search=LAST
    )


def _figure(book: Book, drawn: way.Before, alone: list[str]) -> str:
    """Return the drawing, below it the pages that no other is connected with."""
    drawing = layered.draw(drawn)
    columns = max([1, *(column + 1 for column, _ in drawing.cells.values())])
    columns = max(columns, min(4, len(alone)))
    titles = {page.src_uri: _lines(page.title) for page in book.lessons()}
    height = max(map(len, titles.values())) * LINE + 2 * PADDING
    grid = {
        name: (place % columns, drawing.rows + (0.5 if drawn else 0) + place // columns)
        for place, name in enumerate(alone)
    }
    cells = drawing.cells | grid
    rows = max(row for _, row in cells.values()) + 1
    return SVG.format(
        width=columns * (WIDTH + GAP) - GAP + 2,
        height=round(rows * (height + ROW_GAP) - ROW_GAP + 2),
        edges="".join(_edge(edge, height) for edge in drawing.edges),
        nodes="".join(_node(book, name, cells[name], titles[name], height) for name in cells),
    )


def _lines(title: str) -> list[str]:
    return textwrap.wrap(title, CHARACTERS, break_on_hyphens=True) or [""]


def _corner(cell: Cell, height: int) -> tuple[int, float]:
    return 1 + cell[0] * (WIDTH + GAP), 1 + cell[1] * (height + ROW_GAP)


def _edge(cells: tuple[Cell, ...], height: int) -> str:
    """Return a line from the first cell's right side to the last one's left, with an arrowhead."""
    corners = [_corner(cell, height) for cell in cells]
    points = [(x, y + height / 2) for x, y in corners]
    path = f"M{points[0][0] + WIDTH} {points[0][1]:g}"
    for number, (x, y) in enumerate(points[1:], 1):
        left, before = x - GAP, points[number - 1][1]
        path += f"C{left + GAP / 2:g} {before:g} {left + GAP / 2:g} {y:g} {x} {y:g}"
        # Through the middle of a cell that it only passes.
        path += f"H{x + WIDTH}" if number < len(points) - 1 else "m-7 -4l7 4l-7 4"
    return EDGE.format(path=path)


def _node(book: Book, name: str, cell: Cell, lines: list[str], height: int) -> str:
    x, y = _corner(cell, height)
    # The base line of 14-unit text is 5 below its middle.
    first = y + (height - len(lines) * LINE) / 2 + LINE / 2 + 5
    spans = "".join(
        f'<tspan x="{x + WIDTH // 2}" y="{first + number * LINE:g}">{html.escape(line)} </tspan>'
        for number, line in enumerate(lines)
    )
    return NODE.format(
        href=html.escape(book.settings.relative(name, SRC_URI)),
        x=x,
        y=y,
        width=WIDTH,
        height=height,
        lines=spans,
    )


def _groups(book: Book, before: way.Before, after: way.Before) -> Iterator[str]:
    """Yield the pages of each kind under the title of its folder's own page, or its folder."""
    titles = {page.src_uri: page.title for page in book.pages}
    order = way.ordered(before)
    for kind in book.settings.kinds.values():
        members = {page.src_uri for page in book.of(kind)}
        entries = [_entry(titles, name, before, after) for name in order if name in members]
        if entries:
            title = titles.get(f"{kind.folder}/index.md", kind.plural.capitalize())
            yield f"## {escaped(title)}\n\n{''.join(entries)}"


def _entry(titles: dict[str, str], name: str, before: way.Before, after: way.Before) -> str:
    ways = {"read first": before[name], "leads to": after[name]}
    said = [
        f"{what} {', '.join(_link(titles, other) for other in names)}"
        for what, names in ways.items()
        if names
    ]
    return f"- {_link(titles, name)}{': ' if said else ''}{'; '.join(said)}\n"


def _link(titles: dict[str, str], src_uri: str) -> str:
    return f"[{escaped(titles[src_uri])}]({posixpath.relpath(src_uri, FOLDER)})"

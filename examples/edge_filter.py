"""A filter of three by three numbers on a picture of five by five: where it finds edges.

The picture is invented: a bright parcel with a dark scratch from top to bottom.
"""

from collections.abc import Callable, Sequence

from examples import figure as fig

Grid = Sequence[Sequence[int]]
"""Rows of brightness, 0 (black) to 9 (white), or of a filter's weights or answers."""

SCRATCH: Grid = ((8, 8, 2, 8, 8),) * 5
DUSK: Grid = ((4, 4, 1, 4, 4),) * 5
"""The same parcel in half the light."""
SHADE: Grid = ((8, 8, 8, 2, 2),) * 5
"""No scratch: a shadow falls on the right side."""

LEFT_TO_RIGHT: Grid = ((-1, 0, 1),) * 3
"""Adds the right column of a window and subtracts the left one."""
TOP_TO_BOTTOM: Grid = tuple(zip(*LEFT_TO_RIGHT, strict=True))

ALARM = 15
"""A size of answer that counts as an edge, set on the picture in full light."""

SIDE, PATCH = 224, 16
"""Pixels along a side of a picture of common size, and of a patch of it."""


def answer(picture: Grid, weights: Grid, row: int, column: int) -> int:
    """Sum of brightness times weight in the window whose upper left corner is given."""
    return sum(
        weight * picture[row + down][column + right]
        for down, line in enumerate(weights)
        for right, weight in enumerate(line)
    )


def slide(picture: Grid, weights: Grid) -> Grid:
    """The answer at every place where the whole window fits.

    Libraries call this convolution though the weights are not flipped; mathematicians call it
    cross-correlation (Goodfellow et al. 2016, section 9.1).
    """
    rows = len(picture) - len(weights) + 1
    columns = len(picture[0]) - len(weights[0]) + 1
    return [
        [answer(picture, weights, row, column) for column in range(columns)] for row in range(rows)
    ]


def edges(picture: Grid, weights: Grid = LEFT_TO_RIGHT) -> int:
    """How many answers are as large as the alarm, whatever their sign."""
    return sum(abs(one) >= ALARM for row in slide(picture, weights) for one in row)


def patches(side: int, patch: int = PATCH) -> int:
    """Square patches of a square picture."""
    return (side // patch) ** 2


def listed(row: Sequence[int]) -> str:
    """A row of a grid for people."""
    return ", ".join(fig.signed(one, 0) for one in row)


def results() -> dict[str, str]:
    found = slide(SCRATCH, LEFT_TO_RIGHT)
    places = sum(map(len, found))
    pixels = sum(map(len, SCRATCH))
    weights = sum(map(len, LEFT_TO_RIGHT))
    return {
        "row": listed(found[0]),
        "turned_row": listed(slide(SCRATCH, TOP_TO_BOTTOM)[0]),
        "places": str(places),
        "weights": str(weights),
        "weights_if_all_meet": str(pixels * places),
        "alarm": str(ALARM),
        "edges": str(edges(SCRATCH)),
        "dusk_edges": str(edges(DUSK)),
        "shade_edges": str(edges(SHADE)),
        "try_shade_row": listed(slide(SHADE, LEFT_TO_RIGHT)[0]),
        "patches": str(patches(SIDE)),
        "patches_doubled": str(patches(2 * SIDE)),
        "comparisons_doubled": f"{(patches(2 * SIDE) / patches(SIDE)) ** 2:.0f}",
    }


def figures() -> dict[str, str]:
    return {"filter_figure": filter_figure()}


def cells(grid: Grid, left: float, top: float, strength: Callable[[int], float]) -> list[str]:
    """A grid as squares of 32; `strength` gives the share of the strongest colour, 0 to 1."""
    return [
        fig.heat_cell(
            (left + 33 * column, top + 33 * row),
            (32, 32),
            strength(value),
            fig.signed(value, 0),
        )
        for row, line in enumerate(grid)
        for column, value in enumerate(line)
    ]


def filter_figure() -> str:
    """The picture, the filter and its answers, with the window of the first answer."""
    found = slide(SCRATCH, LEFT_TO_RIGHT)
    shapes = [
        fig.text(82, 14, "Picture", anchor="middle"),
        fig.text(232, 14, "Filter", anchor="middle"),
        fig.text(349, 14, "Answers", anchor="middle"),
        *cells(SCRATCH, 1, 24, lambda brightness: 1 - brightness / 9),
        *cells(LEFT_TO_RIGHT, 183, 57, lambda weight: abs(weight) / 5),
        *cells(found, 300, 57, lambda size: abs(size) / 18),
        fig.text(174, 111, "×", anchor="middle"),
        fig.text(291, 111, "=", anchor="middle"),
        fig.rect((1, 24), (98, 98), "hb-line-2"),
        fig.rect((300, 57), (32, 32), "hb-line-2"),
        fig.text(1, 208, "The outlined window gives the outlined answer."),
    ]
    rows = [
        [str(row), listed(picture), listed(found[row - 2]) if 2 <= row <= 4 else "no whole window"]
        for row, picture in enumerate(SCRATCH, 1)
    ]
    return fig.figure(
        "edge-filter",
        alt="A grid of brightness, a filter of three by three, and the grid of its answers.",
        desc="Each row of the picture is 8, 8, 2, 8, 8; each row of the filter is minus 1, 0, 1; "
        "each row of answers is minus 18, 0, 18.",
        height=218,
        shapes=shapes,
        caption="The filter answers at both sides of the scratch, with opposite signs, and not at "
        "its middle (invented picture).",
        data=fig.table(["Row", "Picture", "Answers of the window around it"], rows),
    )

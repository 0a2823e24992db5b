"""Who can be singled out in a table without names, by columns that look harmless.

The eight people are invented.
"""

from collections import Counter
from itertools import combinations

from examples import figure as fig

COLUMNS = ("age", "district", "job")
PEOPLE = (
    ("30s", "North", "driver"),
    ("30s", "North", "nurse"),
    ("30s", "South", "driver"),
    ("30s", "South", "driver"),
    ("40s", "North", "nurse"),
    ("40s", "North", "nurse"),
    ("40s", "South", "driver"),
    ("40s", "South", "nurse"),
)
"""One row a person, with a value for each of the columns."""


def singled_out(columns: tuple[str, ...]) -> int:
    """People whose values in these columns nobody else has."""
    places = [COLUMNS.index(column) for column in columns]
    seen = Counter(tuple(person[place] for place in places) for person in PEOPLE)
    return sum(count == 1 for count in seen.values())


def rows() -> list[tuple[str, int]]:
    """Each choice of columns with how many people it singles out."""
    choices = [columns for size in (1, 2, 3) for columns in combinations(COLUMNS, size)]
    return [(" + ".join(columns), singled_out(columns)) for columns in choices]


def results() -> dict[str, str]:
    found = {f"by_{name.replace(' + ', '_')}": str(count) for name, count in rows()}
    return {"people": str(len(PEOPLE))} | found


def figures() -> dict[str, str]:
    return {"columns_figure": columns_figure()}


def columns_figure() -> str:
    """A bar for each choice of columns."""
    across = fig.scale((0, len(PEOPLE)), (156, 376))
    shapes = fig.columns(
        across, (4, 220), {tick: str(tick) for tick in (0, 2, 4, 6, 8)}, "hb-small"
    )
    for row, (name, count) in enumerate(rows()):
        y = 10 + 30 * row
        shapes += [
            fig.text(148, y + 15, name, "hb-small", "end"),
            fig.rect((across(0), y), (across(count) - across(0), 20), "hb-mark-2"),
            fig.text(across(count) + 6, y + 15, str(count), "hb-small"),
        ]
    shapes.append(fig.line((across(0), 4), (across(0), 220), "hb-axis"))
    shapes.append(fig.text(266, 258, "People singled out, of 8", anchor="middle"))
    return fig.figure(
        "reidentification-columns",
        alt="Bars of how many of eight people each choice of columns singles out.",
        desc="No column alone singles out anybody, two pairs of columns single out two people "
        "each, and all three columns four.",
        height=266,
        shapes=shapes,
        caption="Three columns that identify nobody alone identify half of the people together.",
        data=fig.table(["Columns", "Singled out"], [[name, str(count)] for name, count in rows()]),
    )

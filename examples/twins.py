"""Rows of one question, parted by a split, let a model that only remembers look as if it knew."""

from collections.abc import Collection
from fractions import Fraction
from itertools import product
from math import comb

from examples import figure as fig

Row = tuple[str, int]
"""A question and which of its copies this is; all copies have the question's label."""

ROWS: tuple[Row, ...] = tuple(product("ABCD", (1, 2)))
BY_ROW: frozenset[Row] = frozenset({("A", 2), ("C", 2), ("D", 1), ("D", 2)})
BY_QUESTION: frozenset[Row] = frozenset({("C", 1), ("C", 2), ("D", 1), ("D", 2)})
"""The rows that are tested; the others are for training."""


def known(tested: Collection[Row], rows: Collection[Row] = ROWS) -> Fraction:
    """Share of the tested rows whose question has a row in training too."""
    learnt = {question for question, copy in rows if (question, copy) not in tested}
    return Fraction(sum(question in learnt for question, _ in tested), len(tested))


def mean_known(questions: int, copies: int, tested: int) -> Fraction:
    """The mean of `known` over every split by rows that tests this many of them.

    One minus the chance that all other copies of a tested row are among the other tested rows.
    """
    others = questions * copies - 1
    return 1 - Fraction(comb(tested - 1, copies - 1), comb(others, copies - 1))


def accuracy(share: Fraction) -> Fraction:
    """Expected accuracy when a known question is right and any other is answered by a coin flip."""
    return share + (1 - share) / 2


def results() -> dict[str, str]:
    pairs = mean_known(4, 2, 4)
    return {
        "known": f"{float(pairs):.3f}",
        "by_row": f"{float(accuracy(pairs)):.3f}",
        "by_question": f"{float(accuracy(known(BY_QUESTION))):.3f}",
        "larger": f"{float(accuracy(mean_known(100, 2, 40))):.3f}",
        "triples": f"{float(accuracy(mean_known(3, 3, 3))):.3f}",
    }


def figures() -> dict[str, str]:
    return {"splits_figure": splits_figure()}


def place(row: Row, tested: Collection[Row], top: float) -> fig.Point:
    """Questions side by side, their copies next to each other, tested rows on the lower line."""
    question, copy = row
    x = 112 + 80 * "ABCD".index(question) + 30 * (copy - 1)
    return x, top + (100 if row in tested else 50)


def panel(title: str, tested: Collection[Row], top: float) -> list[str]:
    """One split; a line joins the copies of a question, dashed where the split parts them."""
    shapes = [
        fig.text(8, top + 14, title),
        fig.text(8, top + 55, "Training"),
        fig.text(8, top + 105, "Test"),
        fig.line((80, top + 75), (392, top + 75), "hb-axis"),
    ]
    for question in "ABCD":
        first, second = (place((question, copy), tested, top) for copy in (1, 2))
        parted = first[1] != second[1]
        shapes.append(fig.line(first, second, "hb-line-4 hb-dash-2" if parted else "hb-grid"))
    for row in ROWS:
        x, y = place(row, tested, top)
        mark, classes = (fig.diamond, "hb-mark-2") if row in tested else (fig.circle, "hb-mark-1")
        shapes.append(mark((x, y), classes, 8))
        below = y + 23 if row in tested else y - 13
        shapes.append(fig.text(x, below, f"{row[0]}{row[1]}", "hb-small", "middle"))
    return shapes


def splits_figure() -> str:
    """The same eight rows, split by row and split by question."""
    words = {True: "test", False: "training"}
    rows = [
        [
            f"{question}{copy}",
            words[(question, copy) in BY_ROW],
            words[(question, copy) in BY_QUESTION],
        ]
        for question, copy in ROWS
    ]
    by_row, by_question = (float(accuracy(known(split))) for split in (BY_ROW, BY_QUESTION))
    return fig.figure(
        "twins-splits",
        alt="Two splits of the same four questions with two rows each into training and test.",
        desc="Split by row, questions A and C have one row above the border and one below it; "
        "split by question, no dashed line crosses the border.",
        height=274,
        shapes=[
            *panel(f"Split by row: expected accuracy {by_row:.2f}", BY_ROW, 0),
            *panel(f"Split by question: expected accuracy {by_question:.2f}", BY_QUESTION, 146),
        ],
        caption="Where a dashed line crosses the border, the test asks what the model has seen.",
        data=fig.table(["Row", "Split by row", "Split by question"], rows),
    )

"""The numbers of a filter that slides over a picture."""

import numpy as np
import pytest

from examples import edge_filter as example


def test_answer() -> None:
    """In the first window three times 2 is added and three times 8 subtracted."""
    assert example.answer(example.SCRATCH, example.LEFT_TO_RIGHT, 0, 0) == 3 * (2 - 8) == -18


@pytest.mark.parametrize("picture", [example.SCRATCH, example.DUSK, example.SHADE])
@pytest.mark.parametrize("weights", [example.LEFT_TO_RIGHT, example.TOP_TO_BOTTOM])
def test_slide(picture: example.Grid, weights: example.Grid) -> None:
    """NumPy finds the same answers in its own windows."""
    windows = np.lib.stride_tricks.sliding_window_view(np.array(picture), (3, 3))
    found = (windows * np.array(weights)).sum(axis=(2, 3))
    assert found.tolist() == example.slide(picture, weights)


def test_turned_filter() -> None:
    """The filter for edges that lie down finds nothing at a scratch that stands."""
    assert example.TOP_TO_BOTTOM == ((-1, -1, -1), (0, 0, 0), (1, 1, 1))
    assert example.slide(example.SCRATCH, example.TOP_TO_BOTTOM) == [[0, 0, 0]] * 3


def test_edges() -> None:
    """The alarm of full light counts a shadow, and nothing at dusk."""
    counts = [example.edges(one) for one in (example.SCRATCH, example.SHADE, example.DUSK)]
    assert counts == [6, 6, 0]


def test_patches() -> None:
    """Fourteen by fourteen patches; a side of twice the length has four times as many."""
    assert example.patches(224) == 14**2
    assert example.patches(448) == 4 * example.patches(224)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "row": "−18, 0, 18",
        "turned_row": "0, 0, 0",
        "places": "9",
        "weights": "9",
        "weights_if_all_meet": "225",
        "alarm": "15",
        "edges": "6",
        "dusk_edges": "0",
        "shade_edges": "6",
        "try_shade_row": "0, −18, −18",
        "patches": "196",
        "patches_doubled": "784",
        "comparisons_doubled": "16",
    }


def test_figures() -> None:
    """Three grids of 25, nine and nine numbers, and two outlines."""
    html = example.figures()["filter_figure"]
    assert html.count("<rect") == 25 + 9 + 9 + 2

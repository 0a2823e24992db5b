"""People that columns single out, by comparing each with each."""

from itertools import combinations

import pytest

from examples import reidentification as example


@pytest.mark.parametrize("size", [1, 2, 3])
def test_each_with_each(size: int) -> None:
    """Somebody is singled out when no other row agrees with theirs in the chosen columns."""
    for columns in combinations(range(3), size):
        alone = sum(
            not any(
                other != place and all(row[c] == example.PEOPLE[other][c] for c in columns)
                for other in range(len(example.PEOPLE))
            )
            for place, row in enumerate(example.PEOPLE)
        )
        assert example.singled_out(tuple(example.COLUMNS[c] for c in columns)) == alone


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "people": "8",
        "by_age": "0",
        "by_district": "0",
        "by_job": "0",
        "by_age_district": "0",
        "by_age_job": "2",
        "by_district_job": "2",
        "by_age_district_job": "4",
    }


def test_figures() -> None:
    """There is a bar for each of the seven choices, and the caption says half."""
    html = example.figures()["columns_figure"]
    assert html.count("<rect") == 7
    assert "half of the people" in html

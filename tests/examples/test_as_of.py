"""What a source knew on the day of the prediction."""

import pytest

from examples import as_of as example


def test_inputs() -> None:
    """Half of the ten orders came late, and five complaints were written."""
    assert sum(order.late for order in example.ORDERS) == 5
    days = [order.complaint for order in example.ORDERS if order.complaint is not None]
    assert days == [6, 7, 2, 9, 3]


@pytest.mark.parametrize(("day", "flagged"), [(1, []), (4, [3, 7]), (10, [1, 2, 3, 4, 7])])
def test_known(day: int, flagged: list[int]) -> None:
    """A complaint is known from its own day on."""
    found = [n for n, order in enumerate(example.ORDERS, 1) if example.known(order, day)]
    assert found == flagged


def test_right_by_hand() -> None:
    """On day 4 one flag is right and four orders without one; today four and four."""
    assert example.right(example.ORDERS, 4) == 1 + 4
    assert example.right(example.ORDERS, 10) == 4 + 4


def test_label_cost() -> None:
    """Sixty rows, labelled once in a minute each, take an hour."""
    assert example.label_cost(60, 1, 1, 25) == pytest.approx(25)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "promised": "5",
        "asked": "4",
        "orders": "10",
        "right_today": "8",
        "right_asked": "5",
        "right_too_late": "7",
        "right_guess": "5",
        "label_cost": "1,500",
        "label_cost_tenth": "825",
    }


def test_figures() -> None:
    """Each complaint has its mark, of the kind of its order."""
    html = example.figures()["days_figure"]
    assert html.count('class="hb-mark-2"') == 4
    assert html.count('class="hb-mark-1"') == 1
    assert "get 8 of ten" in html

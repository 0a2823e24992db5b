"""Clicks that make clicks, by hand over ten days."""

from examples import feedback_loop as example
from examples.feedback_loop import Item, totals


def test_equal_items() -> None:
    """The item with one click more gets 10 a day, the other 5: 1 + 100 and 50."""
    found = totals(Item(1), Item(0))
    assert found[:3] == [(1, 0), (11, 5), (21, 10)]
    assert found[-1] == (101, 50)


def test_the_other_way_round() -> None:
    """Had the other item had the early click, it would have won."""
    assert totals(Item(0), Item(1))[-1] == (50, 101)


def test_turns() -> None:
    """On two of ten days the better item stands first: 8×6 + 2×12 against 1 + 8×10 + 2×5."""
    better = Item(0, example.BETTER_FIRST, example.BETTER_SECOND)
    assert totals(Item(1), better, example.TURNS)[-1] == (91, 72)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "after_1": "11 and 5",
        "a": "101",
        "b": "50",
        "better_a": "101",
        "better_b": "60",
        "turns_a": "91",
        "turns_b": "72",
        "days_first": "2",
    }


def test_figures() -> None:
    """Two lines run from the day before the first to the tenth."""
    html = example.figures()["clicks_figure"]
    assert html.count("<path") == 2
    assert '<th scope="row">10</th><td>101</td><td>50</td>' in html

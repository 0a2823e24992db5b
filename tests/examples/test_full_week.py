"""The hours of a week, and the wait that a nearly full one makes."""

import pytest

from examples import full_week as example


def test_inputs() -> None:
    """The page prints these hours, and three tasks of three hours a week."""
    assert list(example.WEEK.values()) == [12, 10, 6, 12]
    assert (example.TASKS, example.TASK) == (3, 3)


def test_every_week_has_forty_hours() -> None:
    """A change moves hours; it makes none."""
    assert {sum(week.values()) for week in example.WEEKS.values()} == {40}


@pytest.mark.parametrize(
    ("focus", "weeks"), [(12, 1), (10, 3), (16, 3 / 7), (21, 0.25), (25, 3 / 16)]
)
def test_mean_time_by_hand(focus: float, weeks: float) -> None:
    """12 / 3 - 3 = 1 and 10 / 3 - 3 = 1/3, whose inverses are 1 and 3 weeks, and so on."""
    assert example.mean_time(focus) == pytest.approx(weeks)


@pytest.mark.parametrize("focus", [9, 8, 0])
def test_no_room(focus: float) -> None:
    """Nine hours or less never catch up with nine hours of tasks a week."""
    assert example.mean_time(focus) == float("inf")


@pytest.mark.parametrize("focus", [10, 12, 25])
def test_agrees_with_little(focus: float) -> None:
    """Tasks present are busy over idle share, and by Little's law arrivals times mean time."""
    busy = example.TASKS * example.TASK / focus
    assert example.TASKS * example.mean_time(focus) == pytest.approx(busy / (1 - busy))


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "focus_fuller": "10",
        "busy_fuller": "90",
        "time_fuller": "3",
        "try_16": "0.75",
        "focus_today": "12",
        "time_today": "1",
        "busy_today": "75",
        "focus_you": "16",
        "time_you": "0.43",
        "busy_you": "56",
        "focus_team": "21",
        "time_team": "0.25",
        "busy_team": "43",
        "focus_both": "25",
        "time_both": "0.19",
        "busy_both": "36",
        "freed_you": "4",
        "freed_team": "9",
        "share_of_team": "69",
    }


def test_figures() -> None:
    """Four bars of four parts and their key; five marks on the curve; and what both show."""
    figures = example.figures()
    assert figures["week_figure"].count("<rect") == 4 * 4 + 4
    assert "frees 4 hours for focused work, and the team's 9" in figures["week_figure"].replace(
        "&#x27;", "'"
    )
    assert figures["time_figure"].count("<circle") == 5
    assert "make each task 3 times as late" in figures["time_figure"]

"""False rings, what a ring is worth, and the labels that a fall of accuracy takes."""

import pytest

from examples import alarms as example


def test_inputs() -> None:
    """Twenty monitors look once a day; 2 % of the days have a fault, and 90 % of those ring."""
    assert (example.MONITORS, example.FAULTY, example.SEEN) == (20, 0.02, 0.9)


def test_noisy_day_by_hand() -> None:
    """Twenty monitors at 5 % all stay silent on 0.95^20 = 36 % of the quiet days."""
    assert example.noisy_day(0.05) == pytest.approx(1 - 0.3585, abs=5e-5)
    assert example.noisy_day(0.05, 1) == pytest.approx(0.05)
    assert example.false_rings(0.05) == pytest.approx(1)


def test_true_share_by_counting() -> None:
    """Of 10,000 days 200 have a fault and 180 ring; at 5 % so do 6,287 of the 9,800 others."""
    quiet_and_noisy = 9_800 * example.noisy_day(0.05)
    assert quiet_and_noisy == pytest.approx(6_287, abs=0.5)
    assert example.true_share(0.05) == pytest.approx(180 / (180 + quiet_and_noisy))


@pytest.mark.parametrize(("fall", "labels"), [(0.05, 253), (0.03, 670), (0.01, 5_728)])
def test_labels_keep_the_promise(fall: float, labels: int) -> None:
    """With so many labels, 80 % of the samples after the fall lie below the 5 % limit."""
    assert example.labels_for(fall) == labels
    limit = 0.9 - 1.6449 * (0.9 * 0.1 / labels) ** 0.5
    after = 0.9 - fall
    error = (after * (1 - after) / labels) ** 0.5
    assert (limit - after) / error == pytest.approx(0.8416, abs=0.005)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "monitors": "20",
        "rings_50": "30",
        "noisy_50": "64",
        "true_50": "3",
        "rings_10": "6",
        "noisy_10": "18",
        "true_10": "9",
        "rings_1": "0.6",
        "noisy_1": "2",
        "true_1": "48",
        "labels_5": "253",
        "hours_5": "8",
        "labels_3": "670",
        "hours_3": "22",
        "labels_1": "5,728",
        "hours_1": "191",
        "try_noisy": "23",
        "try_true": "8",
    }


def test_figures() -> None:
    """The figure has a curve for each level, and marks the twenty monitors."""
    html = example.figures()["noise_figure"]
    assert html.count("<path") == 3
    assert html.count("<circle") == 1
    assert "64 of 100 quiet days" in html

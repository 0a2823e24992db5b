"""What the two losses charge the four forecasters."""

from math import log

import pytest

from examples import forecasts as example


def test_inputs() -> None:
    """Three of the four events happened, as the page says."""
    assert (example.RIGHT, example.ASKED) == (3, 4)
    assert example.FORECASTERS == {"coin": 0.5, "honest": 0.75, "bold": 0.9, "certain": 0.99}


@pytest.mark.parametrize(
    ("probability", "log_loss", "squared_error"),
    [
        (0.5, log(2), 0.25),
        (0.75, -(3 * log(0.75) + log(0.25)) / 4, 0.1875),
        (0.9, -(3 * log(0.9) + log(0.1)) / 4, 0.21),
        (0.99, -(3 * log(0.99) + log(0.01)) / 4, 0.2451),
    ],
)
def test_charged(probability: float, log_loss: float, squared_error: float) -> None:
    """Each mean counts what was given to what happened three times and once."""
    assert example.charged(probability) == pytest.approx((log_loss, squared_error))


@pytest.mark.parametrize(
    ("probability", "log_loss", "squared_error"),
    [(0.9, 0.105, 0.01), (0.5, 0.693, 0.25), (0.1, 2.303, 0.81), (0.01, 4.605, 0.9801)],
)
def test_event(probability: float, log_loss: float, squared_error: float) -> None:
    """A certain miss costs 4.605 by log loss, and less than 1 by squared error."""
    assert example.event(probability) == pytest.approx((log_loss, squared_error), abs=5e-4)


@pytest.mark.parametrize("loss", [0, 1])
def test_both_losses_reward_the_share_that_happened(loss: int) -> None:
    """Of all probabilities in hundredths, 0.75 costs least by either loss."""
    assert min(range(1, 100), key=lambda step: example.charged(step / 100)[loss]) == 75


def test_the_losses_disagree_on_the_certain_one() -> None:
    """Against a coin 0.99 is worse by log loss and better by squared error."""
    certain, coin = example.charged(0.99), example.charged(0.5)
    assert certain[0] > coin[0]
    assert certain[1] < coin[1]


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "log_coin": "0.693",
        "squared_coin": "0.250",
        "log_honest": "0.562",
        "squared_honest": "0.188",
        "log_bold": "0.655",
        "squared_bold": "0.210",
        "log_certain": "1.159",
        "squared_certain": "0.245",
        "log_99": "0.010",
        "share_of_miss": "99\N{NO-BREAK SPACE}%",
    }


def test_figures() -> None:
    """The figure marks four probabilities on each of two curves, and both in the legend."""
    html = example.figures()["loss_figure"]
    assert html.count("<circle") == html.count("<rect") == 4 + 1

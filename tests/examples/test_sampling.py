"""Temperature and nucleus, by hand on three tokens."""

from math import isclose

import pytest

from examples import sampling as example


def test_low_temperature() -> None:
    """At T = 1/2 shares are squared: 36, 9 and 1 of 46."""
    assert list(example.at_temperature(0.5).values()) == pytest.approx([36 / 46, 9 / 46, 1 / 46])


@pytest.mark.parametrize("temperature", [0.25, 0.5, 1, 2, 10])
def test_order_stays(temperature: float) -> None:
    """Shares sum to one, and the likeliest token stays the likeliest."""
    shares = list(example.at_temperature(temperature).values())
    assert isclose(sum(shares), 1)
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize(
    ("limit", "kept"), [(0.5, ["14"]), (0.9, ["14", "30"]), (0.95, ["14", "30", "7"])]
)
def test_nucleus(limit: float, kept: list[str]) -> None:
    """The likeliest tokens stay until they reach the limit, and share all of it."""
    found = example.nucleus(limit)
    assert list(found) == kept
    assert isclose(sum(found.values()), 1)


def test_same_twice() -> None:
    """At T = 1: 0.36 + 0.09 + 0.01."""
    assert isclose(example.same_twice(example.at_temperature(1)), 0.46)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "nucleus_14": "0.667",
        "nucleus_30": "0.333",
        "t0_5_14": "0.783",
        "t0_5_30": "0.196",
        "t0_5_7": "0.022",
        "same_0_5": "0.65",
        "t1_14": "0.600",
        "t1_30": "0.300",
        "t1_7": "0.100",
        "same_1": "0.46",
        "t2_14": "0.473",
        "t2_30": "0.334",
        "t2_7": "0.193",
        "same_2": "0.37",
        "try_t0_25_14": "0.940",
        "try_same_0_25": "0.89",
    }


def test_figures() -> None:
    """Three bars at each of three temperatures."""
    assert example.figures()["temperature_figure"].count("<rect") == 9

"""The latency and the throughput of batches, against a simulation of every request."""

from statistics import mean

import pytest

from examples import batching as example


def simulated(size: int, batches: int) -> list[float]:
    """Latencies, request by request, of a worker that waits for full batches, at one in 10 ms."""
    latencies, free = [], 0.0
    for batch in range(batches):
        arrivals = [10.0 * (batch * size + place) for place in range(size)]
        free = max(free, arrivals[-1]) + example.computing(size)
        latencies += [free - arrival for arrival in arrivals]
    return latencies


def test_inputs() -> None:
    """A batch takes 40 ms and 2 ms for each request, and 100 requests come a second."""
    assert (example.FIXED, example.EACH, example.RATE) == (40, 2, 100)


@pytest.mark.parametrize("size", [5, 8, 16, 32])
def test_latency(size: int) -> None:
    """Where the worker keeps up, the formula gives the mean of the simulated requests."""
    assert example.keeps_up(size)
    assert mean(simulated(size, 1_000)) == pytest.approx(example.latency(size))


@pytest.mark.parametrize("size", [1, 2, 4])
def test_falls_behind(size: int) -> None:
    """Where it does not, the last of 1,000 batches waits far longer than the first."""
    assert not example.keeps_up(size)
    latencies = simulated(size, 1_000)
    assert latencies[-1] > latencies[0] + 5_000


def test_little() -> None:
    """Counted at each moment of the simulation, 9.1 requests are in flight, as by Little's law."""
    spans = [(10.0 * place, 10.0 * place + ms) for place, ms in enumerate(simulated(8, 50))]
    moments = range(2_000, 2_800)
    counted = [sum(start <= moment < end for start, end in spans) for moment in moments]
    assert mean(counted) == pytest.approx(9.1)


@pytest.mark.parametrize(("rate", "size"), [(100, 5), (200, 40 / 3), (400, 80)])
def test_settled(rate: int, size: float) -> None:
    """While a settled batch is computed, as many requests come as the next one takes."""
    assert example.settled(rate) == pytest.approx(size)
    taken = example.FIXED + example.EACH * example.settled(rate)
    assert rate * taken / 1000 == pytest.approx(size)


def test_results() -> None:
    """The page prints these strings; a size that falls behind has no latency."""
    assert example.results() == {
        "limit": "500",
        "in_flight_8": "9.1",
        "settled_100": "5",
        "settled_400": "80",
        "settled_400_ms": "200",
        "throughput_1": "24",
        "throughput_2": "45",
        "throughput_4": "83",
        "throughput_5": "100",
        "latency_5": "70",
        "throughput_8": "143",
        "latency_8": "91",
        "throughput_16": "222",
        "latency_16": "147",
        "throughput_32": "308",
        "latency_32": "259",
    }


def test_figures() -> None:
    """The figure has two bars for each of four sizes, and three sizes that fall behind."""
    html = example.figures()["sizes_figure"]
    assert html.count("<rect") == 2 * 4 + 2
    assert html.count("falls behind") == 3
    assert "a batch of 5 is the smallest that keeps up" in html

"""The pace of requests."""

import asyncio
import time

from handbook.links.pace import Pace


def test_spacing() -> None:
    """Requests to one host are spaced, and no host waits for another."""

    async def turns() -> dict[str, list[float]]:
        pace, start = Pace(0.1), time.monotonic()
        times: dict[str, list[float]] = {"a": [], "b": [], "c": []}

        async def turn(host: str) -> None:
            await pace.turn(host)
            times[host].append(time.monotonic() - start)

        await asyncio.gather(*(turn(host) for host in "aaaabbbc"))
        return times

    times = asyncio.run(turns())
    for host, seconds in times.items():
        assert all(s >= 0.1 * n for n, s in enumerate(seconds)), host
    assert max(times["c"]) < 0.1
    assert max(times["b"]) < max(times["a"])


def test_slow() -> None:
    """A site that asks for more time gets it, within bounds."""
    pace = Pace(0.1)
    pace.slow("a", 0.05)
    pace.slow("b", 3_600)
    asyncio.run(pace.turn("a"))
    asyncio.run(pace.turn("b"))
    assert 0.09 < pace.free["a"] - time.monotonic() <= 0.1
    assert 9 < pace.free["b"] - time.monotonic() <= 10

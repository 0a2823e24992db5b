"""Pace: how long to wait before the next request to a host; hosts never wait for each other."""

import asyncio
import time
from dataclasses import dataclass, field

# Four requests a second.
SECONDS = 0.25
MAX_SECONDS = 10.0


@dataclass
class Pace:
    """Gives out the moments at which each host may be asked."""

    seconds: float = SECONDS
    slower: dict[str, float] = field(default_factory=dict)
    free: dict[str, float] = field(default_factory=dict)

    async def turn(self, host: str) -> None:
        """Wait until it is this request's turn."""
        now = time.monotonic()
        at = max(now, self.free.get(host, 0.0))
        self.free[host] = at + max(self.seconds, self.slower.get(host, 0.0))
        if at > now:
            await asyncio.sleep(at - now)

    def slow(self, host: str, seconds: float) -> None:
        """Leave more time between requests to a host, as its robots.txt asks."""
        self.slower[host] = min(seconds, MAX_SECONDS)

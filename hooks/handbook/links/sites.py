"""What is learnt about a site once in a run: its robots.txt, and what it answers to nonsense."""

import asyncio
from dataclasses import dataclass, field

from handbook.links.address import Address, made_up, made_up_query, read
from handbook.links.client import Client
from handbook.links.observation import UNANSWERED, Observation
from handbook.links.robots import Robots, parse
from handbook.links.soft import says_nothing
from handbook.links.verdict import HERE

FAULTS = range(500, 600)


@dataclass
class Sites:
    """Asks once for all addresses that need to know."""

    client: Client
    robots: dict[str, asyncio.Task[Robots]] = field(default_factory=dict)
    answers: dict[str, asyncio.Task[Observation]] = field(default_factory=dict)

    def tasks(self) -> list[asyncio.Task[Robots] | asyncio.Task[Observation]]:
        """Return what is under way, to be ended with the run."""
        return [*self.robots.values(), *self.answers.values()]

    async def beside(self, address: Address, seen: Observation) -> Observation:
        """Return what a made-up address next to one leads to."""
        by_query = "?" in address.target and seen.page and says_nothing(seen.page)
        other = made_up_query(address) if by_query else made_up(address)
        if other.asked not in self.answers:
            asking = self.client.look(other, may=self.may)
            self.answers[other.asked] = asyncio.create_task(asking)
        return await asyncio.shield(self.answers[other.asked])

    async def may(self, address: Address) -> str:
        """Say why an address may not be asked for, or nothing."""
        if address.site not in self.robots:
            self.robots[address.site] = asyncio.create_task(self._robots(address))
        robots = await asyncio.shield(self.robots[address.site])
        if robots.unread:
            return f"its site's robots.txt can't be read: {robots.unread}"
        return "" if robots.allows(address.target) else "its site's robots.txt asks not to"

    async def _robots(self, address: Address) -> Robots:
        """Return what a site asks for; one that can't say forbids all (RFC 9309, 2.3.1.4)."""
        seen = await self.client.look(read(f"{address.site}/robots.txt"), as_text=True)
        if seen.failure == UNANSWERED:
            return Robots(unread=seen.said)
        if seen.status in FAULTS:
            return Robots(unread=f"it answers {seen.status}")
        robots = parse(seen.text) if seen.status in HERE else Robots()
        self.client.pace.slow(address.host, robots.delay)
        return robots

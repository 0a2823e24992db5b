"""A survey: asks for addresses, twice where once proves little, and gives a verdict on each."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace

from handbook.links import fragment
from handbook.links.address import Address, AddressError, UserError, made_up, made_up_query, read
from handbook.links.client import Budget, Client
from handbook.links.observation import REFUSED, UNANSWERED, Observation
from handbook.links.robots import Robots, parse
from handbook.links.soft import says_nothing
from handbook.links.verdict import CANT_TELL, DEAD, HERE, Verdict, judge, wants_beside

# Before a second look, where a server does not say for how long; and the longest that is waited.
PAUSE = 2.0
MAX_PAUSE = 10.0
# Of asking, to look again.
ENOUGH_SECONDS = 0.5
BUSY = {429, 503}
FAULTS = range(500, 600)


@dataclass(frozen=True)
class Result:
    """The verdict on an address as written, and what it was judged by."""

    written: str
    verdict: Verdict
    seen: Observation | None = None


@dataclass
class Survey:
    """Keeps for one run what it has learnt about each site."""

    client: Client
    pause: float = PAUSE
    robots: dict[str, asyncio.Task[Robots]] = field(default_factory=dict)
    beside: dict[str, asyncio.Task[Observation]] = field(default_factory=dict)

    async def results(self, written: Iterable[str]) -> AsyncIterator[Result]:
        """Yield a result for each address, as soon as it is there."""
        groups: dict[str, dict[str, Address]] = {}
        for text in dict.fromkeys(written):
            try:
                address = read(text)
            except AddressError as error:
                kind = CANT_TELL if isinstance(error, UserError) else DEAD
                yield Result(text, Verdict(kind, f"it {error}"))
            else:
                groups.setdefault(address.asked, {})[text] = address
        tasks = [asyncio.create_task(self._of(group)) for group in groups.values()]
        try:
            for done in asyncio.as_completed(tasks):
                for result in await done:
                    yield result
        finally:
            for task in (*tasks, *self.robots.values(), *self.beside.values()):
                task.cancel()

    async def _of(self, group: dict[str, Address]) -> list[Result]:
        """Return the results for addresses that differ in their fragments alone."""
        budget = Budget(self.client.seconds)
        results = await self._look(group, budget)
        pause = self._pause(results)
        if pause is None:
            return results
        await asyncio.sleep(pause)
        if budget.left < ENOUGH_SECONDS:
            return [_seen_once(result) for result in results]
        again = await self._look(group, budget)
        return [_of_two(was, now) for was, now in zip(results, again, strict=True)]

    async def _look(self, group: dict[str, Address], budget: Budget) -> list[Result]:
        address = next(iter(group.values()))
        wanted = frozenset[str]().union(
            *(fragment.identifiers(one.fragment) for one in group.values())
        )
        seen = await self.client.look(address, wanted, budget=budget, may=self._may)
        beside = await self._beside(address, seen) if wants_beside(address, seen) else None
        return [
            Result(written, judge(one, _for(one, address, seen), beside), seen)
            for written, one in group.items()
        ]

    def _pause(self, results: list[Result]) -> float | None:
        """Return how long to wait before a second look, or None when it would prove nothing."""
        for result in results:
            seen = result.seen
            if seen and seen.status in BUSY and seen.retry_after is not None:
                return seen.retry_after if seen.retry_after <= MAX_PAUSE else None
            if result.verdict.kind == DEAD or (seen and _may_pass(seen)):
                return self.pause
        return None

    async def _beside(self, address: Address, seen: Observation) -> Observation:
        by_query = "?" in address.target and seen.page and says_nothing(seen.page)
        other = made_up_query(address) if by_query else made_up(address)
        if other.asked not in self.beside:
            asking = self.client.look(other, may=self._may)
            self.beside[other.asked] = asyncio.create_task(asking)
        return await asyncio.shield(self.beside[other.asked])

    async def _may(self, address: Address) -> str:
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


def _seen_once(result: Result) -> Result:
    if result.verdict.kind != DEAD:
        return result
    verdict = Verdict(CANT_TELL, f"{result.verdict.reason}, but was asked once alone")
    return replace(result, verdict=verdict)


def _of_two(was: Result, now: Result) -> Result:
    """Return the later result, but call nothing dead that was not seen dead twice."""
    if now.verdict.kind == DEAD and was.verdict.kind != DEAD:
        return was
    return now


def _for(one: Address, asked: Address, seen: Observation) -> Observation:
    """Return what was seen with the fragment that belongs to one of several addresses."""
    if seen.last.fragment != asked.fragment or one is asked:
        return seen
    return replace(seen, last=replace(seen.last, fragment=one.fragment))


def _may_pass(seen: Observation) -> bool:
    return seen.failure in {UNANSWERED, REFUSED} or seen.status in FAULTS or seen.status in BUSY

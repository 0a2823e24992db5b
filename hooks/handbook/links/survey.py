"""A survey: asks for addresses, twice where once proves little, and gives a verdict on each."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from operator import itemgetter

from handbook.links import fragment
from handbook.links.address import Address, AddressError, UserError, read
from handbook.links.client import Budget, Client
from handbook.links.observation import REFUSED, UNANSWERED, Observation
from handbook.links.sites import FAULTS, Sites
from handbook.links.verdict import CANT_TELL, DEAD, Verdict, judge, wants_beside

# Before a second look, where a server does not say for how long; and the longest that is waited.
PAUSE = 2.0
MAX_PAUSE = 10.0
# Of asking, to look again.
ENOUGH_SECONDS = 0.5
# How many are under way for each that may be asked at once: most wait for their host's turn.
GROUPS = 4
BUSY = {429, 503}
# Addresses as written that differ in their fragments alone.
Group = dict[str, Address]


@dataclass(frozen=True)
class Result:
    """The verdict on an address as written, and what it was judged by."""

    written: str
    verdict: Verdict
    seen: Observation | None = None


@dataclass
class Survey:
    """Gives verdicts; `pause` is how many seconds pass before a second look."""

    client: Client
    pause: float = PAUSE

    def __post_init__(self) -> None:
        self.sites = Sites(self.client)

    async def results(self, written: Iterable[str]) -> AsyncIterator[Result]:
        """Yield a result for each address, as soon as it is there."""
        groups: dict[str, Group] = {}
        for text in dict.fromkeys(written):
            try:
                address = read(text)
            except AddressError as error:
                kind = CANT_TELL if isinstance(error, UserError) else DEAD
                yield Result(text, Verdict(kind, f"it {error}"))
            else:
                groups.setdefault(address.asked, {})[text] = address
        room = asyncio.Semaphore(GROUPS * self.client.at_once)
        tasks = [asyncio.create_task(self._in(room, group)) for group in _in_turns(groups.values())]
        try:
            for done in asyncio.as_completed(tasks):
                for result in await done:
                    yield result
        finally:
            for task in (*tasks, *self.sites.tasks()):
                task.cancel()

    async def _in(self, room: asyncio.Semaphore, group: Group) -> list[Result]:
        # Not all at once, or all would be half done when a run is stopped.
        async with room:
            return await self._of(group)

    async def _of(self, group: Group) -> list[Result]:
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

    async def _look(self, group: Group, budget: Budget) -> list[Result]:
        address = next(iter(group.values()))
        wanted = frozenset[str]().union(
            *(fragment.identifiers(one.fragment) for one in group.values())
        )
        seen = await self.client.look(address, wanted, budget=budget, may=self.sites.may)
        beside = await self.sites.beside(address, seen) if wants_beside(address, seen) else None
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


def _in_turns(groups: Iterable[Group]) -> list[Group]:
    """Return one group of each host, then a second of each, and so on."""
    hosts: Counter[str] = Counter()
    turns: list[tuple[int, int, Group]] = []
    for group in groups:
        host = next(iter(group.values())).host
        turns.append((hosts[host], len(turns), group))
        hosts[host] += 1
    return [group for _, _, group in sorted(turns, key=itemgetter(0, 1))]


def _for(one: Address, asked: Address, seen: Observation) -> Observation:
    """Return what was seen with the fragment that belongs to one of several addresses."""
    if seen.last.fragment != asked.fragment or one is asked:
        return seen
    return replace(seen, last=replace(seen.last, fragment=one.fragment))


def _may_pass(seen: Observation) -> bool:
    return seen.failure in {UNANSWERED, REFUSED} or seen.status in FAULTS or seen.status in BUSY

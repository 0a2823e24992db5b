"""A check-up: asks for what is due, and keeps the record as it goes: a stop loses nothing."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from handbook.links.address import read
from handbook.links.archive import Archive
from handbook.links.client import Client
from handbook.links.memory import remembered
from handbook.links.record import Record
from handbook.links.survey import PAUSE, Result, Survey
from handbook.links.verdict import DEAD
from handbook.problem import UnusableError

# Asked for when nothing else has answered, to tell a dead link from a machine without a network.
WITNESS = "https://archive.org/"
NO_NETWORK = "No address could be reached, nor archive.org: is this machine on the network?"


def _nothing(_: object) -> None:
    """Do nothing."""


@dataclass
class Checkup:
    """What a check-up asks with, and to whom it tells what it has found."""

    client: Client
    archive: Archive = field(default_factory=Archive)
    witness: str = WITNESS
    pause: float = PAUSE
    seconds_between_writes: float = 1.0
    keep: Callable[[Record], None] = _nothing
    tell: Callable[[Result], None] = _nothing

    async def run(self, addresses: Iterable[str], record: Record, today: date) -> Record:
        """Return the record after a look at some addresses; `UnusableError` without a network."""
        record, written, answered = dict(record), time.monotonic(), False
        survey = Survey(self.client, self.pause)
        async for result in survey.results(addresses):
            answered = answered or bool(result.seen and result.seen.status)
            was = record.get(result.written)
            entry = remembered(result, was, today)
            if entry.verdict == DEAD and not entry.archived:
                copy = await self.archive.copy(self.client, result.written)
                entry = replace(entry, archived=copy)
            record[result.written] = entry
            self.tell(result)
            if answered and time.monotonic() - written > self.seconds_between_writes:
                self.keep(record)
                written = time.monotonic()
        if not answered and not (await self.client.look(read(self.witness))).status:
            raise UnusableError(NO_NETWORK)
        self.keep(record)
        return record

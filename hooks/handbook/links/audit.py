"""An audit: the external addresses of a handbook, what is due of them, and what comes of it."""

import asyncio
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from handbook.book import Book, load
from handbook.links import findings, inventory, record, schedule
from handbook.links.checkup import Checkup
from handbook.links.client import Client
from handbook.links.inventory import Inventory
from handbook.links.moves import moves
from handbook.links.progress import Progress
from handbook.links.record import Record
from handbook.problem import Problem, UnusableError
from handbook.references.dates import today

SHARD = re.compile(r"(?P<number>[1-9]\d{0,3})/(?P<of>[1-9]\d{0,3})", re.ASCII)
Ready = Callable[[], Checkup]


@dataclass(frozen=True)
class Audit:
    """What was found; `said` is for people who read along, and `fixed` what was written anew."""

    problems: tuple[Problem, ...]
    said: tuple[str, ...]
    fixed: tuple[str, ...] = ()


def ready() -> Checkup:
    """Return what a check-up of the real web asks with."""
    return Checkup(Client())


def of_all(book: Book, shard: str = "", *, fix: bool = False, ready: Ready = ready) -> Audit:
    """Ask for all addresses that are due, and keep the record; of a shard only its own."""
    path, everything = book.settings.links, inventory.inventory(book)
    known, damaged = _known(path)
    found = _part(everything, shard)
    due = schedule.chosen(found, known, today())

    def keep(now: Record) -> None:
        record.write(path, {url: entry for url, entry in now.items() if url in everything})

    known = _asked(due, known, ready, keep)
    return _told(book, found, known, len(due), damaged, fix=fix)


def of_new(book: Book, revision: str, *, ready: Ready = ready) -> Audit:
    """Ask for the addresses alone that a handbook has not had at a git revision; keep nothing."""
    had = inventory.at(book.settings.root, revision)
    found = {url: at for url, at in inventory.inventory(book).items() if url not in had}
    known = _asked(found, {}, ready, lambda _: None)
    return Audit(
        tuple(sorted(findings.problems(found, known, at_once=True))),
        (_summary(found, known, len(found)),),
    )


def of_shards(book: Book, paths: Iterable[str], *, fix: bool = False) -> Audit:
    """Merge the records that the runs of shards have left, and ask for nothing."""
    known, damaged = _known(book.settings.links)
    known = record.merged([known, *record.read_all(paths)])
    record.write(book.settings.links, known)
    return _told(book, inventory.inventory(book), known, 0, damaged, fix=fix)


def _known(path: Path) -> tuple[Record, str]:
    """Read the record, and say what became of one that can't be trusted."""
    known, why = record.load(path)
    if not why:
        return known, ""
    return {}, f"{path.name}:1:1: it can't be read: {why}. It is now {record.set_aside(path)}."


def _part(found: Inventory, shard: str) -> Inventory:
    if not shard:
        return found
    match = SHARD.fullmatch(shard)
    if not match or int(match["number"]) > int(match["of"]):
        raise UnusableError(f"'{shard}' is no shard. Write it as 3/8, the third of eight.")
    number, of = int(match["number"]), int(match["of"])
    return {url: at for url, at in found.items() if schedule.in_shard(url, number, of)}


def _asked(
    addresses: Iterable[str], known: Record, ready: Ready, keep: Callable[[Record], None]
) -> Record:
    listed = list(addresses)

    async def asking() -> Record:
        checkup = ready()
        checkup.keep, checkup.tell = keep, Progress(sys.stderr, len(listed)).step
        try:
            return await checkup.run(listed, known, today())
        finally:
            await checkup.client.close()

    return asyncio.run(asking()) if listed else known


def _told(  # noqa: PLR0913 - what was read, asked and found
    book: Book, found: Inventory, known: Record, asked: int, damaged: str, *, fix: bool
) -> Audit:
    fixed = []
    for src_uri, data, said in moves(book.settings.docs, found, known) if fix else ():
        (book.settings.docs / src_uri).write_bytes(data)
        fixed += said
    if fixed:
        now = inventory.inventory(load(book.settings.root))
        found = {url: at for url, at in now.items() if url in found}
    return Audit(
        tuple(sorted(findings.problems(found, known, at_once=False))),
        tuple(filter(None, [damaged, _summary(found, known, asked)])),
        tuple(fixed),
    )


def _summary(found: Inventory, known: Record, asked: int) -> str:
    kinds = Counter(known[url].verdict for url in found if url in known)
    counts = [f"{kinds[kind]} {kind}" for kind in ("fine", "moved for good", "dead", "can't tell")]
    waiting = len(found) - sum(kinds.values())
    counts += [f"{waiting} not asked for yet"] * bool(waiting)
    return f"{len(found)} addresses, {asked} asked for: {', '.join(counts)}"

"""When an address is due: what was fine holds for a month, more or less by the address itself."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from handbook.links.record import Entry, Record
from handbook.links.verdict import FINE, MOVED

HOLDS, JITTER = 30, 7
OF_HOST = 10


def due(address: str, entry: Entry | None, today: date) -> date:
    """Return the day from which an address is to be asked for.

    The digest of the address spreads the days, so that a host is not asked for all on one.
    """
    if entry is None or entry.verdict not in {FINE, MOVED}:
        return date.min if entry is None else date.fromisoformat(entry.asked) + timedelta(1)
    asked = date.fromisoformat(entry.asked)
    if asked > today:  # the clock was wrong once
        return date.min
    return asked + timedelta(HOLDS - JITTER + _number(address) % (2 * JITTER + 1))


def chosen(
    addresses: Iterable[str], record: Record, today: date, *, of_host: int = OF_HOST
) -> list[str]:
    """Return the addresses to ask for today: those that have waited longest, a few of each host.

    What an interrupted run asked for on this day counts, so that the next goes on where it ended.
    """
    asked = Counter(
        host(address) for address, entry in record.items() if entry.asked == today.isoformat()
    )
    return list(_within(sorted(_waiting(addresses, record, today)), asked, of_host))


def _waiting(addresses: Iterable[str], record: Record, today: date) -> Iterator[tuple[date, str]]:
    for address in set(addresses):
        since = due(address, record.get(address), today)
        if since <= today:
            yield since, address


def _within(waiting: list[tuple[date, str]], asked: Counter[str], of_host: int) -> Iterator[str]:
    for _, address in waiting:
        if asked[host(address)] < of_host:
            asked[host(address)] += 1
            yield address


def in_shard(address: str, number: int, of: int) -> bool:
    """Tell whether an address belongs to a shard, 1 to `of`; those of a host stay together."""
    return _number(host(address)) % of == number - 1


def host(address: str) -> str:
    """Return the host of an address as written; all that have none are one."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:6], "big")

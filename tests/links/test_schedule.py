"""What is due: when, how much of a host, and in which shard."""

from collections import Counter
from datetime import date, timedelta

from handbook.links.record import Entry
from handbook.links.schedule import chosen, due, host, in_shard

TODAY = date(2026, 11, 24)
ADDRESSES = [f"https://{n % 7}.org/{n}" for n in range(200)]


def test_fine_holds_for_a_month() -> None:
    """An answer that was fine holds for 30 days, 7 more or less, evenly, and always the same."""
    entry = Entry("2026-11-24", "fine", fine="2026-11-24")
    days = [(due(address, entry, TODAY) - TODAY).days for address in ADDRESSES]
    assert (min(days), max(days)) == (23, 37)
    assert max(Counter(days).values()) < 30
    assert days == [(due(address, entry, TODAY) - TODAY).days for address in ADDRESSES]


def test_others_are_due_on_the_next_day() -> None:
    """What is new is due, what was not fine is on the next day, and what is from the future too."""
    assert due("a", None, TODAY) == date.min
    assert due("a", Entry("2026-11-24", "dead"), TODAY) == TODAY + timedelta(1)
    assert due("a", Entry("2036-11-24", "fine"), TODAY) == date.min


def test_of_a_host() -> None:
    """At most ten of a host are asked for on a day, those first that have waited longest."""
    first = chosen(ADDRESSES, {}, TODAY)
    assert set(Counter(map(host, first)).values()) == {10}
    assert first == chosen(reversed(ADDRESSES), {}, TODAY)
    record = dict.fromkeys(first, Entry("2026-11-24", "can't tell"))
    assert chosen(ADDRESSES, record, TODAY) == []
    later = chosen(ADDRESSES, record, TODAY + timedelta(1))
    assert len(later) == 70
    assert set(first).isdisjoint(later)


def test_interrupted() -> None:
    """A run that was stopped goes on with the same addresses."""
    whole = chosen(ADDRESSES, {}, TODAY)
    record = dict.fromkeys(whole[:33], Entry("2026-11-24", "fine"))
    assert sorted([*whole[:33], *chosen(ADDRESSES, record, TODAY)]) == sorted(whole)


def test_shards() -> None:
    """Each address is in one shard, and those of a host are in the same."""
    shards = [{a for a in ADDRESSES if in_shard(a, n, 3)} for n in (1, 2, 3)]
    assert sum(map(len, shards)) == len(set.union(*shards)) == 200
    assert sum(len({host(a) for a in shard}) for shard in shards) == 7


def test_host_of_what_has_none() -> None:
    """An address without a host has the empty one."""
    assert host("http://[::1") == host("http:///a") == ""

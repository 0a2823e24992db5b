"""The client: its bounds, and what it may connect to."""

import asyncio
import json
import socket
import subprocess
import sys

from conftest import ROOT
from handbook.links.address import read
from handbook.links.client import Client
from handbook.links.failure import NOT_PUBLIC
from handbook.links.observation import UNSAFE, Observation
from handbook.links.pace import Pace
from handbook.links.redirect import MAX_HOPS
from links.hostile import Answer, Hostile, Kind, Walled, kind, names, served, to

# Prints the most KiB that looking at addresses takes, and that the interpreter takes.
MEASURED = """
import asyncio, json, sys
from pathlib import Path
peak = lambda: int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
bare = peak()
from handbook.links.client import Client
from handbook.links.pace import Pace
from handbook.links.survey import Survey
async def look(addresses, ports):
    client = Client(Pace(0), frozenset(ports))
    kinds = {result.verdict.kind async for result in Survey(client, 0).results(addresses)}
    await client.close()
    return kinds
kinds = asyncio.run(look(*json.loads(sys.argv[1])))
print(json.dumps([peak() - bare, sorted(kinds)]))
"""


def memory(addresses: list[str], ports: list[int]) -> tuple[int, list[str]]:
    """Return the KiB above the interpreter that a survey takes at its peak, and its verdicts."""
    command = [sys.executable, "-c", MEASURED, json.dumps([addresses, ports])]
    done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True, check=True)
    kibibytes, kinds = json.loads(done.stdout)
    return kibibytes, kinds


def test_memory() -> None:
    """Bodies of any size take the same memory: no more than 60 MiB above the interpreter."""
    with served(8.0) as (kinds, ports):
        by_name = {kind.name: address for address, kind in kinds.items()}
        large = ("huge", "bomb", "huge-download", "60,000-nested", "id-after-2-MB", "robots-huge")
        small, verdicts = memory([by_name["plain"]], list(ports.values()))
        # The server knows no parameters, so that each is one more of its kind.
        many = [f"{by_name[name].partition('#')[0]}?{n}" for name in large for n in range(4)]
        most, more_verdicts = memory(many, list(ports.values()))
    assert (verdicts, more_verdicts[-1]) == (["fine"], "fine")
    assert most < 60 * 1024
    assert most < small + 25 * 1024


def test_hops() -> None:
    """No more than ten hops are gone, with all that they say."""
    routes = {f"/{n}": to(f"/{n + 1}") for n in range(20)}

    async def looked() -> tuple[Observation, int]:
        async with Hostile([Kind("hops", "", routes)], 2.0).serving() as hostile:
            client = Client(Pace(0), frozenset({hostile.ports["port"]}))
            seen = await client.look(read(f"http://127.1.0.1:{hostile.ports['port']}/0"))
            await client.close()
            return seen, hostile.asked.total()

    seen, requests = asyncio.run(looked())
    assert len(seen.hops) == MAX_HOPS + 1 == requests
    assert seen.said == "it leads on more than 10 times"


def test_name_that_changes() -> None:
    """A name that is public when it is looked at, and not when it is connected to, is refused."""
    answers = iter(["93.184.215.14", "127.0.0.1"])

    async def rebinding(_: str, port: int) -> list[tuple[object, ...]]:
        return await names(next(answers), port)

    async def looked() -> Observation:
        client = Client(Pace(0), names=rebinding)
        next(answers)  # what a check before the connection would have seen
        seen = await client.look(read("http://rebinding.test/"))
        await client.close()
        return seen

    seen = asyncio.run(looked())
    assert (seen.failure, seen.said) == (UNSAFE, NOT_PUBLIC)


def test_test_switch() -> None:
    """The switch for tests lets the ports of the server through, on this machine alone."""

    async def opened(host: str, port: int) -> bool:
        client = Client(loopback=frozenset({8000}))
        try:
            client._socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", (host, port))).close()
        except OSError:
            return False
        finally:
            await client.close()
        return True

    assert asyncio.run(opened("127.0.0.1", 8000))
    assert not asyncio.run(opened("127.0.0.1", 8001))
    assert not asyncio.run(opened("10.0.0.1", 8000))


def test_cookies_stay() -> None:
    """A cookie of one host is sent to no other."""

    async def status() -> int:
        other = "http://127.1.0.2:{port}/page"
        kinds = [
            kind("a", "", Answer(302, {"Location": other, "Set-Cookie": "seen=1"}, b"")),
            kind("b", "", Walled(Answer(404))),
        ]
        async with Hostile(kinds, 2.0).serving() as hostile:
            client = Client(Pace(0), frozenset({hostile.ports["port"]}))
            seen = await client.look(read(f"http://127.1.0.1:{hostile.ports['port']}/page"))
            await client.close()
            return seen.status

    assert asyncio.run(status()) == 404

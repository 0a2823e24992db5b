"""Our look at external links beside LinkChecker's and lychee's, on the same servers in one run.

The hostile server is that of the tests; the calm one has 1,000 pages on 50 hosts. Printed for each
tool: what it judged wrong, wall seconds, requests to the host most asked, and peak memory. lychee
keeps the same time between requests to a host as we do, and then its own.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.request import urlopen

from handbook.links import record
from handbook.links.pace import SECONDS as PACE
from handbook.links.verdict import CANT_TELL, DEAD, FINE, MOVED
from links.hostile import ENCRYPTED, KINDS, WORDS, Answer, Hostile, Kind, page

BIN = Path(sys.executable).parent
SECONDS = 8.0
# LinkChecker reads a download without end for ever; what it has said by then is judged.
LONGEST = 900
# lychee and LinkChecker must be sent to no machine but this one.
ELSEWHERE = ("at-", "302-inside")
LINKCHECKER = "[checking]\nmaxrequestspersecond=1000\n[output]\nstatus=0\n[AnchorCheck]\n"
Verdicts = dict[str, str]


@dataclass(frozen=True)
class Figures:
    """Wall seconds, peak MiB, and the most requests that one host got."""

    seconds: float
    mebibytes: float
    requests: int


Look = tuple[Verdicts, Figures]


def hostile() -> list[Kind]:
    """Return the kinds of behaviour that need no names of our own."""
    return [
        kind
        for kind in KINDS
        if kind not in ENCRYPTED
        and ".test" not in str(kind)
        and not kind.name.startswith(ELSEWHERE)
    ]


def calm() -> list[Kind]:
    """Return 50 hosts with 20 pages each."""
    return [
        Kind(
            f"calm-{host}",
            FINE,
            {
                f"/{n}": Answer(body=page(f"Page {n}", f"<p id=a>{n} {WORDS * 80}"))
                for n in range(20)
            },
        )
        for host in range(50)
    ]


SERVERS = {"hostile": hostile, "calm": calm}


def addresses(kinds: list[Kind], server: Hostile) -> Verdicts:
    """Return each address with the right verdict."""
    if kinds[0].name == "calm-0":
        port = server.ports["port"]
        return {f"http://127.1.0.{n + 1}:{port}/{m}": FINE for n in range(50) for m in range(20)}
    return {address: kind.verdict for address, kind in server.addresses().items()}


async def serve(name: str) -> None:
    """Serve until the standard input ends."""
    kinds = SERVERS[name]()
    async with Hostile(kinds, SECONDS).serving() as server:
        print(json.dumps([addresses(kinds, server), server.ports]), flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


@contextmanager
def served(name: str) -> Iterator[tuple[Verdicts, dict[str, int]]]:
    """Serve from another process; the values are addresses with their verdicts, and ports."""
    command = [sys.executable, "-m", "benchmarks.links", "serve", name]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin  # noqa: S101 - for mypy
        assert process.stdout  # noqa: S101
        try:
            right, ports = json.loads(process.stdout.readline())
            yield right, ports
        finally:
            process.stdin.close()
            process.kill()


def measured(command: list[str], folder: Path, base: str) -> tuple[str, Figures]:
    """Return what a command prints, and what it costs."""
    before, start, kibibytes = asked(base), time.monotonic(), 0
    with (folder / "output").open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            kibibytes = max(kibibytes, peak(process.pid))
            if time.monotonic() - start > LONGEST:
                process.kill()
            time.sleep(0.02)
    seconds, requests = time.monotonic() - start, asked(base) - before
    figures = Figures(seconds, kibibytes / 1024, max(requests.values(), default=0))
    return (folder / "output").read_text("utf-8", "replace"), figures


def peak(pid: int) -> int:
    """Return the most KiB that a process has held; what the system says at its end counts ours."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def asked(base: str) -> Counter[str]:
    """Return how many requests each host has got so far."""
    with urlopen(f"{base}asked") as answer:  # noqa: S310 - of this machine
        found: Counter[str] = Counter(json.load(answer))
    # It stands in for the archive.
    del found["127.0.0.1"]
    return found


def by_us(folder: Path, ports: dict[str, int], base: str) -> Look:
    """Return what our look costs."""
    command = [sys.executable, "-m", "benchmarks.look", str(folder), json.dumps(ports)]
    _, figures = measured(command, folder, base)
    known, _ = record.load(folder / "links.json")
    return {address: entry.verdict for address, entry in known.items()}, figures


def by_lychee(folder: Path, base: str, *options: str) -> Look:
    """Return what lychee's look costs; what it does not report is taken for fine."""
    command = [str(BIN / "lychee"), "--format=json", "--no-progress", "--verbose", *options]
    command += ["--include-fragments", str(folder / "links.html")]
    text, figures = measured(command, folder, base)
    said = json.loads(text or "{}")
    dead = [
        entry["url"]
        for name in ("error_map", "timeout_map")
        for entries in said.get(name, {}).values()
        for entry in entries
    ]
    return dict.fromkeys(dead, DEAD), figures


def by_linkchecker(folder: Path, base: str) -> Look:
    """Return what LinkChecker's look costs."""
    (folder / "linkcheckerrc").write_text(LINKCHECKER)
    command = [sys.executable, "-m", "linkcheck", "--check-extern", "--no-warnings"]
    command += ["--recursion-level=1", "--verbose", "--output=csv"]
    command += [f"--config={folder / 'linkcheckerrc'}", str(folder / "links.html")]
    text, figures = measured(command, folder, base)
    rows = [line.split(";") for line in text.splitlines() if not line.startswith("#")]
    return {row[0]: DEAD for row in rows if "False" in row}, figures


def compared(right: Verdicts, verdicts: Verdicts, figures: Figures) -> str:
    """Return one line: what was judged wrong, and what it cost."""
    wrong = Counter(_wrong(verdict, verdicts.get(url, FINE)) for url, verdict in right.items())
    names = ("dead called fine", "good called dead", "can't tell called dead")
    said = ", ".join(f"{name} {wrong[name]}" for name in names)
    cost = f"{figures.seconds:6.1f} s  {figures.requests:4} requests  {figures.mebibytes:5.0f} MiB"
    return f"{cost}  {said}"


def _wrong(right: str, verdict: str) -> str:
    if right == DEAD:
        return "dead called fine" if verdict in {FINE, MOVED} else ""
    if verdict != DEAD:
        return ""
    return "can't tell called dead" if right == CANT_TELL else "good called dead"


def compare(folder: Path, name: str) -> None:
    """Print a line for each tool on one server."""
    with served(name) as (right, ports):
        base = f"http://127.0.0.1:{ports['port']}/"
        print(f"{name}: {len(right)} addresses, {dict(Counter(right.values()))}")
        (folder / "addresses.json").write_text(json.dumps(list(right)))
        links = "".join(f'<a href="{escape(address)}">a</a>\n' for address in right)
        (folder / "links.html").write_text(f"<!doctype html><title>Links</title>{links}")
        interval = f"--host-request-interval={PACE * 1000:.0f}ms"
        looks: dict[str, Callable[[], Look]] = {
            "ours": lambda: by_us(folder, ports, base),
            "ours, again": lambda: by_us(folder, ports, base),
            "lychee": lambda: by_lychee(folder, base, interval),
            "lychee, its own pace": lambda: by_lychee(folder, base),
            "LinkChecker": lambda: by_linkchecker(folder, base),
        }
        for tool, look in looks.items():
            print(f"  {tool:20} {compared(right, *look())}", flush=True)


def main(names: list[str]) -> None:
    """Compare on the servers."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as alone:
        time.sleep(0.5)
        print(f"the interpreter alone: {peak(alone.pid) / 1024:.0f} MiB")
        alone.communicate(b"\n")
    for name in names:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            folder.chmod(0o755)  # LinkChecker, run as root, becomes another user
            compare(folder, name)


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve(sys.argv[2]))
    else:
        main(sys.argv[1:] or list(SERVERS))

"""An audit, from the pages to the record and back, on the test server."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from handbook import book
from handbook.links import audit, record
from handbook.links.audit import Audit
from handbook.links.checkup import NO_NETWORK
from handbook.links.verdict import DEAD, FINE
from handbook.problem import UnusableError
from links.hostile import Answer, Kind, served
from links.interrupted import checkup

Server = tuple[dict[str, Kind], dict[str, int]]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Addresses and ports of the server."""
    with served(8.0) as found:
        yield found


def address(server: Server, name: str) -> str:
    """Return the address of a kind."""
    return next(address for address, kind in server[0].items() if kind.name == name)


def linked(root: Path, *addresses: str) -> None:
    """Add a page of links."""
    links = "".join(f"- [link](<{address}>)\n" for address in addresses)
    (root / "docs/links.md").write_text(f"---\ntitle: Links\n---\n\n{links}", "utf-8")


def audited(root: Path, server: Server, *, fix: bool = False) -> Audit:
    """Return the audit of the pages; the bibliography of the study leads to the real web."""
    (root / "docs/references.yml").write_text("[]\n")
    for page in (root / "docs").rglob("*.md"):
        page.write_text(page.read_text("utf-8").replace("https://", "web: "), "utf-8")
    return audit.of_all(book.load(root), fix=fix, ready=lambda: checkup(server[1]))


def on(day: int, patch: pytest.MonkeyPatch) -> None:
    """Make it another day after the first of November 2026."""
    patch.setenv("SOURCE_DATE_EPOCH", str(1_793_491_200 + 86_400 * day))


def test_dead_after_three_failures(
    study: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address is dead after three failures three days apart, and has its copy by then."""
    url = address(server, "404")
    linked(study, url)
    said = []
    for day in (0, 2, 4, 7):
        on(day, monkeypatch)
        said += [str(problem) for problem in audited(study, server).problems]
    seems = (
        f"R924 The address '{url}' has failed since 2026-11-01: it answers 404. "
        "It will be asked for again."
    )
    copy = "https://web.archive.org/web/20200101000000/http://example.org/"
    is_dead = (
        f"R921 The address '{url}' is dead: it answers 404. Link to where it is now. "
        f"Or link to the copy '{copy}'."
    )
    assert said == [f"links.md:5:11: {seems}"] * 3 + [f"links.md:5:11: {is_dead}"]


def test_warm_run(study: Path, server: Server) -> None:
    """On the same day nothing is asked for again, and nothing changes."""
    linked(study, *(address(server, name) for name in ("plain", "404", "403", "301")))
    audited(study, server)
    before = (study / "links.json").read_bytes()
    found = audit.of_all(book.load(study), ready=lambda: pytest.fail("asked"))
    assert found.said == (
        "4 addresses, 0 asked for: 1 fine, 1 moved for good, 1 dead, 1 can't tell",
    )
    assert (study / "links.json").read_bytes() == before


def test_fix(study: Path, server: Server) -> None:
    """What moved for good is written anew where it stands, and nothing else."""
    url, new = address(server, "301"), address(server, "301").replace("/page", "/new")
    linked(study, url, f"{url}/more", url)
    with (study / "docs/links.md").open("a") as page:
        page.write(f"\n`{url}` and [{url}]({url} 'a')\n")
    found = audited(study, server, fix=True)
    assert [(problem.rule, problem.line) for problem in found.problems] == [("R924", 6)]
    assert found.fixed == tuple(f"links.md:{line}: wrote '{new}'" for line in (5, 7, 9))
    assert (study / "docs/links.md").read_text().splitlines()[4:] == [
        f"- [link](<{new}>)",
        f"- [link](<{url}/more>)",
        f"- [link](<{new}>)",
        "",
        f"`{url}` and [{url}]({new} 'a')",
    ]


def test_warnings(study: Path, server: Server) -> None:
    """What has moved, and what can't be judged, is told at each place, and fails nothing."""
    moved, shut = address(server, "301"), address(server, "403")
    linked(study, moved, shut, moved)
    new = moved.replace("/page", "/new")
    told = f"R922 The address '{moved}' has moved for good. Write '{new}'; --fix does."
    shut_said = (
        f"R923 The address '{shut}' can't be judged: it answers 403: "
        "it lets in neither programs nor perhaps strangers. Open it yourself."
    )
    assert [str(problem) for problem in audited(study, server).problems] == [
        f"links.md:5:11: {told}",
        f"links.md:6:11: {shut_said}",
        f"links.md:7:11: {told}",
    ]


def test_without_a_network(study: Path) -> None:
    """Where nothing answers, nothing is recorded as dead."""
    linked(study, "http://nowhere.test/", "http://127.1.0.1:9/")
    with pytest.raises(UnusableError) as caught:
        audited(study, ({}, {"port": 9}))
    assert str(caught.value) == NO_NETWORK
    assert not (study / "links.json").exists()


def test_new_since(study: Path, server: Server) -> None:
    """Of a change only the addresses that it adds are asked for, and dead ones are so at once."""
    old, dead, shut = (address(server, name) for name in ("404", "410", "403"))
    linked(study, old)
    (study / "docs/references.yml").write_text("[]\n")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.org", "-C", str(study)]
    for command in (["init", "-q"], ["add", "docs", "*.yml", "*.toml"], ["commit", "-qm", "a"]):
        subprocess.run([*git, *command], check=True)
    linked(study, old, dead, shut)
    found = audit.of_new(book.load(study), "HEAD", ready=lambda: checkup(server[1]))
    assert [(problem.rule, problem.line) for problem in found.problems] == [
        ("R921", 6),
        ("R923", 7),
    ]
    assert found.said == (
        "2 addresses, 2 asked for: 0 fine, 0 moved for good, 1 dead, 1 can't tell",
    )
    assert not (study / "links.json").exists()


def test_shards(study: Path, server: Server) -> None:
    """The shards of a run, merged, are the record of one run."""
    urls = [url for url, kind in server[0].items() if kind.verdict in {FINE, DEAD}][:12]
    linked(study, *filter(str.isascii, urls))
    audited(study, server)
    path = study / "links.json"
    whole, parts = path.read_text(), []
    for number in (1, 2, 3):
        path.unlink(missing_ok=True)
        audit.of_all(book.load(study), f"{number}/3", ready=lambda: checkup(server[1]))
        parts.append(study / f"{number}.json")
        if path.exists():
            path.rename(parts[-1])
    there = [str(part) for part in parts if part.exists()]
    assert len(there) > 1
    audit.of_shards(book.load(study), there)
    assert path.read_text() == whole


@pytest.mark.parametrize("shard", ["0/3", "4/3", "3", "1/0", "a/b"])
def test_no_shard(shard: str, study: Path) -> None:
    """What names no shard is one line."""
    with pytest.raises(UnusableError) as caught:
        audit.of_all(book.load(study), shard)
    assert str(caught.value) == f"'{shard}' is no shard. Write it as 3/8, the third of eight."


def changed(path: Path, times: int) -> None:
    """Wait until a file has changed a number of times."""
    last, until = None, time.monotonic() + 30
    while times and time.monotonic() < until:
        now = path.stat().st_mtime_ns if path.exists() else None
        times -= now != last
        last = now
        time.sleep(0.001)


def test_killed(study: Path, server: Server) -> None:
    """A run killed at twenty random moments and resumed leaves the record of an undisturbed one."""
    # Those whose answers do not change with the number of requests, nor take long.
    steady = [
        url
        for url, kind in server[0].items()
        if url.isascii()
        and " " not in url
        and all(isinstance(a, Answer) for a in kind.routes.values())
    ]
    linked(study, *steady)
    audited(study, server)
    path = study / "links.json"
    undisturbed = path.read_text()
    path.unlink()
    command = [sys.executable, "-m", "links.interrupted", str(study), json.dumps(server[1])]
    sizes: list[int] = []
    moments = random.Random(20)  # noqa: S311 - no secret
    while len(sizes) < 20:
        with subprocess.Popen(
            command,
            cwd=ROOT / "tests",
            env=os.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdout
            process.stdout.readline()
            changed(path, moments.randrange(6))
            time.sleep(moments.uniform(0.0, 0.03))
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        sizes.append(len(record.load(path)[0]))
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 5
    assert sizes[-1] < len(steady)
    audited(study, server)
    assert path.read_text() == undisturbed
    assert [left.name for left in study.glob("links.json*")] == ["links.json"]

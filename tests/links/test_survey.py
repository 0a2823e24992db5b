"""The survey, on a server that does all that servers do: what is dead, and what is not."""

import asyncio
import re
import time
from pathlib import Path

import pytest

from conftest import ROOT
from handbook.links.client import Client
from handbook.links.pace import Pace
from handbook.links.survey import Result, Survey
from handbook.links.verdict import CANT_TELL, DEAD, FINE, Verdict
from links.certificates import trusting
from links.hostile import KINDS, Answer, Hostile, Kind, names, page, served

# As for the web: on a busy machine an answer may take a while.
SECONDS = 8.0


async def survey(folder: Path) -> dict[str, Result]:
    """Return the result for each kind of behaviour, by its name."""
    with served(SECONDS, folder) as (kinds, ports):
        client = Client(
            Pace(0), frozenset(ports.values()), names, trusting(folder), seconds=SECONDS
        )
        results = Survey(client, pause=0.2).results(kinds)
        found = {kinds[result.written].name: result async for result in results}
        await client.close()
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    """The results, of one run for all tests."""
    return asyncio.run(survey(tmp_path_factory.mktemp("certificates")))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_verdict(kind: Kind, found: dict[str, Result]) -> None:
    """Each kind of behaviour gets the right verdict."""
    assert found[kind.name].verdict.kind == kind.verdict, found[kind.name].verdict


def test_reasons(found: dict[str, Result]) -> None:
    """Each verdict says why, in the words of this list, whatever host and port it was."""
    lines = []
    for name, result in found.items():
        reason = re.sub(
            r"127\.\d+\.\d+\.\d+(?::\d+)?|(?<=\.test):\d+", "HOST", result.verdict.reason
        )
        lines.append(f"{name}: {result.verdict.kind}{': ' * bool(reason)}{reason}\n")
    expected = (ROOT / "tests/cases/links/verdicts.txt").read_text("utf-8")
    assert "".join(sorted(lines)) == expected


def test_nothing_is_asked_for_ever() -> None:
    """What takes a client's whole time has no second look, and says so."""

    async def looked() -> tuple[list[Result], int]:
        kinds = [kind for kind in KINDS if kind.name == "hang"]
        async with Hostile(kinds, 1.0).serving() as hostile:
            client = Client(Pace(0), frozenset({hostile.ports["port"]}), names, seconds=1.0)
            start = time.monotonic()
            results = [one async for one in Survey(client, pause=0).results(hostile.addresses())]
            assert time.monotonic() - start < 4.0
            await client.close()
            return results, hostile.asked.total()

    results, requests = asyncio.run(looked())
    assert results[0].verdict == Verdict(CANT_TELL, "it took more than 1 seconds")
    assert requests == 2  # robots.txt, and the page once


def test_dead_is_seen_twice(found: dict[str, Result]) -> None:
    """No server that can be asked is called dead after one look."""
    once = [kind for kind in KINDS if kind.verdict == DEAD and found[kind.name].seen]
    assert len(once) > 30

    async def counted() -> dict[tuple[str, str], int]:
        kinds = [kind for kind in KINDS if kind.name == "404"]
        async with Hostile(kinds, 2.0).serving() as hostile:
            client = Client(Pace(0), frozenset({hostile.ports["port"]}), names)
            survey = Survey(client, pause=0)
            assert [one.verdict.kind async for one in survey.results(hostile.addresses())] == [DEAD]
            await client.close()
            return dict(hostile.asked)

    assert asyncio.run(counted()) == {
        ("127.1.0.1", "/robots.txt"): 1,
        ("127.1.0.1", "/page"): 2,
    }


def test_one_request_for_all_fragments() -> None:
    """Addresses that differ in their fragments alone are asked for once, and judged each."""

    async def looked() -> tuple[dict[str, str], int]:
        kinds = [Kind("ids", DEAD, {"/page": Answer(body=page(body="<p id=a>Text."))})]
        async with Hostile(kinds, 2.0).serving() as hostile:
            client = Client(Pace(0), frozenset({hostile.ports["port"]}), names)
            base = next(iter(hostile.addresses()))
            results = Survey(client, pause=0).results([f"{base}#a", f"{base}#b", base])
            verdicts = {r.written.removeprefix(base): r.verdict.kind async for r in results}
            await client.close()
            return verdicts, hostile.asked["127.1.0.1", "/page"]

    assert asyncio.run(looked()) == ({"#a": FINE, "#b": DEAD, "": FINE}, 2)

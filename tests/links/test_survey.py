"""The survey, on a server that does all that servers do: what is dead, and what is not."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from handbook.links.client import Client
from handbook.links.pace import Pace
from handbook.links.survey import Result, Survey
from links.certificates import contexts
from links.hostile import KINDS, Hostile, names

SECONDS = 2.5


async def survey(folder: Path) -> dict[str, Result]:
    """Return the result for each kind of behaviour, by its name."""
    server_tls, client_tls = contexts(folder)
    async with Hostile(KINDS, SECONDS, server_tls).serving() as hostile:
        ports = frozenset({hostile.ports["port"], hostile.ports["tls"]})
        client = Client(Pace(0), ports, names, client_tls, SECONDS)
        kinds = hostile.addresses()
        results = Survey(client, pause=0.2).results(kinds)
        found = {kinds[result.written].name: result async for result in results}
        await client.close()
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    """The results, of one run for all tests."""
    return asyncio.run(survey(tmp_path_factory.mktemp("certificates")))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_verdict(kind, found) -> None:
    """Each kind of behaviour gets the right verdict."""
    assert found[kind.name].verdict.kind == kind.verdict, found[kind.name].verdict

"""What the Internet Archive answers."""

import asyncio
import json

import pytest

from handbook.links.archive import Archive
from handbook.links.client import Client
from handbook.links.pace import Pace
from links.hostile import COPY, Answer, Hostile, kind


def closest(**fields: object) -> str:
    """Return an answer with one copy."""
    return json.dumps({"archived_snapshots": {"closest": fields}})


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        (json.dumps(COPY), "https://web.archive.org/web/20200101000000/http://example.org/"),
        ('{"archived_snapshots": {}}', ""),
        (closest(available=False, status="200", url="http://a.org"), ""),
        (closest(available=True, status="404", url="http://a.org"), ""),
        (closest(available=True, status="200", url="a"), ""),
        ("[1]", ""),
        ("<html>", ""),
        ("[" * 99_999, ""),
    ],
)
def test_copy(body: str, copy: str) -> None:
    """A copy is linked by https; what is no answer is no copy."""

    async def asked() -> tuple[str, list[str]]:
        kinds = [kind("api", "fine", Answer(body=body.encode()), "/wayback")]
        async with Hostile(kinds, 2.0).serving() as hostile:
            client = Client(Pace(0), frozenset({hostile.ports["port"]}))
            archive = Archive(f"http://127.1.0.1:{hostile.ports['port']}/wayback")
            found = await archive.copy(client, "http://example.org/?a&b#c")
            await client.close()
            return found, [target for _, target in hostile.asked]

    asked_for = "/wayback?url=http%3A%2F%2Fexample.org%2F%3Fa%26b%23c"
    assert asyncio.run(asked()) == (copy, [asked_for])

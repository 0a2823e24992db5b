"""Runs an audit of a handbook on the test server, slowly, to be killed: ROOT PORTS."""

import json
import sys
from pathlib import Path

from handbook import book
from handbook.links import audit
from handbook.links.archive import Archive
from handbook.links.checkup import Checkup
from handbook.links.client import Client
from handbook.links.pace import Pace
from links.hostile import names


def checkup(ports: dict[str, int]) -> Checkup:
    """Return what asks the test server alone, a few addresses at once."""
    client = Client(Pace(0), frozenset(ports.values()), names, at_once=4)
    home = f"http://127.0.0.1:{ports['port']}/"
    return Checkup(client, Archive(f"{home}archive"), home, 0.05, seconds_between_writes=0)


if __name__ == "__main__":
    ports = json.loads(sys.argv[2])
    this = book.load(Path(sys.argv[1]))
    print("ready", flush=True)  # noqa: T201 - to its parent
    audit.of_all(this, ready=lambda: checkup(ports))

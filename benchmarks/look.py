"""Our look at the addresses of a benchmark, in a process that holds nothing else: FOLDER PORTS."""

import asyncio
import json
import sys
from datetime import date
from pathlib import Path

from handbook.links import record, schedule
from handbook.links.archive import Archive
from handbook.links.checkup import Checkup
from handbook.links.client import Client

DAY = date(2026, 11, 24)


async def look(folder: Path, ports: dict[str, int]) -> None:
    """Ask for what is due of all addresses at once, and keep the record."""
    path = folder / "links.json"
    known, _ = record.load(path)
    listed = json.loads((folder / "addresses.json").read_text())
    due = schedule.chosen(listed, known, DAY, of_host=len(listed))
    home = f"http://127.0.0.1:{ports['port']}/"
    client = Client(loopback=frozenset(ports.values()))
    if due:
        known = await Checkup(client, Archive(f"{home}archive"), home).run(due, known, DAY)
    await client.close()
    record.write(path, known)


if __name__ == "__main__":
    asyncio.run(look(Path(sys.argv[1]), json.loads(sys.argv[2])))

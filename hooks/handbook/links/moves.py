"""Addresses that have moved for good, written anew where they stand."""

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.links.inventory import Inventory
from handbook.links.record import Record
from handbook.links.verdict import MOVED

# Line, column, and the addresses that are and shall be there.
Place = tuple[int, int, str, str]
# What ends an address in Markdown and in YAML.
END = r"(?=[\s)>\]\"']|$)"


def moves(docs: Path, found: Inventory, record: Record) -> Iterator[tuple[str, bytes, list[str]]]:
    """Yield the path of each file to change, its new bytes, and what was changed, a line each."""
    places: dict[str, list[Place]] = {}
    for address, referrers in found.items():
        entry = record.get(address)
        if entry and entry.verdict == MOVED:
            for at in referrers:
                place = (at.line, at.col, address, entry.final)
                places.setdefault(at.src_uri, []).append(place)
    for src_uri, listed in sorted(places.items()):
        data, said = _written(src_uri, (docs / src_uri).read_bytes(), listed)
        if said:
            yield src_uri, data, said


def _written(src_uri: str, data: bytes, places: list[Place]) -> tuple[bytes, list[str]]:
    lines, said = data.decode("utf-8").split("\n"), []
    # From the end, so that what comes before stays where it is.
    for line, col, old, new in sorted(places, reverse=True):
        # As the author wrote it; what is encoded in another way there is left to people.
        match = re.compile(re.escape(old) + END).search(lines[line - 1], col - 1)
        if match:
            text = lines[line - 1]
            lines[line - 1] = text[: match.start()] + new + text[match.end() :]
            said.append(f"{src_uri}:{line}: wrote '{new}'")
    return "\n".join(lines).encode(), said[::-1]

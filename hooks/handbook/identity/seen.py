"""How the address of a work was last found."""

from dataclasses import dataclass
from pathlib import Path

from handbook.links import record


@dataclass(frozen=True)
class Seen:
    """`fine` is the last day on which it was fine; `archived` the address of an archive's copy."""

    fine: str = ""
    archived: str = ""
    gone: bool = False


def load(path: Path) -> dict[str, Seen]:
    """Return how each address of the record of links was last found; of a damaged one, none."""
    return {
        address: Seen(entry.fine, entry.archived, entry.is_dead)
        for address, entry in record.load(path)[0].items()
    }

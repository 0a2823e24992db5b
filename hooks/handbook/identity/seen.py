"""How the address of a work was last found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Seen:
    """`fine` is the last day on which it was fine; `archived` the address of an archive's copy."""

    fine: str = ""
    archived: str = ""
    gone: bool = False

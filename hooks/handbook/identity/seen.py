"""How the address of a work was last found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Seen:
    """`fine` is the last day on which it was, or nothing; `archived` an archive's copy, if known."""

    fine: str = ""
    archived: str = ""
    gone: bool = False

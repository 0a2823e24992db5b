"""Quantities: offsets, and that each begins where the reader of pages keeps a place.

What is one is in tests/cases/claims.
"""

from claims.test_claim import CASES, read
from handbook.claims.quantity import may_hold, quantities


def test_offset_is_that_of_the_quantity() -> None:
    """A quantity stands at its offset, whatever stands before it."""
    text = "On 3 May 2020, Python 3.11 cost 5 % and −0.2 s of `\ufffc 2.0`, twice as much."
    found = quantities(text)
    assert [quantity for _, quantity in found] == ["5 %", "−0.2 s", "twice as"]
    assert all(text.startswith(quantity, offset) for offset, quantity in found)


def test_each_begins_at_a_known_beginning() -> None:
    """Every quantity of the cases holds a known beginning, so that it has a place of its own."""
    for case in CASES:
        for claim in read(case.read_text("utf-8")).claims:
            for quantity in claim.quantities:
                assert may_hold(quantity), quantity

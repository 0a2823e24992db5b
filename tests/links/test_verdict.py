"""Verdicts that need a host of their own; all others are tested on the server."""

import pytest

from handbook.links.address import read
from handbook.links.observation import Hop, Observation
from handbook.links.verdict import CANT_TELL, DEAD, FINE, MOVED, judge, wants_beside

DOI = read("https://doi.org/10.1000/182")


@pytest.mark.parametrize(("status", "kind"), [(302, FINE), (404, DEAD), (500, CANT_TELL)])
def test_resolver(status: int, kind: str) -> None:
    """At doi.org its own answer counts, not that of the publisher to which it leads."""
    seen = Observation(DOI, status=status, location="https://publisher.test/")
    assert judge(DOI, seen).kind == kind
    assert not wants_beside(DOI, seen)


def test_fragment_goes_along() -> None:
    """Where an address has moved, what it names on the page moves with it."""
    address, last = read("http://a.org/b#c"), read("https://a.org/b#c")
    verdict = judge(address, Observation(last, (Hop(address, 301),), 200))
    assert (verdict.kind, verdict.final) == (MOVED, "https://a.org/b#c")
    assert verdict.reason == "it has moved for good to 'https://a.org/b#c'"

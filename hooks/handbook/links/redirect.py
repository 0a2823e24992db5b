"""Redirects: where an answer leads on to, and when it leads on for ever."""

from collections import Counter
from dataclasses import replace

from handbook.links.address import Address, AddressError, read
from handbook.links.observation import CIRCLE, LEADING, UNANSWERED, Hop, Observation

MAX_HOPS = 10


def onward(seen: Observation) -> Address | None:
    """Return where an answer leads on to; `AddressError` says where it leads to in vain."""
    if seen.last.is_resolver:
        return None
    if seen.status in LEADING and seen.location:
        leads = seen.location
    elif seen.page and seen.page.refresh:
        leads = seen.page.refresh
    else:
        return None
    try:
        found = read(leads, seen.last)
    except AddressError as error:
        raise AddressError(f"it leads to '{leads[:80]}', which {error}") from None
    # What a redirect does not say anew is taken along: RFC 9110, section 10.2.2.
    found = found if found.fragment else replace(found, fragment=seen.last.fragment)
    # Some pages load themselves again.
    return None if seen.page and found.asked == seen.last.asked else found


def endless(hops: list[Hop], last: Address) -> Observation:
    """Return what was seen where the hops came to no end."""
    again = Counter(hop.address.asked for hop in hops)
    if max(again.values()) > 2:
        return Observation(last, tuple(hops), failure=CIRCLE, said="it leads in a circle")
    said = f"it leads on more than {MAX_HOPS} times"
    return Observation(last, tuple(hops), failure=UNANSWERED, said=said)

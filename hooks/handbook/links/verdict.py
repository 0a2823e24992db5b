"""Verdicts: what an observation of an address proves, and what it does not."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from handbook.links import fragment, soft
from handbook.links.address import Address
from handbook.links.observation import CIRCLE, FOR_GOOD, LEADING, NO_HOST, Observation

FINE, MOVED, DEAD, CANT_TELL = "fine", "moved for good", "dead", "can't tell"
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
HERE = {HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION, HTTPStatus.PARTIAL_CONTENT}
STATUSES = {
    202: "its page is not ready",
    204: "it has no page",
    205: "it has no page",
    401: "it asks for a login",
    402: "it asks for a payment",
    403: "it lets in neither programs nor perhaps strangers",
    407: "it asks for a login",
    429: "it was asked too often",
    451: "it may not be shown here by law",
    999: "it lets in no programs",
}


@dataclass(frozen=True)
class Verdict:
    """`reason` says what was seen, after "it"; `final` is where an address moved to."""

    kind: str
    reason: str = ""
    final: str = ""


def judge(address: Address, seen: Observation, beside: Observation | None = None) -> Verdict:
    """Return the verdict on an address; `beside` is what a made-up address next to it leads to."""
    if seen.failure:
        is_dead = seen.failure in {NO_HOST, CIRCLE}
        return Verdict(DEAD if is_dead else CANT_TELL, _via(address, seen, seen.said))
    if address.is_resolver and seen.status in LEADING:
        return Verdict(FINE)
    if seen.status not in HERE:
        return Verdict(
            DEAD if seen.status in GONE else CANT_TELL, _via(address, seen, _status(seen))
        )
    return (
        _of_page(address, seen)
        or _of_what_is_beside(address, seen, beside)
        or _of_fragment(address, seen)
        or _of_hops(address, seen)
    )


def wants_beside(address: Address, seen: Observation) -> bool:
    """Tell whether a verdict needs to know what a made-up address next to this one leads to."""
    if seen.failure or seen.status not in HERE or not seen.page or soft.is_home(address):
        return False
    # A page may pass over its parameters, so that only its own words can tell against it.
    return "?" not in address.target or bool(soft.says_nothing(seen.page)) or bool(seen.hops)


def _via(address: Address, seen: Observation, said: str) -> str:
    leads = seen.hops and seen.last.asked != address.asked
    return f"it leads to '{seen.last}': {said}" if leads else said


def _status(seen: Observation) -> str:
    if seen.retry_after and seen.status in {429, 503}:
        return f"it answers {seen.status}, asking for {seen.retry_after:.0f} seconds of rest"
    said = "it leads nowhere" if seen.status in LEADING else STATUSES.get(seen.status)
    if seen.status >= HTTPStatus.INTERNAL_SERVER_ERROR and not said:
        said = "its server has a fault"
    return f"it answers {seen.status}: {said}" if said else f"it answers {seen.status}"


def _of_page(address: Address, seen: Observation) -> Verdict | None:
    page = seen.page
    if soft.leads_to_login(address, seen):
        return Verdict(CANT_TELL, f"it leads to '{seen.last}', where a reader has to log in")
    if page and not (page.words or page.title or page.scripts):
        return Verdict(CANT_TELL, "its page is empty")
    return None


def _of_what_is_beside(
    address: Address, seen: Observation, beside: Observation | None
) -> Verdict | None:
    said = soft.says_nothing(seen.page) if seen.page else ""
    words = f"its page says '{said}'" if said else ""
    if beside and not beside.failure and beside.status in HERE:
        return _of_anything(address, seen, beside, words)
    missed = beside and not beside.failure and beside.status in GONE
    if soft.leads_home(address, seen):
        return Verdict(CANT_TELL, "it leads to the first page of its site")
    # A site that answers 404 for what is made up means what it says: the page is there.
    return Verdict(CANT_TELL, words) if words and not missed else None


def _of_anything(
    address: Address, seen: Observation, beside: Observation, words: str
) -> Verdict | None:
    """Judge a site that shows a page for an address that nobody made."""
    too = ", as any address there does"
    if soft.same_end(seen, beside):
        sure = words or soft.leads_home(address, seen) or _is_for_good(seen)
        return Verdict(DEAD if sure else CANT_TELL, f"it leads to '{seen.last}'{too}")
    if words and beside.page and soft.says_nothing(beside.page):
        return Verdict(DEAD, words)
    if soft.same_page(seen, beside):
        return Verdict(CANT_TELL, f"it shows the same page{too}")
    if soft.leads_home(address, seen):
        return Verdict(CANT_TELL, "it leads to the first page of its site")
    return Verdict(CANT_TELL, words) if words else None


def _of_fragment(address: Address, seen: Observation) -> Verdict | None:
    wanted = fragment.identifiers(address.fragment)
    page = seen.page
    # Where a redirect names another place on the page, that is where a reader comes to.
    if not page or not wanted or seen.last.fragment != address.fragment or wanted & page.found:
        return None
    missing = f"its page has no '#{address.fragment.partition(fragment.DIRECTIVE)[0]}'"
    if not page.whole:
        return Verdict(CANT_TELL, f"{missing} in its first two million bytes")
    if page.scripts or fragment.is_for_script(address.fragment):
        return Verdict(CANT_TELL, f"{missing} before its scripts run")
    return Verdict(DEAD, missing)


def _of_hops(address: Address, seen: Observation) -> Verdict:
    if _is_for_good(seen) and str(seen.last) != str(address):
        final = replace(seen.last, fragment=seen.last.fragment or address.fragment)
        return Verdict(MOVED, f"it has moved for good to '{final}'", str(final))
    return Verdict(FINE)


def _is_for_good(seen: Observation) -> bool:
    return bool(seen.hops) and all(hop.status in FOR_GOOD for hop in seen.hops)

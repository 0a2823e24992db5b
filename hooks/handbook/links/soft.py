"""Soft 404s: pages that say in words that there is nothing, and answers that any address gets."""

import re

from handbook.links.address import Address
from handbook.links.observation import Observation, Page

NOTHING = re.compile(
    r"""\b(?:404|410)\b
    | \bnot\ (?:be\ )?found\b | \bdoes(?:n.t|\ not)\ exist\b
    | \bno\ longer\ (?:available|exists?)\b
    | \bpage\ (?:is\ )?(?:missing|unavailable|gone)\b | \bnothing\ (?:was\ )?found\b
    | \bcan(?:no|.)t\ (?:be\ found|find)\b | \bcouldn.t\ find\b
    | nicht\ gefunden | existiert\ nicht | introuvable | n.existe\ pas | no\ (?:se\ )?encontr
    | no\ existe | non\ (?:è\ stata\ )?trovata | não\ (?:foi\ )?encontrad | niet\ gevonden
    | hittades\ inte | ikke\ fundet | nie\ znaleziono
    | не\ найден | 見つかりません | 找不到 | 未找到
    | \bdomain\ (?:name\ )?(?:is\ |may\ be\ )?(?:for\ sale|parked|expired)\b | \bbuy\ this\ domain\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The first page of a site, in one of its languages.
HOME = re.compile(
    r"/(?:(?:[a-z]{2}(?:[-_][a-z]{2})?|home)/?|(?:index|home|default)\.\w+)?", re.IGNORECASE
)
LOGIN = re.compile(
    r"/(?:[\w-]*(?:log[-_]?in|sign[-_]?in|consent)[\w-]*|sso|oauth2?|auth)\b", re.IGNORECASE
)


def says_nothing(page: Page) -> str:
    """Return the title or heading with which a page says that there is nothing, if it does."""
    return next((text for text in (page.title, page.heading) if NOTHING.search(text)), "")


def is_home(address: Address) -> bool:
    """Tell whether an address is that of a site's first page."""
    return HOME.fullmatch(address.target) is not None


def leads_home(address: Address, seen: Observation) -> bool:
    """Tell whether an address leads to the first page of its own site in place of its page."""
    same = _bare(address.host) == _bare(seen.last.host)
    return same and is_home(seen.last) and not is_home(address)


def leads_to_login(address: Address, seen: Observation) -> bool:
    """Tell whether an address leads to where a reader has to log in, or to agree to something."""
    return bool(seen.hops and LOGIN.search(seen.last.path) and not LOGIN.search(address.path))


def same_end(seen: Observation, beside: Observation) -> bool:
    """Tell whether an address and one beside it lead on to one page."""
    return bool(seen.hops and beside.hops) and seen.last.asked == beside.last.asked


def same_page(seen: Observation, beside: Observation) -> bool:
    """Tell whether an address and one beside it give the same page."""
    one, other = seen.page, beside.page
    return one is not None and other is not None and one.digest == other.digest


def _bare(host: str) -> str:
    return host.removeprefix("www.")

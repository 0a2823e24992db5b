"""What was observed when an address was asked for, before anybody judges it."""

from dataclasses import dataclass

from handbook.links.address import Address

# Why there was no answer: a word for the judge, and words for the reader.
NO_HOST = "no host"
REFUSED = "refused"
CIRCLE = "circle"
UNSAFE = "unsafe"
FORBIDDEN = "forbidden"
UNANSWERED = "unanswered"
# Statuses that lead on, and those of them that are for good: RFC 9110, section 15.4.
LEADING = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True)
class Page:
    """What a page says of itself; `digest` is that of its text, and `found` what was looked for.

    `whole` tells that it was read to its end.
    """

    title: str = ""
    heading: str = ""
    refresh: str = ""
    digest: str = ""
    words: int = 0
    found: frozenset[str] = frozenset()
    scripts: bool = False
    whole: bool = True


@dataclass(frozen=True)
class Hop:
    """An answer that led on: the address asked, and the status."""

    address: Address
    status: int


@dataclass(frozen=True)
class Observation:
    """The last address asked and its answer; `status` is 0 when there was none.

    `failure` is one of the words above, and `said` tells a reader what happened, after "it".
    `retry_after` is in seconds; `page` is None for what is no page or was not read, and `text` is
    there when it was asked for in place of a page.
    """

    last: Address
    hops: tuple[Hop, ...] = ()
    status: int = 0
    failure: str = ""
    said: str = ""
    location: str = ""
    retry_after: float | None = None
    page: Page | None = None
    text: str = ""

"""The client: asks for an address and where it leads, within bounds of time, bytes and hops.

aiohttp asks for a socket before it connects to an address, so that the address really connected to
is what is judged, whatever a name says a moment later:
https://docs.aiohttp.org/en/stable/client_reference.html#aiohttp.TCPConnector
"""

import asyncio
import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from typing import Any

import aiohttp
from yarl import URL

from handbook.links import answer
from handbook.links.address import Address, AddressError
from handbook.links.failure import NOT_PUBLIC, NotPublicError, reason
from handbook.links.observation import FORBIDDEN, UNANSWERED, Hop, Observation
from handbook.links.pace import Pace
from handbook.links.redirect import MAX_HOPS, endless, onward
from handbook.links.resolver import Lookup, Resolver
from handbook.links.robots import AGENT
from handbook.links.safety import is_global

SECONDS = 8.0
AT_ONCE = 64
# Long policies stand in the headers of well-known sites.
MAX_HEADER = 65_536
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en,*;q=0.5",
    "User-Agent": f"Mozilla/5.0 (compatible; {AGENT})",
}
May = Callable[[Address], Awaitable[str]]
ReadBody = Callable[[aiohttp.ClientResponse], Awaitable[dict[str, Any]]]


@dataclass
class Budget:
    """How many seconds of asking an address has left; waiting for its turn costs none."""

    left: float = SECONDS


async def _anything(_: Address) -> str:
    return ""


@dataclass
class Client:
    """Asks; `loopback` are the ports of this machine that a test may ask.

    `names` looks a host up in place of the system.
    """

    pace: Pace = field(default_factory=Pace)
    loopback: frozenset[int] = frozenset()
    names: Lookup | None = None
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS
    at_once: int = AT_ONCE

    def __post_init__(self) -> None:
        self.room = asyncio.Semaphore(self.at_once)
        self.resolver = Resolver(self.names)
        self.connector = aiohttp.TCPConnector(
            limit=0,
            ssl=self.tls,
            resolver=self.resolver,
            socket_factory=self._socket,
            ttl_dns_cache=None,
        )

    async def close(self) -> None:
        """Close all connections."""
        await self.connector.close()
        await self.resolver.close()

    def _socket(self, info: tuple[Any, ...]) -> socket.socket:
        """Return the socket for an address about to be connected to; `NotPublicError` for some."""
        family, kind, protocol, _, (host, port, *_) = info
        is_test = port in self.loopback and host.startswith("127.")
        if not is_test and not is_global(host):
            raise NotPublicError(NOT_PUBLIC)
        return socket.socket(family, kind, protocol)

    async def look(
        self,
        address: Address,
        wanted: frozenset[str] = frozenset(),
        *,
        budget: Budget | None = None,
        may: May = _anything,
        as_text: bool = False,
    ) -> Observation:
        """Return what an address leads to; `may` says why one may not be asked, or nothing."""
        budget = budget or Budget(self.seconds)
        hops: list[Hop] = []
        async with aiohttp.ClientSession(
            connector=self.connector,
            connector_owner=False,
            # A site at a bare IP address has cookies too.
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            headers=HEADERS,
            auto_decompress=False,
            max_line_size=MAX_HEADER,
            max_field_size=MAX_HEADER,
        ) as session:
            read_body = answer.text if as_text else partial(answer.page, wanted=wanted)
            while len(hops) <= MAX_HOPS:
                ask = partial(self._ask, session, address, read_body)
                seen = await self._bounded(address, ask, budget, may)
                try:
                    to = onward(seen)
                except AddressError as error:
                    return replace(seen, hops=tuple(hops), failure=UNANSWERED, said=str(error))
                if to is None:
                    return replace(seen, hops=tuple(hops))
                hops.append(Hop(address, seen.status))
                address = to
        return endless(hops, address)

    async def _bounded(
        self,
        address: Address,
        ask: Callable[[], Awaitable[Observation]],
        budget: Budget,
        may: May,
    ) -> Observation:
        if said := await may(address):
            return Observation(address, failure=FORBIDDEN, said=said)
        await self.pace.turn(address.host)
        async with self.room:
            start = time.monotonic()
            try:
                async with asyncio.timeout(budget.left):
                    return await ask()
            except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
                failure, said = reason(error, self.seconds)
                return Observation(address, failure=failure, said=said)
            finally:
                budget.left = max(0.0, budget.left - (time.monotonic() - start))

    async def _ask(
        self, session: aiohttp.ClientSession, address: Address, read_body: ReadBody
    ) -> Observation:
        url = URL(address.asked, encoded=True)
        async with session.get(url, allow_redirects=False) as response:
            seen = Observation(
                address,
                status=response.status,
                location=response.headers.get("Location", ""),
                retry_after=answer.retry_after(response.headers),
            )
            if HTTPStatus.OK <= seen.status < HTTPStatus.MULTIPLE_CHOICES:
                seen = replace(seen, **await read_body(response))
            # What was not read may be as long as it likes.
            response.close()
            return seen

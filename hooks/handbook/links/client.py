"""The client: asks for an address and where it leads, within bounds of time, bytes and hops.

Of the libraries compared, aiohttp alone hands out each socket before it connects, so that the
address really connected to is what is judged, whatever a name says a moment later:
https://docs.aiohttp.org/en/stable/client_reference.html#aiohttp.TCPConnector
"""

import asyncio
import errno
import re
import socket
import ssl
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from functools import partial
from http import HTTPStatus
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from handbook.links import body
from handbook.links.address import Address, AddressError, read
from handbook.links.markup import Scanner
from handbook.links.observation import (
    CIRCLE,
    FORBIDDEN,
    LEADING,
    NO_HOST,
    REFUSED,
    UNANSWERED,
    UNSAFE,
    Hop,
    Observation,
)
from handbook.links.pace import Pace
from handbook.links.robots import AGENT
from handbook.links.safety import is_global

SECONDS = 8.0
MAX_HOPS = 10
AT_ONCE = 64
# Long policies stand in the headers of well-known sites.
MAX_HEADER = 65_536
# Of a text that is no page: more of a robots.txt need not be read (RFC 9309, section 2.5).
MAX_TEXT = 512_000
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en,*;q=0.5",
    "User-Agent": f"Mozilla/5.0 (compatible; {AGENT})",
}
NOT_PUBLIC = "it leads to a machine that is not on the public internet"
NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
# OpenSSL's numbers: https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/
CERTIFICATES = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is signed by itself alone",
    62: "its certificate is for another host",
}
Lookup = Callable[[str, int], Awaitable[list[tuple[Any, ...]]]]
May = Callable[[Address], Awaitable[str]]


class NotPublicError(OSError):
    """A connection to a machine that is not on the public internet was refused."""


@dataclass
class Budget:
    """How many seconds of asking an address has left; waiting for its turn costs none."""

    left: float = SECONDS


async def _anything(_: Address) -> str:
    return ""


@dataclass
class Client:
    """Asks; `loopback` are the ports of this machine that a test may ask.

    `names` looks a host up in place of the system; `requests` counts those to each host.
    """

    pace: Pace = field(default_factory=Pace)
    loopback: frozenset[int] = frozenset()
    names: Lookup | None = None
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS
    at_once: int = AT_ONCE
    requests: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.room = asyncio.Semaphore(self.at_once)
        self.threads = ThreadPoolExecutor(32)
        self.connector = aiohttp.TCPConnector(
            limit=0,
            ssl=self.tls,
            resolver=_Resolver(self.names or self._names),
            socket_factory=self._socket,
            ttl_dns_cache=None,
        )

    async def close(self) -> None:
        """Close all connections."""
        await self.connector.close()
        self.threads.shutdown(wait=False, cancel_futures=True)

    def _socket(self, info: tuple[Any, ...]) -> socket.socket:
        """Return the socket for an address about to be connected to; `NotPublicError` for some."""
        family, kind, protocol, _, (host, port, *_) = info
        is_test = port in self.loopback and host.startswith("127.")
        if not is_test and not is_global(host):
            raise NotPublicError(NOT_PUBLIC)
        return socket.socket(family, kind, protocol)

    async def _names(self, host: str, port: int) -> list[tuple[Any, ...]]:
        # Not the loop's own threads: a few names that hang would keep all others waiting.
        return await asyncio.get_running_loop().run_in_executor(
            self.threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )

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
            read_body = _text if as_text else partial(_page, wanted=wanted)
            while len(hops) <= MAX_HOPS:
                ask = partial(self._ask, session, address, read_body)
                seen = await self._bounded(address, ask, budget, may)
                try:
                    onward = _onward(seen)
                except AddressError as error:
                    return replace(seen, hops=tuple(hops), failure=UNANSWERED, said=str(error))
                if onward is None:
                    return replace(seen, hops=tuple(hops))
                hops.append(Hop(address, seen.status))
                address = onward
        return _endless(hops, address)

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
            self.requests[address.host] += 1
            start = time.monotonic()
            try:
                async with asyncio.timeout(budget.left):
                    return await ask()
            except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
                failure, said = _reason(error, self.seconds)
                return Observation(address, failure=failure, said=said)
            finally:
                budget.left = max(0.0, budget.left - (time.monotonic() - start))

    async def _ask(
        self, session: aiohttp.ClientSession, address: Address, read_body: "ReadBody"
    ) -> Observation:
        url = URL(address.asked, encoded=True)
        async with session.get(url, allow_redirects=False) as response:
            seen = Observation(
                address,
                status=response.status,
                location=response.headers.get("Location", ""),
                retry_after=_seconds(response.headers),
            )
            if HTTPStatus.OK <= seen.status < HTTPStatus.MULTIPLE_CHOICES:
                seen = replace(seen, **await read_body(response))
            # What was not read may be as long as it likes.
            response.close()
            return seen


ReadBody = Callable[[aiohttp.ClientResponse], Awaitable[dict[str, Any]]]


async def _page(response: aiohttp.ClientResponse, wanted: frozenset[str]) -> dict[str, Any]:
    """Return the page of an answer; nothing for what is none, or can't be unpacked."""
    media = response.content_type if "Content-Type" in response.headers else ""
    unpacker = body.Unpacker(response.headers.get("Content-Encoding", ""))
    if (media and not body.is_html(media, b"")) or not unpacker.known:
        return {}
    pieces = _pieces(response, unpacker, body.MAX_BYTES)
    first = await anext(pieces, b"")
    if not body.is_html(media, first):
        return {}
    scanner, decode = Scanner(wanted), body.decoder(response.charset or "", first).decode
    scanner.feed(decode(first))
    size = len(first)
    async for piece in pieces:
        size += len(piece)
        scanner.feed(decode(piece))
    return {"page": scanner.page(whole=size < body.MAX_BYTES)}


async def _text(response: aiohttp.ClientResponse) -> dict[str, Any]:
    unpacker = body.Unpacker(response.headers.get("Content-Encoding", ""))
    data = b"".join([piece async for piece in _pieces(response, unpacker, MAX_TEXT)])
    return {"text": data.decode("utf-8", "replace")}


async def _pieces(
    response: aiohttp.ClientResponse, unpacker: body.Unpacker, limit: int
) -> AsyncIterator[bytes]:
    """Yield a body unpacked, no more than `limit` bytes of it."""
    async for data in response.content.iter_any():
        for piece in unpacker.unpack(data):
            yield piece[:limit]
            limit -= len(piece)
            if limit <= 0:
                return
            # Others go on while a page that unpacks to much is read.
            await asyncio.sleep(0)


def _onward(seen: Observation) -> Address | None:
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
        onward = read(leads, seen.last)
    except AddressError as error:
        raise AddressError(f"it leads to '{leads[:80]}', which {error}") from None
    # What a redirect does not say anew is taken along: RFC 9110, section 10.2.2.
    onward = onward if onward.fragment else replace(onward, fragment=seen.last.fragment)
    # Some pages load themselves again.
    return None if seen.page and onward.asked == seen.last.asked else onward


def _endless(hops: list[Hop], last: Address) -> Observation:
    again = Counter(hop.address.asked for hop in hops)
    if max(again.values()) > 2:
        return Observation(last, tuple(hops), failure=CIRCLE, said="it leads in a circle")
    said = f"it leads on more than {MAX_HOPS} times"
    return Observation(last, tuple(hops), failure=UNANSWERED, said=said)


def _seconds(headers: Mapping[str, str]) -> float | None:
    """Return what Retry-After asks for, as seconds or as a date of the server's own clock."""
    asked = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}", asked):
        return float(asked)
    try:
        until = parsedate_to_datetime(asked)
        now = parsedate_to_datetime(headers.get("Date", ""))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError, OverflowError):  # no dates, or only one with a zone
        return None


def _reason(error: Exception, seconds: float) -> tuple[str, str]:
    """Return what kept an answer away: a word for the judge, and words for a reader."""
    match error:
        case TimeoutError():
            said = f"it took more than {seconds:g} seconds"
        case aiohttp.ClientConnectorCertificateError():
            number = getattr(error.certificate_error, "verify_code", 0)
            said = CERTIFICATES.get(number, "its certificate can't be verified")
        case aiohttp.ClientConnectorSSLError() | ssl.SSLError():
            said = "no encrypted connection could be made"
        case aiohttp.ClientConnectorError():
            return _connection_reason(error.os_error)
        case OSError() | aiohttp.ServerDisconnectedError():
            said = "its server ended the connection without an answer"
        case aiohttp.ClientPayloadError():
            said = "its answer breaks off"
        case _:
            said = "its answer can't be read"
    return UNANSWERED, said


def _connection_reason(error: OSError) -> tuple[str, str]:
    if isinstance(error, socket.gaierror):
        is_sure = error.errno in NO_SUCH_HOST
        said = "there is no such host" if is_sure else "its host could not be looked up"
        return NO_HOST if is_sure else UNANSWERED, said
    # Of several addresses of a host, what kept each away is joined into one text.
    if NOT_PUBLIC in str(error):
        return UNSAFE, NOT_PUBLIC
    if error.errno == errno.ECONNREFUSED:
        return REFUSED, "its server takes no connection"
    return UNANSWERED, "its server could not be reached"


class _Resolver(AbstractResolver):
    """Looks a host up once in a run."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self.lookup(host, port)
        return [
            ResolveResult(
                hostname=host,
                host=where[0],
                port=port,
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, where in found
            if family in {socket.AF_UNSPEC, kind}
        ]

    async def close(self) -> None:
        """Nothing is kept."""

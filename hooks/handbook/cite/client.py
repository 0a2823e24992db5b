"""A client of registrars: one request at a time, spaced by host, bounded in time and size.

It connects to global addresses alone, as those of a redirect come from strangers.
"""

import ipaddress
import socket
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    build_opener,
    getproxies,
)

MAX_BYTES = 5_000_000
# In seconds: what a server may ask to be waited for.
MAX_WAIT = 10.0
# In seconds, between two requests to one host. arXiv's own limit: https://info.arxiv.org/help/api/tou.html
PAUSE, PAUSES = 1.0, {"export.arxiv.org": 3.0}
BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}


class AnswerError(Exception):
    """There is no answer that can be used; `status` is that of HTTP, or 0 when there is none."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class Client:
    """`agent` says who asks; `seconds` is how long an answer may take; `local` is for tests."""

    agent: str = "handbook"
    seconds: float = 20
    pause: float = PAUSE
    local: bool = False
    _asked: dict[str, float] = field(default_factory=dict)

    def text(self, url: str, accept: str, ident: str) -> str:
        """Return what a server answers about an identifier; `AnswerError` when it does not."""
        try:
            return self._text(url, accept, ident)
        except _BusyError as error:
            if error.wait > MAX_WAIT:
                said = f"{host(url)} asks to wait {error.wait:,.0f} seconds."
                raise AnswerError(said, error.status) from None
            time.sleep(error.wait)
            return self._text(url, accept, ident)

    def _text(self, url: str, accept: str, ident: str) -> str:
        self._wait(url)
        until = time.monotonic() + self.seconds
        request = Request(url, headers={"Accept": accept, "User-Agent": self.agent})  # noqa: S310
        try:
            with self._opener().open(request, timeout=self.seconds) as response:
                data = _body(response, until)
        except HTTPError as error:
            error.close()
            raise _refusal(error, url, ident) from None
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            reason = str(getattr(reason, "strerror", None) or reason).rstrip(".")
            raise AnswerError(f"{host(url)} could not be reached: {reason}.") from None
        if len(data) > MAX_BYTES:
            raise AnswerError(f"{host(url)} answered with more than {MAX_BYTES:,} bytes.", 200)
        return data.decode("utf-8", "replace")

    def _wait(self, url: str) -> None:
        """Wait until a host may be asked again."""
        pause = PAUSES.get(host(url), self.pause)
        left = self._asked.get(host(url), -pause) + pause - time.monotonic()
        if left > 0:
            time.sleep(left)
        self._asked[host(url)] = time.monotonic()

    def _opener(self) -> OpenerDirector:
        allowed = {host(proxy) for proxy in getproxies().values()}
        return build_opener(_SameScheme, *_handlers(allowed, local=self.local))


class _BusyError(AnswerError):
    """A server asks to be asked again later."""

    def __init__(self, message: str, status: int, wait: float) -> None:
        super().__init__(message, status)
        self.wait = wait


def _refusal(error: HTTPError, url: str, ident: str) -> AnswerError:
    if error.code == HTTPStatus.NOT_FOUND:
        return AnswerError(f"{host(url)} has no '{ident}'.", error.code)
    message = f"{host(url)} answered with HTTP status {error.code} for '{ident}'."
    if error.code in BUSY and (after := error.headers.get("Retry-After")) is not None:
        return _BusyError(message, error.code, _seconds(after))
    return AnswerError(message, error.code)


def _seconds(after: str) -> float:
    """Return what Retry-After says, seconds or a date, in seconds; what is neither is too long."""
    if after.strip().isdecimal():
        return float(after)
    try:
        when = parsedate_to_datetime(after)
    except ValueError:
        return float("inf")
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def _body(response: HTTPResponse, until: float) -> bytes:
    """Return an answer, or enough of one that is too long."""
    data = bytearray()
    while len(data) <= MAX_BYTES and (part := response.read1(65536)):
        data += part
        # The time-out of a socket begins again with each part.
        if time.monotonic() > until:
            raise TimeoutError("timed out")
    return bytes(data)


class _SameScheme(HTTPRedirectHandler):
    """Follows from https to https alone."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        scheme = urlsplit(req.full_url).scheme
        if urlsplit(newurl).scheme != scheme:
            fp.close()
            said = f"{host(req.full_url)} leads to '{newurl}', which is no {scheme} address."
            raise AnswerError(said, code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _handlers(allowed: set[str], *, local: bool) -> tuple[HTTPHandler, HTTPSHandler]:
    """Return what opens connections, to global addresses and to the proxies that are set."""

    def connected(address: tuple[str, int], *rest: Any, **options: Any) -> socket.socket:
        found = socket.create_connection(address, *rest, **options)
        peer = ipaddress.ip_address(found.getpeername()[0].partition("%")[0])
        peer = getattr(peer, "ipv4_mapped", None) or peer
        if peer.is_global or local or address[0] in allowed:
            return found
        found.close()
        raise OSError(f"{peer} is no public address")

    class Plain(HTTPConnection):
        def __init__(self, *rest: Any, **options: Any) -> None:
            super().__init__(*rest, **options)
            self._create_connection = connected

    class Secure(HTTPSConnection):
        def __init__(self, *rest: Any, **options: Any) -> None:
            super().__init__(*rest, **options)
            self._create_connection = connected

    class Http(HTTPHandler):
        def http_open(self, req: Request) -> HTTPResponse:
            return self.do_open(Plain, req)

    class Https(HTTPSHandler):
        def https_open(self, req: Request) -> HTTPResponse:
            return self.do_open(Secure, req)

    return Http(), Https()


def host(url: str) -> str:
    """Return the name of the host in an address."""
    return urlsplit(url).hostname or ""

"""The answer of a server: what is read of it, and no more than is needed or allowed."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from aiohttp import ClientResponse

from handbook.links import body
from handbook.links.markup import Scanner

# Of a text that is no page: more of a robots.txt need not be read (RFC 9309, section 2.5).
MAX_TEXT = 512_000


async def page(response: ClientResponse, wanted: frozenset[str]) -> dict[str, Any]:
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


async def text(response: ClientResponse) -> dict[str, Any]:
    """Return the text of an answer."""
    unpacker = body.Unpacker(response.headers.get("Content-Encoding", ""))
    data = b"".join([piece async for piece in _pieces(response, unpacker, MAX_TEXT)])
    return {"text": data.decode("utf-8", "replace")}


async def _pieces(
    response: ClientResponse, unpacker: body.Unpacker, limit: int
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


def retry_after(headers: Mapping[str, str]) -> float | None:
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

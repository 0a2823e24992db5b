"""A server with every kind of behaviour that a link may meet, and what each must be judged.

Each kind has a host of its own on this machine, 127.1.0.1 and on, so that none disturbs another.
"""

import asyncio
import gzip
import json
import socket
import ssl
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from handbook.links.verdict import CANT_TELL, DEAD, FINE, MOVED
from links.certificates import chosen_by_host

REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 404: "Not Found", 429: "Slow down"}
WORDS = "The slope of a line says by how much y grows when x grows by one. "
Writer = asyncio.StreamWriter
Behaviour = Callable[[Writer, float], Awaitable[None]]


def page(title: str = "Slopes", body: str = WORDS * 3, head: str = "") -> bytes:
    """Return a page."""
    text = (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    )
    return text.encode()


@dataclass(frozen=True)
class Answer:
    """An answer as HTTP has it; a header of "" is left out."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = page()

    async def write(self, writer: Writer, _seconds: float) -> None:
        """Send it."""
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(self.body)),
            "Connection": "close",
            **self.headers,
        }
        lines = [f"HTTP/1.1 {self.status} {REASONS.get(self.status, 'Other')}"]
        lines += [f"{name}: {value}" for name, value in headers.items() if value]
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + self.body)
        await writer.drain()


@dataclass(frozen=True)
class Doing:
    """An answer that a function gives."""

    behaviour: Behaviour

    async def write(self, writer: Writer, seconds: float) -> None:
        """Do it."""
        await self.behaviour(writer, seconds)


@dataclass(frozen=True)
class Walled:
    """An answer that only those get who come without a cookie."""

    wall: Answer

    async def write(self, writer: Writer, seconds: float) -> None:
        """Send the wall."""
        await self.wall.write(writer, seconds)


Given = Answer | Doing | Walled
Routes = Mapping[str, Given | Sequence[Given]]


@dataclass(frozen=True)
class Kind:
    """A kind of behaviour: what is asked for, what each path answers, and the right verdict.

    The path "*" is any other, which otherwise answers 404; `{host}` and `{port}` in an address are
    those of the kind. `head` is the status that HEAD gets.
    """

    name: str
    verdict: str
    routes: Routes = field(default_factory=dict)
    address: str = "http://{host}:{port}/page"
    head: int = 0


def kind(
    name: str, verdict: str, answer: Given | Sequence[Given], at: str = "/page", /, **more: Given
) -> Kind:
    """Return a kind of one answer, and perhaps more under other paths, given without their `/`."""
    routes = {name if name == "*" else f"/{name}": given for name, given in more.items()}
    return Kind(
        name, verdict, {at.partition("#")[0]: answer, **routes}, "http://{host}:{port}" + at
    )


def to(location: str, status: int = 302) -> Answer:
    """Return an answer that leads on."""
    return Answer(status, {"Location": location}, b"")


def raw(data: bytes) -> Doing:
    """Return an answer that is these bytes and then the end."""

    async def write(writer: Writer, _: float) -> None:
        writer.write(data)
        await writer.drain()

    return Doing(write)


def after(part: float, then: Given) -> Doing:
    """Return an answer that comes after a part of the time that a client gives."""

    async def write(writer: Writer, seconds: float) -> None:
        await asyncio.sleep(seconds * part)
        await then.write(writer, seconds)

    return Doing(write)


def dripping(start: bytes, drop: bytes) -> Doing:
    """Return an answer that never ends, a drop at a time."""

    async def write(writer: Writer, seconds: float) -> None:
        writer.write(start)
        while True:
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(seconds / 20)

    return Doing(write)


def flood(start: bytes, piece: bytes, times: int) -> Doing:
    """Return an answer of the same piece many times, made as it goes."""

    async def write(writer: Writer, _: float) -> None:
        writer.write(start)
        for _time in range(times):
            writer.write(piece)
            await writer.drain()

    return Doing(write)


async def _hang(_writer: Writer, seconds: float) -> None:
    await asyncio.sleep(seconds * 4)


async def _reset(writer: Writer, _: float) -> None:
    found = writer.get_extra_info("socket")
    # Closing with a linger of 0 seconds sends RST.
    found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


async def _reset_in_body(writer: Writer, seconds: float) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n<p>A")
    await writer.drain()
    await asyncio.sleep(seconds / 10)
    await _reset(writer, seconds)


HANG, RESET = Doing(_hang), Doing(_reset)
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
SCRIPT = "<script src=app.js></script>"
NOT_FOUND = page("Page not found", "<h1>Sorry</h1> We looked everywhere.")
PACKER = zlib.compressobj(wbits=31)
# 200 kB that unpack to 200 MB.
BOMB = b"".join([PACKER.compress(b"<p>a" * 250_000) for _ in range(200)]) + PACKER.flush()
SHELL = page("App", '<div id="root"></div>', SCRIPT)


GOOD = [
    kind("plain", FINE, Answer()),
    kind("query", FINE, Answer(), "/page?id=5"),
    Kind("same-for-any-query", FINE, {"/page": Answer()}, "http://{host}:{port}/page?lang=en"),
    kind("no-content-type", FINE, Answer(headers={"Content-Type": ""})),
    kind("no-content-type-no-page", FINE, Answer(headers={"Content-Type": ""}, body=b"\x89PNG\r\n")),
    kind("html-as-bytes", FINE, Answer(headers={"Content-Type": "application/octet-stream"})),
    kind("html-as-text-with-fragment", FINE, Answer(headers={"Content-Type": "text/plain"}), "/page#x"),
    kind("content-type-that-is-none", FINE, Answer(headers={"Content-Type": "yes"})),
    kind("charset-that-is-none", FINE, Answer(headers={"Content-Type": "text/html; charset=zip"})),
    kind("203", FINE, Answer(203)),
    kind("206", FINE, Answer(206)),
    kind("pdf", FINE, Answer(headers={"Content-Type": "application/pdf"}, body=b"%PDF-1.7"), "/a.pdf"),
    kind("pdf-page", FINE, Answer(headers={"Content-Type": "application/pdf"}, body=b"%PDF"), "/a.pdf#page=3"),
    kind("svg-view", FINE, Answer(headers={"Content-Type": "image/svg+xml"}, body=b"<svg/>"), "/a.svg#view"),
    kind("image", FINE, Answer(headers={"Content-Type": "image/png"}, body=b"\x89PNG"), "/a.png"),
    Kind("head-405", FINE, {"/page": Answer()}, head=405),
    Kind("head-404", FINE, {"/page": Answer()}, head=404),
    Kind("head-500", FINE, {"/page": Answer()}, head=500),
    Kind("head-403", FINE, {"/page": Answer()}, head=403),
    kind("302", FINE, to("/new"), new=Answer()),
    kind("303", FINE, to("/new", 303), new=Answer()),
    kind("307", FINE, to("/new", 307), new=Answer()),
    kind("302-relative", FINE, to("new?a=1"), **{"new?a=1": Answer()}),
    kind("302-without-scheme", FINE, to("//{host}:{port}/new"), new=Answer()),
    kind("302-to-another-host", FINE, to("http://127.0.0.1:{port}/plain")),
    kind("302-with-spaces", FINE, to("/new page"), **{"new%20page": Answer()}),
    kind("302-with-umlaut", FINE, to("/n\xc3\xa4he"), **{"n%C3%A4he": Answer()}),
    kind("301-then-302", FINE, to("/b", 301), b=to("/new"), new=Answer()),
    Kind("ten-hops", FINE, {"/0": to("/1")} | {f"/{n}": to(f"/{n + 1}") for n in range(1, 10)} | {"/10": Answer()}, "http://{host}:{port}/0"),
    kind("cookie-wall", FINE, Walled(Answer(302, {"Location": "/page", "Set-Cookie": "seen=1; Path=/"}, b""))),
    kind("cookie-wall-by-refresh", FINE, Walled(Answer(headers={"Set-Cookie": "seen=1"}, body=page(head='<meta http-equiv=refresh content="0;url=/page?again">'))), **{"page?again": Answer()}),
    kind("many-cookies", FINE, Answer(headers={"Set-Cookie": "; ".join(f"a{n}={n}" for n in range(200))})),
    kind("id", FINE, Answer(body=page(body=WORDS + "<p id=slope>")), "/page#slope"),
    kind("id-in-single-quotes", FINE, Answer(body=page(body=WORDS + "<p class='>' id='slope'>")), "/page#slope"),
    kind("id-of-capital-attribute", FINE, Answer(body=page(body=WORDS + '<P ID = "slope">')), "/page#slope"),
    kind("name", FINE, Answer(body=page(body=WORDS + '<a name="slope"></a>')), "/page#slope"),
    kind("id-percent-encoded", FINE, Answer(body=page(body='<p id="größe">' + WORDS)), "/page#gr%C3%B6%C3%9Fe"),
    kind("id-not-encoded", FINE, Answer(body=page(body='<p id="größe">' + WORDS)), "/page#größe"),
    kind("id-that-is-encoded-itself", FINE, Answer(body=page(body='<p id="a%20b">' + WORDS)), "/page#a%20b"),
    kind("id-with-entity", FINE, Answer(body=page(body='<p id="a&amp;b">' + WORDS)), "/page#a&b"),
    kind("id-in-latin-1", FINE, Answer(headers={"Content-Type": "text/html; charset=latin-1"}, body=page(body='<p id="größe">').decode().encode("latin-1")), "/page#größe"),
    kind("id-in-latin-1-by-meta", FINE, Answer(headers={"Content-Type": "text/html"}, body=page(body='<p id="größe">', head="<meta charset=iso-8859-1>").decode().encode("latin-1")), "/page#größe"),
    kind("id-in-utf-16", FINE, Answer(headers={"Content-Type": "text/html"}, body=page(body='<p id="größe">a').decode().encode("utf-16")), "/page#größe"),
    kind("fragment-after-redirect", FINE, to("/new"), "/page#slope", new=Answer(body=page(body="<p id=slope>" + WORDS))),
    kind("fragment-of-redirect", FINE, to("/new#slope"), "/page#old", new=Answer(body=page(body="<p id=slope>" + WORDS))),
    kind("text-fragment", FINE, Answer(), "/page#:~:text=The%20slope"),
    kind("text-fragment-and-id", FINE, Answer(body=page(body="<p id=a>" + WORDS)), "/page#a:~:text=The"),
    kind("fragment-empty", FINE, Answer(), "/page#"),
    kind("fragment-top", FINE, Answer(), "/page#top"),
    kind("user-content", FINE, Answer(body=page(body='<h2><a id="user-content-slope"></a></h2>' + WORDS, head=SCRIPT)), "/page#slope"),
    kind("60,000-nested", FINE, Answer(body=page(body="<div>" * 60_000 + "<p id=deep>" + WORDS)), "/page#deep"),
    kind("id-after-1-MB", FINE, Answer(body=page(body=WORDS * 15_000 + "<p id=late>")), "/page#late"),
    kind("id-after-much-that-never-ends", FINE, Answer(body=page(body="<p id=early>" + '<a b="' * 100_000)), "/page#early"),
    kind("gzip", FINE, Answer(headers={"Content-Encoding": "gzip"}, body=gzip.compress(page(body="<p id=a>" + WORDS))), "/page#a"),
    kind("deflate", FINE, Answer(headers={"Content-Encoding": "deflate"}, body=zlib.compress(page(body="<p id=a>" + WORDS))), "/page#a"),
    kind("deflate-without-header", FINE, Answer(headers={"Content-Encoding": "deflate"}, body=zlib.compress(page(body="<p id=a>" + WORDS))[2:-4]), "/page#a"),
    kind("encoding-not-asked-for", FINE, Answer(headers={"Content-Encoding": "br"}, body=b"\x8b\x00")),
    kind("bomb", FINE, Answer(headers={"Content-Encoding": "gzip"}, body=BOMB)),
    kind("huge", FINE, flood(OK + b"\r\n", WORDS.encode() * 1000, 1000)),
    kind("huge-download", FINE, flood(b"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n\r\n", b"a" * 99_999, 999)),
    kind("endless-download", FINE, dripping(b"HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n", b"a")),
    kind("chunked", FINE, raw(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<p>Ah\r\n0\r\n\r\n")),
    kind("http-1.0", FINE, raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page())),
    kind("103-before-200", FINE, raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK + b"Content-Length: 5\r\n\r\n<p>Ah")),
    kind("header-of-30,000-bytes", FINE, Answer(headers={"Content-Security-Policy": "a" * 30_000})),
    kind("path-of-4,000-bytes", FINE, Answer(), "/" + "a" * 4_000),
    kind("path-with-space", FINE, Answer(), "/a b", **{"a%20b": Answer()}),
    kind("path-with-umlaut", FINE, Answer(), "/nähe", **{"n%C3%A4he": Answer()}),
    kind("slow", FINE, after(0.4, Answer())),
    kind("about-404", FINE, Answer(body=page("What 404 Not Found means"))),
    kind("not-found-in-text-alone", FINE, Answer(body=page(body="Page not found: what to show. " + WORDS))),
    kind("home", FINE, Answer(), "/", **{"*": Answer()}),
    kind("home-of-language", FINE, to("/en/"), "/", **{"en/": Answer()}),
    kind("index-to-home", FINE, to("/"), "/index.html", **{"": Answer()}),
    kind("soft-404-for-others", FINE, Answer(), **{"*": Answer(body=NOT_FOUND)}),
    kind("home-for-others", FINE, Answer(), **{"*": to("/"), "": Answer(body=page("Home", "Hi."))}),
    kind("refresh", FINE, Answer(body=page(head="<meta http-equiv=refresh content='0; url=/new'>")), new=Answer()),
    kind("refresh-to-itself", FINE, Answer(body=page(head='<meta http-equiv="Refresh" content="5;URL=/page">'))),
    kind("refresh-later", FINE, Answer(body=page(head='<meta http-equiv="refresh" content="600;url=/gone">'))),
    kind("refresh-without-scripts", FINE, Answer(body=page(head='<noscript><meta http-equiv="refresh" content="0;url=/gone"></noscript>'))),
    kind("refresh-in-comment", FINE, Answer(body=page(head='<!-- <meta http-equiv="refresh" content="0;url=/gone"> -->'))),
    kind("robots-403", FINE, Answer(), **{"robots.txt": Answer(403)}),
    kind("robots-empty", FINE, Answer(), **{"robots.txt": Answer(body=b"")}),
    kind("robots-html", FINE, Answer(), **{"robots.txt": Answer()}),
    kind("robots-garbage", FINE, Answer(), **{"robots.txt": Answer(body=b"\xff\xfe\0\0" * 999)}),
    kind("robots-for-others", FINE, Answer(), **{"robots.txt": Answer(body=b"User-agent: Other\nDisallow: /\n")}),
    kind("robots-for-us", FINE, Answer(), **{"robots.txt": Answer(body=b"User-agent: *\nDisallow: /\n\nUser-agent: Handbook-Links\nDisallow:\n")}),
    kind("robots-allows-longer", FINE, Answer(), **{"robots.txt": Answer(body=b"User-agent: *\nDisallow: /\nAllow: /page\n")}),
    kind("robots-huge", FINE, Answer(), **{"robots.txt": flood(b"HTTP/1.1 200 OK\r\n\r\n", b"# a\n" * 9_999, 100)}),
    kind("robots-elsewhere", FINE, Answer(), **{"robots.txt": to("/r"), "r": Answer(body=b"")}),
    kind("robots-of-stars", FINE, Answer(), **{"robots.txt": Answer(body=b"User-agent: *\nDisallow: /" + b"*a" * 5_000 + b"\n")}),
    kind("500-then-fine", FINE, [Answer(500), Answer()]),
    kind("404-then-fine", FINE, [Answer(404), Answer()]),
    kind("reset-then-fine", FINE, [RESET, Answer()]),
    kind("429-then-fine", FINE, [Answer(429, {"Retry-After": "1"}), Answer()]),
    kind("503-until-date-then-fine", FINE, [Answer(503, {"Retry-After": "Tue, 24 Nov 2026 10:00:01 GMT", "Date": "Tue, 24 Nov 2026 10:00:00 GMT"}), Answer()]),
    kind("429-without-rest-then-fine", FINE, [Answer(429), Answer()]),
]  # fmt: skip

GONE_FOR_GOOD = [
    kind("301", MOVED, to("/new", 301), new=Answer()),
    kind("308", MOVED, to("/new", 308), new=Answer()),
    kind("301-then-308", MOVED, to("/b", 301), b=to("/new", 308), new=Answer()),
    kind("301-with-slash", MOVED, to("/page/", 301), **{"page/": Answer()}),
    kind("301-to-another-host", MOVED, to("http://127.0.0.1:{port}/plain", 301)),
    kind("301-to-another-home", MOVED, to("http://127.0.0.1:{port}/", 301)),
    kind("301-keeps-fragment", MOVED, to("/new", 301), "/page#a", new=Answer(body=page(body="<p id=a>" + WORDS))),
]  # fmt: skip

GONE = [
    kind("404", DEAD, Answer(404)),
    kind("410", DEAD, Answer(410)),
    kind("404-that-looks-good", DEAD, Answer(404, body=page())),
    kind("404-with-rest", DEAD, Answer(404, {"Retry-After": "1"})),
    kind("404-in-gzip", DEAD, Answer(404, {"Content-Encoding": "gzip"}, gzip.compress(page()))),
    kind("404-broken-off", DEAD, Answer(404, {"Content-Length": "9999"})),
    Kind("head-200", DEAD, {"/page": Answer(404)}, head=200),
    kind("302-to-404", DEAD, to("/gone")),
    kind("301-to-404", DEAD, to("/gone", 301)),
    kind("302-to-404-elsewhere", DEAD, to("http://127.0.0.1:{port}/gone")),
    kind("302-to-no-host", DEAD, to("http://nowhere.test/")),
    kind("refresh-to-404", DEAD, Answer(body=page(head='<meta http-equiv=refresh content="0; url=/gone">'))),
    kind("circle-of-one", DEAD, to("/page")),
    kind("circle-of-two", DEAD, to("/b"), b=to("/page")),
    kind("circle-of-three", DEAD, to("/b", 301), b=to("/c"), c=to("/page", 308)),
    kind("circle-with-cookies", DEAD, Answer(302, {"Location": "/page", "Set-Cookie": "a=1"}, b"")),
    kind("circle-of-refreshes", DEAD, Answer(body=page(head='<meta http-equiv=refresh content="0;url=/b">')), b=Answer(body=page(head='<meta http-equiv=refresh content="0;url=/page">'))),
    Kind("no-host", DEAD, address="http://nowhere.test/page"),
    Kind("no-address-of-host", DEAD, address="http://empty.test/page"),
    Kind("nothing-before-path", DEAD, address="http:///page"),
    Kind("port-too-high", DEAD, address="http://{host}:99999/page"),
    Kind("port-in-letters", DEAD, address="http://{host}:http/page"),
    Kind("ipv6-open", DEAD, address="http://[::1/page"),
    Kind("ipv6-that-is-none", DEAD, address="http://[zz]/page"),
    Kind("label-too-long", DEAD, address="http://" + "a" * 64 + ".org/"),
    Kind("label-empty", DEAD, address="http://a..org/"),
    Kind("host-with-space", DEAD, address="http://a b.org/"),
    Kind("host-too-long", DEAD, address="http://" + "a." * 130 + "org/"),
    kind("soft-404-in-title", DEAD, Answer(body=NOT_FOUND), **{"*": Answer(body=NOT_FOUND)}),
    kind("soft-404-in-heading", DEAD, Answer(body=page("Acme", "<h1>This page <em>does not exist</em></h1>")), **{"*": Answer(body=page("Acme", "<h1>This page <em>does not exist</em></h1>"))}),
    kind("soft-404-in-german", DEAD, Answer(body=page("Seite nicht gefunden")), **{"*": Answer(body=page("Seite nicht gefunden"))}),
    kind("soft-404-in-japanese", DEAD, Answer(body=page("ページが見つかりません")), **{"*": Answer(body=page("ページが見つかりません"))}),
    kind("soft-404-with-the-path", DEAD, Answer(body=page("404", "There is no /page.")), **{"*": Answer(body=page("404", "There is no /other."))}),
    kind("soft-404-by-query", DEAD, Answer(body=page("Product not found")), "/page?id=5", **{"*": Answer(body=page("Product not found"))}),
    kind("soft-404-with-scripts", DEAD, Answer(body=page("Not found", head=SCRIPT)), **{"*": Answer(body=page("Not found", head=SCRIPT))}),
    kind("soft-404-of-directory", DEAD, Answer(body=NOT_FOUND), "/a/page/", **{"*": Answer(body=NOT_FOUND)}),
    kind("soft-404-after-redirect", DEAD, to("/error"), **{"*": to("/error"), "error": Answer(body=NOT_FOUND)}),
    kind("domain-for-sale", DEAD, Answer(body=page("This domain is for sale")), **{"*": Answer(body=page("This domain is for sale"))}),
    kind("302-to-home", DEAD, to("/"), **{"*": to("/"), "": Answer()}),
    kind("301-to-home", DEAD, to("/", 301), **{"*": to("/", 301), "": Answer()}),
    kind("302-to-home-of-language", DEAD, to("/en/"), **{"*": to("/en/"), "en/": Answer()}),
    kind("301-to-one-page", DEAD, to("/news", 301), **{"*": to("/news", 301), "news": Answer()}),
    kind("301-to-a-new-home", DEAD, to("http://127.0.0.1:{port}/", 301), **{"*": to("http://127.0.0.1:{port}/", 301)}),
    kind("no-such-id", DEAD, Answer(), "/page#slope"),
    kind("no-such-id-after-redirect", DEAD, to("/new"), "/page#slope", new=Answer()),
    kind("id-in-other-letters", DEAD, Answer(body=page(body="<p id=Slope>" + WORDS)), "/page#slope"),
    kind("id-in-comment", DEAD, Answer(body=page(body="<!-- <p id=slope> -->" + WORDS)), "/page#slope"),
    kind("id-in-textarea", DEAD, Answer(body=page(body="<textarea><p id=slope></textarea>" + WORDS)), "/page#slope"),
    kind("id-in-text", DEAD, Answer(body=page(body="id=slope &lt;p id=slope>" + WORDS)), "/page#slope"),
    kind("name-of-no-link", DEAD, Answer(body=page(body="<p name=slope>" + WORDS)), "/page#slope"),
    kind("id-beside-data", DEAD, Answer(body=page(head='<script type="application/ld+json">{}</script>')), "/page#slope"),
]  # fmt: skip

UNSURE = [
    *(
        kind(str(status), CANT_TELL, Answer(status))
        for status in (400, 401, 402, 403, 405, 406, 407, 408, 409, 418, 421, 423, 425, 451, 999)
    ),
    *(
        kind(str(status), CANT_TELL, Answer(status))
        for status in (500, 501, 502, 503, 504, 507, 520, 525, 530, 598)
    ),
    *(kind(str(status), CANT_TELL, Answer(status, body=b"")) for status in (202, 204, 205, 300, 304)),
    kind("429", CANT_TELL, Answer(429)),
    kind("429-for-an-hour", CANT_TELL, Answer(429, {"Retry-After": "3600"})),
    kind("429-for-ever", CANT_TELL, Answer(429, {"Retry-After": "9" * 30})),
    kind("429-again", CANT_TELL, Answer(429, {"Retry-After": "0"})),
    kind("429-with-words", CANT_TELL, Answer(429, {"Retry-After": "soon"})),
    kind("429-before-now", CANT_TELL, Answer(429, {"Retry-After": "-5"})),
    kind("503-until-tomorrow", CANT_TELL, Answer(503, {"Retry-After": "Wed, 25 Nov 2026 10:00:00 GMT", "Date": "Tue, 24 Nov 2026 10:00:00 GMT"})),
    kind("403-to-robots", CANT_TELL, Answer(403, {"Server": "cloudflare"}, page("Just a moment...", head=SCRIPT))),
    kind("404-then-500", CANT_TELL, [Answer(404), Answer(500)]),
    kind("500-then-404", CANT_TELL, [Answer(500), Answer(404)]),
    kind("302-to-nowhere", CANT_TELL, Answer(302, body=b"")),
    kind("302-to-ftp", CANT_TELL, to("ftp://{host}/file")),
    kind("302-to-mail", CANT_TELL, to("mailto:a@b.org")),
    kind("302-to-script", CANT_TELL, to("javascript:alert(1)")),
    kind("302-to-file", CANT_TELL, to("file:///etc/passwd")),
    kind("302-to-data", CANT_TELL, to("data:text/html,hi")),
    kind("302-to-user", CANT_TELL, to("http://me:secret@{host}:{port}/new"), new=Answer()),
    kind("302-to-no-address", CANT_TELL, to("http://[::1")),
    kind("302-to-login", CANT_TELL, to("/login?next=/page"), **{"*": to("/login"), "login?next=/page": Answer(), "login": Answer()}),
    kind("301-to-login", CANT_TELL, to("/users/sign_in", 301), **{"users/sign_in": Answer()}),
    kind("302-to-one-page", CANT_TELL, to("/maintenance"), **{"*": to("/maintenance"), "maintenance": Answer()}),
    kind("302-to-home-alone", CANT_TELL, to("/"), **{"": Answer()}),
    Kind("hops-without-end", CANT_TELL, {f"/{n}": to(f"/{n + 1}") for n in range(40)}, "http://{host}:{port}/0"),
    kind("empty", CANT_TELL, Answer(body=b"")),
    kind("empty-page", CANT_TELL, Answer(body=page("", ""))),
    kind("same-for-all", CANT_TELL, Answer(), **{"*": Answer()}),
    kind("app", CANT_TELL, Answer(body=SHELL), **{"*": Answer(body=SHELL)}),
    kind("app-route", CANT_TELL, Answer(body=SHELL), "/#/page", **{"": Answer(body=SHELL), "*": Answer(body=SHELL)}),
    kind("no-such-id-before-scripts", CANT_TELL, Answer(body=page(head=SCRIPT)), "/page#slope"),
    kind("id-in-script", CANT_TELL, Answer(body=page(body="<script>'<p id=slope>'</script>" + WORDS)), "/page#slope"),
    kind("line-of-code", CANT_TELL, Answer(), "/page#L10"),
    kind("id-after-2-MB", CANT_TELL, Answer(body=page(body=WORDS * 33_000 + "<p id=late>")), "/page#late"),
    kind("bomb-with-fragment", CANT_TELL, Answer(headers={"Content-Encoding": "gzip"}, body=BOMB), "/page#a"),
    kind("never-ending-quote", CANT_TELL, Answer(body=page(body='<a b="' + WORDS * 40_000)), "/page#a"),
    kind("title-not-found-others-403", CANT_TELL, Answer(body=NOT_FOUND), **{"*": Answer(403)}),
    kind("title-not-found-others-fine", CANT_TELL, Answer(body=NOT_FOUND), **{"*": Answer()}),
    kind("home-not-found", CANT_TELL, Answer(body=NOT_FOUND), "/", **{"": Answer(body=NOT_FOUND), "*": Answer(body=NOT_FOUND)}),
    kind("hang", CANT_TELL, HANG),
    kind("slow-hops", CANT_TELL, after(0.7, to("/b")), b=after(0.7, Answer())),
    kind("drip-of-headers", CANT_TELL, dripping(b"HTTP/1.1 200 OK\r\n", b"X-A: a\r\n")),
    kind("drip-of-body", CANT_TELL, dripping(OK + b"\r\n", b"<p>")),
    kind("drip-of-status", CANT_TELL, dripping(b"HTTP/1.1 ", b"2")),
    kind("headers-without-end", CANT_TELL, flood(b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"a" * 999 + b"\r\n", 9_999)),
    kind("reset", CANT_TELL, RESET),
    kind("reset-in-body", CANT_TELL, Doing(_reset_in_body)),
    kind("end-without-answer", CANT_TELL, raw(b"")),
    kind("garbage", CANT_TELL, raw(b"\x00\xff\x13\x37" * 99)),
    kind("http-0.9", CANT_TELL, raw(page())),
    kind("another-protocol", CANT_TELL, raw(b"220 ftp.example ready\r\n")),
    kind("status-in-words", CANT_TELL, raw(b"HTTP/1.1 OK\r\n\r\n")),
    kind("body-broken-off", CANT_TELL, raw(OK + b"Content-Length: 9999\r\n\r\n<p>A")),
    kind("chunks-that-are-none", CANT_TELL, raw(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>A")),
    kind("gzip-that-is-none", CANT_TELL, Answer(headers={"Content-Encoding": "gzip"})),
    kind("gzip-broken-off", CANT_TELL, raw(OK + b"Content-Encoding: gzip\r\nContent-Length: 9999\r\n\r\n" + BOMB[:40])),
    Kind("refused", CANT_TELL, address="http://{host}:{refused}/page"),
    Kind("names-that-fail", CANT_TELL, address="http://later.test/page"),
    Kind("user", CANT_TELL, {"/page": Answer()}, "http://me:secret@{host}:{port}/page"),
    kind("robots-no", CANT_TELL, Answer(), **{"robots.txt": Answer(body=b"User-agent: *\nDisallow: /\n")}),
    kind("robots-no-to-us", CANT_TELL, Answer(), **{"robots.txt": Answer(body=b"user-agent: handbook-links\nuser-agent: b\ndisallow: /page\n")}),
    kind("robots-no-to-pattern", CANT_TELL, Answer(), "/page.html", **{"robots.txt": Answer(body=b"User-agent: *\nDisallow: /*.html$\n")}),
    kind("robots-500", CANT_TELL, Answer(), **{"robots.txt": Answer(500)}),
    kind("robots-hangs", CANT_TELL, Answer(), **{"robots.txt": HANG}),
    kind("robots-drips", CANT_TELL, Answer(), **{"robots.txt": dripping(OK + b"\r\n", b"#")}),
    kind("302-to-what-robots-forbid", CANT_TELL, to("/new"), new=Answer(), **{"robots.txt": Answer(body=b"User-agent: *\nDisallow: /new\n")}),
    *(
        Kind(f"at-{host}", CANT_TELL, address=f"http://{host}:9/page")
        for host in (
            *("10.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "127.0.0.1", "2130706433"),  # noqa: S104 - never bound
            *("0x7f.1", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[fe80::1]"),
            *("[2002:7f00:1::]", "[fd00::1]", "224.0.0.1", "255.255.255.255", "inside.test"),
        )
    ),
    kind("302-inside", CANT_TELL, to("http://169.254.169.254/latest/meta-data/")),
    kind("302-inside-by-name", CANT_TELL, to("http://inside.test/")),
    kind("302-to-another-port", CANT_TELL, to("http://127.0.0.1:9/")),
]  # fmt: skip

ENCRYPTED = [
    Kind("certificate", FINE, {"/page": Answer()}, "https://good.test:{tls}/page"),
    Kind("certificate-of-itself", CANT_TELL, {"/page": Answer()}, "https://itself.test:{tls}/page"),
    Kind("certificate-expired", CANT_TELL, {"/page": Answer()}, "https://expired.test:{tls}/page"),
    Kind("certificate-of-another", CANT_TELL, {"/page": Answer()}, "https://another.test:{tls}/page"),
    Kind("no-certificate", CANT_TELL, {"/page": Answer()}, "https://{host}:{port}/page"),
    Kind("301-to-https", MOVED, {"/page": to("https://good.test:{tls}/page", 301)}),
]  # fmt: skip

KINDS = [*GOOD, *GONE_FOR_GOOD, *GONE, *UNSURE, *ENCRYPTED]
# Where redirects from elsewhere lead.
COPY = {
    "url": "http://example.org/",
    "archived_snapshots": {
        "closest": {
            "status": "200",
            "available": True,
            "url": "http://web.archive.org/web/20200101000000/http://example.org/",
            "timestamp": "20200101000000",
        }
    },
}
ARCHIVE = Answer(headers={"Content-Type": "application/json"}, body=json.dumps(COPY).encode())
COMMON = Kind("common", FINE, {"/plain": Answer(), "/": Answer(), "/archive": ARCHIVE})
NAMES = {
    **dict.fromkeys(("good.test", "itself.test", "expired.test", "another.test"), "127.0.0.1"),
    "inside.test": "10.0.0.7",
}
FAILING = {"empty.test": socket.EAI_NODATA, "later.test": socket.EAI_AGAIN}


async def names(host: str, port: int) -> list[tuple[object, ...]]:
    """Look a host up as `getaddrinfo` does: the numbers, the names above, and no other."""
    if host.endswith(".test"):
        if host not in NAMES:
            raise socket.gaierror(FAILING.get(host, socket.EAI_NONAME), "no")
        host = NAMES[host]
    return list(
        socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    )


@dataclass
class Hostile:
    """The server: a host for each kind, all on one port; `seconds` is what its clients allow."""

    kinds: Sequence[Kind]
    seconds: float
    tls: ssl.SSLContext | None = None
    ports: dict[str, int] = field(default_factory=dict)
    asked: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.hosts = {"127.0.0.1": COMMON} | {
            f"127.1.{n // 250}.{n % 250 + 1}": one for n, one in enumerate(self.kinds)
        }

    def addresses(self) -> dict[str, Kind]:
        """Return the address to look at for each kind."""
        return {
            self.filled(one.address, host): one
            for host, one in self.hosts.items()
            if one is not COMMON
        }

    def filled(self, text: str, host: str) -> str:
        """Put host and ports into a text."""
        for name, value in {"host": host, **self.ports}.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["Hostile"]:
        """Serve until the end of the block."""
        async with AsyncExitStack() as stack:
            closed = stack.enter_context(socket.socket())
            closed.bind(("127.0.0.1", 0))  # bound but not listening: connections are refused
            first = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=512))
            self.ports = {"refused": closed.getsockname()[1], "port": first.getsockname()[1]}
            start = asyncio.start_server
            servers = [await start(self._answer, sock=first)]
            others = [host for host in self.hosts if host != "127.0.0.1"]
            servers.append(await start(self._answer, others, self.ports["port"], backlog=512))
            if self.tls:
                servers.append(await start(self._answer, "127.0.0.1", 0, ssl=self.tls))
                self.ports["tls"] = servers[-1].sockets[0].getsockname()[1]
            try:
                yield self
            finally:
                for server in servers:
                    server.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            method, target, *_ = request.decode("latin-1").split(" ", 2)
            host = self._host(request, writer)
            given = self._given(host, target, b"seen=1" in request)
            one = self.hosts[host]
            if method == "HEAD" and one.head:
                given = Answer(one.head, body=b"")
            await self._filled(given, host).write(writer, self.seconds)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # a client that goes away, or never asks
        finally:
            writer.close()

    def _host(self, request: bytes, writer: Writer) -> str:
        """Return the host of the socket; encrypted ones share one, and are told by name."""
        host = str(writer.get_extra_info("sockname")[0])
        if writer.get_extra_info("ssl_object") is None:
            return host
        named = request.lower().partition(b"host: ")[2].partition(b":")[0].decode()
        return next(at for at, one in self.hosts.items() if f"//{named}:" in one.address)

    def _given(self, host: str, target: str, seen: bool) -> Answer | Doing:
        if target == "/asked":
            return Answer(
                body=json.dumps(Counter(host for host, _ in self.asked.elements())).encode()
            )
        routes = self.hosts[host].routes
        given = routes.get(target) or routes.get(target.partition("?")[0])
        if not given and target != "/robots.txt":
            given = routes.get("*")
        time = self.asked[host, target]
        self.asked[host, target] += 1
        if isinstance(given, Walled):
            return Answer() if seen else given.wall
        if isinstance(given, Sequence):
            given = given[min(time, len(given) - 1)]
        return given if isinstance(given, Answer | Doing) else Answer(404, body=NOT_FOUND)

    def _filled(self, given: Answer | Doing, host: str) -> Answer | Doing:
        if isinstance(given, Doing) or "Location" not in given.headers:
            return given
        location = self.filled(given.headers["Location"], host)
        return Answer(given.status, {**given.headers, "Location": location}, given.body)


async def _serve(folder: str, seconds: float) -> None:
    server = chosen_by_host(Path(folder)) if folder else None
    kinds = KINDS if folder else [kind for kind in KINDS if kind not in ENCRYPTED]
    async with Hostile(kinds, seconds, server).serving() as hostile:
        addresses = {address: kind.name for address, kind in hostile.addresses().items()}
        print(json.dumps([addresses, hostile.ports]), flush=True)  # noqa: T201 - to its parent
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


@contextmanager
def served(
    seconds: float, folder: Path | None = None
) -> Iterator[tuple[dict[str, Kind], dict[str, int]]]:
    """Serve all kinds from a process of their own; the values are their addresses and the ports.

    `folder` is where the certificates go; without it none are encrypted.
    """
    command = [sys.executable, "-m", "links.hostile", str(folder or ""), str(seconds)]
    tests = Path(__file__).parent.parent
    with subprocess.Popen(
        command,
        cwd=tests,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        addresses, ports = json.loads(process.stdout.readline())
        by_name = {kind.name: kind for kind in KINDS}
        try:
            yield {address: by_name[name] for address, name in addresses.items()}, ports
        finally:
            process.stdin.close()
            process.kill()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1], float(sys.argv[2])))

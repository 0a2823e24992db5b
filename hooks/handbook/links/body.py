"""The body of an answer: unpacked within bounds, and decoded as its headers or it itself say."""

import codecs
import re
import zlib
from collections.abc import Iterator

# Decompressed: what is more is not read.
MAX_BYTES = 2_000_000
PIECE = 65_536
# `zlib` reads gzip and zlib by their own headers with 32 more than the window's size:
# https://docs.python.org/3/library/zlib.html#zlib.decompress
GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
# What the web uses; Python has codecs under other names that unpack, too.
CHARSET = re.compile(
    r"utf-?(?:8|16)(?:-?[bl]e)?|ascii|latin-?1|iso-?8859-\d+|(?:windows-|cp)\d+|koi8-[ru]|gb\w+|big5"
    r"|euc-?(?:jp|kr)|shift_jis|iso-?2022-jp",
    re.IGNORECASE,
)


class BodyError(ValueError):
    """Why a body can't be read."""


class Unpacker:
    """Undoes a Content-Encoding piece by piece, so that a few bytes can't become many."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding.strip().lower()
        self.raw = False
        self.machine = zlib.decompressobj(GZIP_OR_ZLIB)

    @property
    def known(self) -> bool:
        """Whether the encoding is one that was asked for."""
        return self.encoding in {"", "identity", "gzip", "x-gzip", "deflate"}

    def unpack(self, data: bytes) -> Iterator[bytes]:
        """Yield what a piece holds, in pieces of bounded size."""
        if self.encoding in {"", "identity"}:
            yield data
            return
        while data:
            try:
                yield self.machine.decompress(data, PIECE)
            except zlib.error:
                if self.raw or self.encoding != "deflate":
                    raise BodyError from None
                # Some send deflate without zlib's header: RFC 9110, section 8.4.1.2.
                self.raw, self.machine = True, zlib.decompressobj(-zlib.MAX_WBITS)
                continue
            data = self.machine.unconsumed_tail


def decoder(charset: str, first: bytes) -> codecs.IncrementalDecoder:
    """Return a decoder for the charset of the headers, or of a page's first bytes, or UTF-8."""
    if not charset:
        match = META.search(first[:2048])
        charset = match[1].decode() if match else ""
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        charset = "utf-16"
    try:
        name = charset if CHARSET.fullmatch(charset) else "utf-8"
        return codecs.getincrementaldecoder(name)("replace")
    except LookupError:
        return codecs.getincrementaldecoder("utf-8")("replace")


def is_html(media: str, first: bytes) -> bool:
    """Tell whether a body is a page; without a media type its first bytes tell."""
    if media in {"text/html", "application/xhtml+xml"}:
        return True
    start = first[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return not media and start.startswith((b"<!doctype html", b"<html", b"<head", b"<!--"))

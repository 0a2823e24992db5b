"""Bodies: unpacked within bounds, decoded as they say."""

import codecs
import zlib

import pytest

from handbook.links.body import PIECE, BodyError, Unpacker, decoder, is_html

TEXT = b"The slope of a line. " * 10_000


@pytest.mark.parametrize("bits", [31, 15, -15], ids=["gzip", "zlib", "deflate"])
def test_unpack(bits: int) -> None:
    """What was packed comes out, in pieces of bounded size."""
    packer = zlib.compressobj(wbits=bits)
    packed = packer.compress(TEXT) + packer.flush()
    unpacker = Unpacker("gzip" if bits > 15 else "Deflate")
    pieces = list(unpacker.unpack(packed))
    assert b"".join(pieces) == TEXT
    assert max(map(len, pieces)) <= PIECE


def test_not_packed() -> None:
    """What is not packed as it says can't be read, and an unknown packing is known as such."""
    with pytest.raises(BodyError):
        list(Unpacker("gzip").unpack(b"plain"))
    assert not Unpacker("br").known
    assert list(Unpacker("identity").unpack(b"plain")) == [b"plain"]


@pytest.mark.parametrize(
    ("charset", "first", "text"),
    [
        ("latin-1", b"\xe4", "ä"),
        ("", '<meta charset="windows-1252">\xe4'.encode("cp1252"), "ä"),
        ("", codecs.BOM_UTF16_LE + "ä".encode("utf-16-le"), "ä"),
        ("", "ä".encode(), "ä"),
        ("zlib_codec", "ä".encode(), "ä"),
        ("utf-99", "ä".encode(), "ä"),
        ("gb99", "ä".encode(), "ä"),
        ("utf-8", b"\xff", "\ufffd"),
    ],
)
def test_decode(charset: str, first: bytes, text: str) -> None:
    """The headers' charset counts, then the page's own, then UTF-8; an unknown one is UTF-8."""
    assert decoder(charset, first).decode(first).endswith(text)


def test_html() -> None:
    """A page is told by its type, or without one by its beginning."""
    assert is_html("text/html", b"")
    assert is_html("", b"\n<!DOCTYPE HTML>")
    assert not is_html("text/plain", b"<html>")
    assert not is_html("", b"%PDF")

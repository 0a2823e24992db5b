"""Addresses: their form, what is wrong with them, and those beside them that nobody has made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.links.address import AddressError, made_up, made_up_query, read


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("http://Example.ORG", "http://example.org/"),
        ("HTTP://example.org:80/a", "http://example.org/a"),
        ("https://example.org:8443?q=1", "https://example.org:8443/?q=1"),
        ("http://example.org/a b?c d#e f", "http://example.org/a%20b?c%20d"),
        ("http://example.org/%C3%A4/ä", "http://example.org/%C3%A4/%C3%A4"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://example.org\\a", "http://example.org/a"),
        ("\thttp://exa\nmple.org/ ", "http://example.org/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("http://example.org./", "http://example.org./"),
        ("http://example.org/?a=1&b=%20", "http://example.org/?a=1&b=%20"),
    ],
)
def test_form(written: str, asked: str) -> None:
    """An address is asked for in the form that browsers give it."""
    assert read(written).asked == asked


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("ftp://example.org/", "is no address of the web"),
        ("example.org", "is no address of the web"),
        ("http:///a", "names no host"),
        ("http://me@example.org/", "has a user's name in it"),
        ("http://a..org/", "names a host that can't be: 'a..org'"),
        ("http://a%20b.org/", "names a host that can't be: 'a%20b.org'"),
        ("http://example.org:99999/", "can't be read: Port out of range 0-65535"),
        ("http://[::1/", "can't be read: Invalid IPv6 URL"),
    ],
)
def test_what_is_none(written: str, message: str) -> None:
    """What can't be asked for says why."""
    with pytest.raises(AddressError) as caught:
        read(written)
    assert str(caught.value) == message


@given(st.text(alphabet="hto:/.[]@?#%\\ü \x00\ud800a1", max_size=40))
def test_nothing_breaks_it(text: str) -> None:
    """A text is an address or an `AddressError`, and an address is read as itself."""
    try:
        address = read(f"http://{text}")
    except AddressError:
        return
    assert read(address.asked).asked == address.asked


def test_relative() -> None:
    """An address on a page is read from that of the page."""
    base = read("https://example.org/a/b?c#d")
    assert str(read("../e#f", base)) == "https://example.org/e#f"
    assert str(read("//other.org", base)) == "https://other.org/"


def test_made_up() -> None:
    """A made-up address is in the same folder, ends alike, and is always the same."""
    one = made_up(read("http://example.org/a/b.html?c=1"))
    assert one.asked == "http://example.org/a/q6a2d6a47a2828fe.html"
    assert made_up(read("http://example.org/a/x.html")) == one
    assert made_up(read("http://example.org/a/b/")).asked.endswith("/")
    assert made_up_query(read("http://example.org/a?b=1&c=2")).asked.startswith(
        "http://example.org/a?b=1&c=q"
    )

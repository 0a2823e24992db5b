"""Which machines may be asked."""

import pytest

from handbook.links.safety import is_global

PUBLIC = ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
PRIVATE = [
    *("127.0.0.1", "127.255.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1"),
    *("169.254.169.254", "100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3", "192.0.0.1"),  # noqa: S104 - not bound
    *("192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1"),
    *("240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1"),
    *("fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "100::1", "64:ff9b:1::1", "::ffff:10.0.0.1"),
    *("::ffff:127.0.0.1", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::"),
    *("2002:a00:1::1", "2001:0:4136:e378:8000:63bf:80ff:fffe", "localhost", "", "1.2.3"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    """A machine that everybody can reach may be asked, however its address is written."""
    assert is_global(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    """No other may, nor one that an IPv6 address stands for."""
    assert not is_global(address)

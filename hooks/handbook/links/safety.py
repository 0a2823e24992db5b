"""Which machines may be asked: those that everybody can reach, whatever a name says they are.

https://www.iana.org/assignments/iana-ipv6-special-registry/
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# IPv6 addresses that carry an IPv4 one, and how many bits stand behind it.
NAT64 = IPv6Network("64:ff9b::/96")
COMPATIBLE = IPv6Network("::/96")
# Translation within one network (RFC 8215), site-local (RFC 3879), and what is no unicast.
NOT_GLOBAL = (IPv6Network("64:ff9b:1::/48"), IPv6Network("fec0::/10"))


def is_global(text: str) -> bool:
    """Tell whether an IP address is one machine that everybody can reach."""
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return _is_global(found)
    if any(found in network for network in NOT_GLOBAL):
        return False
    inner = _inside(found)
    return _is_global(inner) if inner else _is_global(found)


def _is_global(found: IPv4Address | IPv6Address) -> bool:
    return found.is_global and not found.is_multicast and not found.is_reserved


def _inside(found: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for: mapped, 6to4, NAT64 or Teredo."""
    if found in NAT64 or found in COMPATIBLE:
        return IPv4Address(int(found) & 0xFFFF_FFFF)
    teredo = found.teredo
    return found.ipv4_mapped or found.sixtofour or (teredo[1] if teredo else None)

"""Addresses of the web: what is asked for when a reader follows one, and what is wrong with it.

They are read as browsers read them: https://url.spec.whatwg.org/
"""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

# What browsers take out, and what may stand in an address as it is (RFC 3986).
IGNORED = re.compile(r"[\t\n\r]|^[\0-\x20]+|[\0-\x20]+$")
BEFORE_QUERY = re.compile(r"[^?#]*")
SAFE = "!#$%&'()*+,-./:;=?@[]_~|"
PORTS = {"http": 80, "https": 443}
# Those who only say where a work is: their own answer tells whether they know it, and publishers
# let in no programs.
RESOLVERS = {"doi.org", "dx.doi.org", "www.doi.org", "hdl.handle.net"}
# Of a label, and of a host: RFC 1035, section 2.3.4.
LABEL = re.compile(r"[\w-]{1,63}")
MAX_HOST = 253


class AddressError(ValueError):
    """Why a text is no address of the web, or none to ask for, as the end of a sentence."""


class UserError(AddressError):
    """An address with a user's name: a browser takes it, but none is given away here."""


@dataclass(frozen=True)
class Address:
    """An address in the form in which it is asked for; `fragment` is as written."""

    scheme: str
    host: str
    port: int
    target: str
    fragment: str = ""

    @property
    def site(self) -> str:
        """Scheme, host, and port where it is not the scheme's."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def asked(self) -> str:
        """The address without its fragment, which no server sees."""
        return self.site + self.target

    def __str__(self) -> str:
        return self.asked + (f"#{self.fragment}" if self.fragment else "")

    @property
    def is_resolver(self) -> bool:
        """Whether its host only knows where works are."""
        return self.host in RESOLVERS

    @property
    def path(self) -> str:
        """The path alone."""
        return self.target.partition("?")[0]


def read(text: str, base: Address | None = None) -> Address:
    """Return the address of a text; `AddressError` when there is none.

    `base` is the address of the page on which it stands.
    """
    text = BEFORE_QUERY.sub(lambda match: match[0].replace("\\", "/"), IGNORED.sub("", text), 1)
    try:
        parts = urlsplit(urljoin(base.asked, text) if base else text)
        port = parts.port
        target = _target(parts)
    except UnicodeError:
        raise AddressError("can't be read: it has half a character") from None
    except ValueError as error:
        raise AddressError(f"can't be read: {str(error).rstrip('.')}") from None
    if parts.scheme not in PORTS:
        raise AddressError("is no address of the web")
    if "@" in parts.netloc:
        raise UserError("has a user's name in it")
    host = _host(parts.hostname or "")
    return Address(parts.scheme, host, port or PORTS[parts.scheme], target, parts.fragment)


def _target(parts: SplitResult) -> str:
    # A header of other bytes than UTF-8 has them as surrogates.
    path, query = (
        quote(text, SAFE, "utf-8", "surrogateescape") for text in (parts.path, parts.query)
    )
    slash = "" if path.startswith("/") else "/"
    return f"{slash}{path}?{query}" if query else f"{slash}{path}"


def _host(written: str) -> str:
    if not written:
        raise AddressError("names no host")
    if ":" in written:  # an IPv6 address, which `urlsplit` has checked
        return written
    try:
        host = written if written.isascii() else idna.encode(written, uts46=True).decode()
    except idna.IDNAError:
        raise AddressError(f"names a host that can't be: '{written}'") from None
    labels = host.removesuffix(".").split(".")
    if len(host) > MAX_HOST or not all(LABEL.fullmatch(label) for label in labels):
        raise AddressError(f"names a host that can't be: '{written}'")
    return host.lower()


def made_up(address: Address) -> Address:
    """Return an address beside another that nobody can have made; always the same one."""
    folder, _, name = address.path.rstrip("/").rpartition("/")
    slash = "/" if address.path.endswith("/") else ""
    ending = re.search(r"\.[a-z]{1,5}$", name, re.IGNORECASE)
    name = _nonsense(f"{address.site}{folder}") + (ending[0] if ending else "")
    return Address(address.scheme, address.host, address.port, f"{folder}/{name}{slash}")


def made_up_query(address: Address) -> Address:
    """Return an address whose last parameter has a value that nobody can have given."""
    before, _, _ = address.target.rpartition("=")
    target = f"{before}={_nonsense(before)}"
    return Address(address.scheme, address.host, address.port, target)


def _nonsense(text: str) -> str:
    return "q" + hashlib.sha256(text.encode()).hexdigest()[:15]

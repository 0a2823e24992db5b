"""Rules on the address of an entry: it can be read, is safe, lasts, and tracks nobody."""

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from handbook.files.yamltext import Mapping, Text
from handbook.problem import Found
from handbook.rules.references import PLACEHOLDER

RULES = {
    "R215": """A URL is an address on the web.
Why: anything else is not linked.
Fix: copy it from the browser, with 'https://' and without spaces.""",
    "R216": """A URL uses https.
Why: without it, what a reader gets can be read and changed on the way.
Fix: write 'https://' and open it; if the site has no https, silence the rule and say so.""",
    "R217": """A URL has no parameters that track readers.
Why: they say where the link was copied, not where the work is.
Fix: write the address without them, and open it.""",
    "R218": """A URL is not that of a link shortener.
Why: a reader can't see where it leads, and it dies with its service.
Fix: open it, and write the address where it leads.""",
    "R219": """A URL leads to a host that everybody can reach.
Why: reserved, local and private names lead nowhere, or elsewhere for each reader.
Fix: write the work's public address.""",
}
# https://github.com/mpchadwick/tracking-query-params-registry
TRACKING = {
    *("dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igsh", "igshid", "li_fat_id", "mc_cid"),
    *("mc_eid", "mkt_tok", "msclkid", "rdt_cid", "s_cid", "s_kwcid", "srsltid", "ttclid"),
    *("twclid", "wbraid", "yclid", "_ga", "_gl", "_hsenc", "_hsmi", "_openstat", "__hsfp"),
    *("__hssc", "__hstc"),
}
TRACKING_PREFIXES = ("utm_", "mtm_", "pk_campaign", "pk_kwd", "hsa_")
SHORTENERS = {
    *("amzn.to", "bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "fb.me", "goo.gl", "ift.tt", "is.gd"),
    *("j.mp", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "shorturl.at", "t.co", "t.ly"),
    *("tiny.cc", "tinyurl.com", "trib.al", "v.gd", "wp.me", "x.co"),
}
# https://www.iana.org/assignments/special-use-domain-names
RESERVED = (
    *(".alt", ".example", ".home.arpa", ".internal", ".invalid", ".local", ".localhost"),
    *(".onion", ".test"),
    *(".example.com", ".example.net", ".example.org"),
)
NUMBER = re.compile(r"\d+|0x[\da-f]*", re.ASCII)


def check(entry: Mapping) -> Iterator[Found]:
    """Yield the problems of an entry's address."""
    url = entry.get("URL")
    if not isinstance(url, Text) or not url or PLACEHOLDER.search(url):
        return
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        message = f"The address '{url}' can't be read: {str(error).rstrip('.')}. Correct it."
        yield url.line, url.col, "R215", message
        return
    said = _unreadable(url, parts)
    for rule, message in [("R215", said)] if said else _doubtful(url, parts):
        yield url.line, url.col, rule, message


def _unreadable(url: str, parts: SplitResult) -> str:
    if parts.scheme not in {"http", "https"}:
        return f"'{url}' is no address on the web. Begin it with 'https://'."
    if not parts.hostname:
        return f"The address '{url}' names no host. Correct it."
    if any(char.isspace() for char in url):
        return f"The address '{url}' has a space. Write it as '%20'."
    if parts.username is not None:
        return f"The address '{url}' has a user's name in it. Take it out."
    return ""


def _doubtful(url: str, parts: SplitResult) -> Iterator[tuple[str, str]]:
    host = (parts.hostname or "").rstrip(".")
    if not _is_public(host):
        yield "R219", f"'{host}' is no host that everybody can reach. Write the work's address."
        return
    if parts.scheme == "http":
        message = f"'{url}' is not encrypted. Write 'https{url[4:]}', if the site has it."
        yield "R216", message
    if host.removeprefix("www.") in SHORTENERS:
        yield "R218", f"'{host}' shortens addresses. Write the address to which it leads."
    query = parts.query.split("&")
    kept = [part for part in query if not _tracks(part)]
    if kept != query:
        names = ", ".join(f"'{part.partition('=')[0]}'" for part in query if part not in kept)
        without = parts._replace(query="&".join(kept)).geturl()
        yield "R217", f"{names} in the address can track readers. Write '{without}'."


def _tracks(part: str) -> bool:
    name = part.partition("=")[0].casefold()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _is_public(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        # A browser reads a last label of digits as part of a number:
        # https://url.spec.whatwg.org/#ends-in-a-number-checker
        is_number = NUMBER.fullmatch(host.rpartition(".")[2])
        is_name = "." in host and all(host.split(".")) and not is_number
        return is_name and not f".{host}".endswith(RESERVED)

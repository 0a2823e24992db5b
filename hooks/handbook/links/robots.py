"""robots.txt: what a site asks of programs (RFC 9309, and the older Crawl-delay)."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

AGENT = "handbook-links"
LINE = re.compile(
    r"\s*(?P<name>user-agent|allow|disallow|crawl-delay)\s*:\s*(?P<value>[^#]*)", re.IGNORECASE
)
SECONDS = re.compile(r"\d{1,6}(?:\.\d+)?", re.ASCII)
COMMON_SAFE = "!$%&'()*+,-./:;=?@_~"


@dataclass(frozen=True)
class Robots:
    """What is asked of us: patterns of paths, each with whether it is allowed; seconds between.

    `unread` says why it can't be known.
    """

    patterns: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0
    unread: str = ""

    def allows(self, target: str) -> bool:
        """Tell whether a path with its query may be asked for: the longest pattern decides."""
        path = _normal(target)
        found = [(len(p), allowed) for p, allowed in self.patterns if _matches(p, path)]
        return max(found)[1] if found else True


def parse(text: str) -> Robots:
    """Read a robots.txt; lines that are none are passed over."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    in_rules = True
    for match in filter(None, map(LINE.match, text.lstrip("\ufeff").splitlines())):
        name, value = match["name"].lower(), match["value"].strip()
        if name == "user-agent":
            agents = [*([] if in_rules else agents), value.lower()]
            groups.setdefault(value.lower(), [])
        else:
            for agent in agents:
                groups[agent].append((name, value))
        in_rules = name != "user-agent"
    return _robots(groups.get(AGENT, groups.get("*", [])))


def _robots(rules: list[tuple[str, str]]) -> Robots:
    delays = [value for name, value in rules if name == "crawl-delay"]
    return Robots(
        tuple(
            (_normal(value), name == "allow")
            for name, value in rules
            if name != "crawl-delay" and value
        ),
        max((float(delay) for delay in delays if SECONDS.fullmatch(delay)), default=0.0),
    )


def _normal(path: str) -> str:
    return quote(unquote(path), COMMON_SAFE)


def _matches(pattern: str, path: str) -> bool:
    """Compare piece by piece: a regular expression of many `*` can take for ever."""
    whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for n, piece in enumerate(rest):
        if whole and n == len(rest) - 1:
            return len(path) - len(piece) >= at and path.endswith(piece)
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return not whole or at == len(path)

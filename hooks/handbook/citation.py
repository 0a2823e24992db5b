"""Citations in Pandoc's bracketed syntax: `[see @key, p. 12; -@{other}]`.

https://pandoc.org/MANUAL.html#extension-citations
"""

import re
from dataclasses import dataclass

from handbook.marks import MARK

# A key: a letter, digit or underscore, then those and single inner punctuation marks; or braced.
KEY = re.compile(
    rf"""
    (?P<suppressed>-)?
    @(?P<mark>{MARK})?
    (?: \{{(?P<braced>[^{{}}\s]+)\}}
      | (?P<plain>\w(?:\w|[:.\#$%&\-+?<>~/](?=\w))*)
    )""",
    re.VERBOSE,
)
# What a locator begins with: Pandoc's labels, or a number.
LOCATOR = re.compile(
    r"""
    (?: (?:pp?|secs?|chaps?|ch|figs?|tab|vols?|nos?|eqs?|apps?|paras?|Art|art|rule|lines?)\.?\s+\S
      | (?:page|section|chapter|figure|table|volume|appendix|paragraph|article|rule|line)s?\s+\S
      | [§¶]\s*\S
      | \d
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Citation:
    """One cited work; `mark` is the mark beside its key, if the text carried marks."""

    key: str
    prefix: str = ""
    locator: str = ""
    suffix: str = ""
    author_suppressed: bool = False
    mark: str = ""


def parse(inside: str) -> tuple[Citation, ...]:
    """Return the citations of a bracket's text, or nothing when it is no citation."""
    found = [_one(part) for part in inside.split(";")]
    citations = tuple(citation for citation in found if citation)
    return citations if len(citations) == len(found) else ()


def _one(part: str) -> Citation | None:
    match = KEY.search(part)
    if not match or KEY.search(part, match.end()) or "[" in part or "]" in part:
        return None
    before, after = part[: match.start()], part[match.end() :]
    if before and not before[-1].isspace():
        return None
    comma, rest = after.lstrip().startswith(","), after.strip().lstrip(",").strip()
    if after and not (comma or after[0].isspace()):
        return None
    locator = rest if LOCATOR.match(rest) else ""
    return Citation(
        key=match["braced"] or match["plain"],
        prefix=before.strip(),
        locator=locator,
        suffix="" if locator else (", " if comma and rest else "") + rest,
        author_suppressed=bool(match["suppressed"]),
        mark=match["mark"] or "",
    )

"""Citations in Pandoc's bracketed syntax: `[see @key, p. 12; -@{other}]`.

https://pandoc.org/MANUAL.html#extension-citations
"""

import re
from dataclasses import dataclass

from handbook.syntax import locator, marks
from handbook.syntax.marks import MARK

# No piece of code stands in a key; the parser has put it aside by then (U+0002).
BRACED = r"\{(?:[^{}\s\x02]|\{[^{}\s\x02]*\})+\}"
# A letter, digit or underscore, then those, and single signs between them; "://" stands too. What
# looks like something else in a key may have got a mark of its own.
BESIDE = rf"(?:{MARK})?"
PLAIN = rf"\w(?:{BESIDE}(?:\w|[:.\#$%&\-+?<>~/](?={BESIDE}\w)|[:/](?={BESIDE}/)))*"
# What does not stand right before a key, so that none of `a@b`, `"@type"` and `\@a` has one.
GLUED = r"\w.=@*\\\"'‘’“”"
KEY = re.compile(
    rf"""
    (?: (?<![\w.])(?P<suppressed>-) | (?<![{GLUED}]) )
    @(?P<mark>{MARK})?
    (?P<key>{BRACED}|{PLAIN})
    """,
    re.VERBOSE,
)
# Most citations are nothing else.
ONLY_KEY = re.compile(rf"@(?P<mark>{MARK})?(?P<key>[A-Za-z0-9]+)")
# Up to the bracket that closes; one more pair may stand inside. Bounded, so that no text is slow.
INSIDE = re.compile(rf"(?:@{MARK}?{BRACED}|[^\[\]]|\[[^\[\]]*\]){{1,1000}}+(?=\])")
SPACES = re.compile(r"\s+")
PART = re.compile(rf"(?:@{MARK}?{BRACED}|\[[^\[\]]*\]|[^;])+")


@dataclass(frozen=True)
class Citation:
    """One cited work; `mark` is the mark beside its key, if the text carried marks.

    `suffix` begins with the space or the punctuation that parts it from what is before.
    """

    key: str
    prefix: str = ""
    locator: str = ""
    suffix: str = ""
    author_suppressed: bool = False
    mark: str = ""

    @property
    def written(self) -> str:
        """The key with the signs before it, as its author wrote it."""
        key = self.key if re.fullmatch(PLAIN, self.key) else f"{{{self.key}}}"
        return f"{'-' if self.author_suppressed else ''}@{key}"


def parse(inside: str) -> tuple[Citation, ...]:
    """Return the citations of a bracket's text, or nothing when it is no citation."""
    parts = PART.findall(inside)
    found = [_one(part) for part in parts if ";".join(parts) == inside]
    citations = tuple(citation for citation in found if citation)
    return citations if len(citations) == len(found) else ()


def _one(part: str) -> Citation | None:
    if only := ONLY_KEY.fullmatch(part):
        return Citation(only["key"], mark=only["mark"] or "")
    part = SPACES.sub(" ", part)
    match = KEY.search(part)
    if not match or KEY.search(part, match.end()):
        return None
    before = part[: match.start()]
    if before.count("[") != before.count("]"):
        return None
    found, suffix = locator.split(part[match.end() :])
    key = marks.without(match["key"])
    return Citation(
        key=key[1:-1] if key.startswith("{") else key,
        prefix=before.strip(),
        locator=found,
        suffix=suffix,
        author_suppressed=bool(match["suppressed"]),
        mark=match["mark"] or "",
    )

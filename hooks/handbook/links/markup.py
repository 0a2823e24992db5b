"""HTML as it arrives: title, heading, scripts and identifiers, in one pass and a fixed memory.

Python's own parser takes a time that grows with the square of what some hostile pages hold, and
keeps what it can't end; this reads tags alone, as https://html.spec.whatwg.org/#tokenization ends
them.
"""

import hashlib
import re
from collections.abc import Iterator
from html import unescape

from handbook.links.observation import Page

START = re.compile(r"<(?:(?P<other>!--|[!?])|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]{0,60}+))")
# Up to the tag's end; a quoted value that does not end takes all that follows.
ATTRIBUTES = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+""")
ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
# Whose content is no markup, or not for a reader whose browser runs scripts.
RAW = {
    *("script", "style", "title", "textarea", "noscript", "iframe", "xmp", "noembed", "noframes"),
    "template",
}
# What ends a comment, and a declaration.
CLOSING = {"!--": "-->", "!": ">", "?": ">"}
# Types of <script> that hold data: any other that is no script is not run either.
DATA = re.compile(r"json|template|text/(?:plain|html|x-)|importmap|speculationrules")
REFRESH = re.compile(
    r"""\s*(?P<seconds>\d*)[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?(?P<url>[^"']+)""", re.IGNORECASE
)
MAX_TAG = 65_536
MAX_TEXT = 300
# Before white space is taken out.
MAX_RAW = 2_000
# A page that leads on after longer is one to be read.
MAX_REFRESH = 10


class Scanner:
    """Takes a page piece by piece; `wanted` are the identifiers to look for."""

    def __init__(self, wanted: frozenset[str] = frozenset()) -> None:
        self.wanted = wanted
        self.found: set[str] = set()
        self.texts = {"title": "", "h1": ""}
        self.refresh = ""
        self.scripts = False
        self.words = 0
        self.hash = hashlib.blake2b(digest_size=8)
        self.rest = ""
        self.raw = ""  # the name of the element whose raw content is being read
        self.in_heading = False
        self.parted = True  # white space, or nothing, stands before what comes

    def page(self, *, whole: bool) -> Page:
        """Return what was seen."""
        self._text(self.rest)
        return Page(
            title=_plain(self.texts["title"]),
            heading=_plain(self.texts["h1"]),
            refresh=self.refresh,
            digest=self.hash.hexdigest(),
            words=self.words,
            found=frozenset(self.found),
            scripts=self.scripts,
            whole=whole,
        )

    def feed(self, text: str) -> None:
        """Read a further piece."""
        text = self.rest + text
        self.rest, at = "", 0
        while at < len(text):
            if self.raw:
                at = self._skip(text, at)
            elif match := START.search(text, at):
                self._text(text[at : match.start()])
                at = self._tag(text, match)
            else:
                # A tag may begin at the very end.
                cut = max(text.rfind("<", len(text) - 64), at) if "<" in text[-64:] else len(text)
                self._text(text[at:cut])
                self.rest, at = text[cut:], len(text)

    def _skip(self, text: str, at: int) -> int:
        """Pass over raw content; return where its end tag begins, or the text's end."""
        closing = CLOSING.get(self.raw) or f"</{self.raw}"
        match = re.compile(closing, re.IGNORECASE).search(text, at)
        if not match:
            kept = max(at, len(text) - len(closing))
            self._raw_text(text[at:kept])
            self.rest = text[kept:]
            return len(text)
        self._raw_text(text[at : match.start()])
        was, self.raw = self.raw, ""
        return match.start() if was in RAW else match.end()

    def _raw_text(self, text: str) -> None:
        if self.raw == "title":
            self.texts["title"] = (self.texts["title"] + text)[:MAX_RAW]

    def _tag(self, text: str, match: re.Match[str]) -> int:
        """Read one tag or the start of a comment; return where to go on."""
        if match["other"] and len(text) - match.start() < len("<!--"):
            self.rest = text[match.start() :]
            return len(text)
        if match["other"]:
            self.raw = match["other"]
            return match.end()
        attributes = ATTRIBUTES.match(text, match.end())
        end = attributes.end() if attributes else match.end()
        if end >= len(text):
            self.rest = text[match.start() :] if len(text) - match.start() < MAX_TAG else ""
            return len(text)
        self._element(match["name"].lower(), bool(match["end"]), text[match.end() : end])
        return end + 1

    def _element(self, name: str, ends: bool, attributes: str) -> None:
        if name == "h1":
            self.in_heading = not ends
        if ends:
            return
        if name in RAW:
            self.raw = name
        if self.wanted or name in {"script", "meta"}:
            self._attributes(name, dict(reversed(list(_pairs(attributes)))))

    def _attributes(self, name: str, values: dict[str, str]) -> None:
        identifiers = {values.get("id"), values.get("name") if name == "a" else None}
        self.found |= self.wanted & identifiers
        if name == "script" and not DATA.search(values.get("type", "").lower()):
            self.scripts = True
        if name == "meta" and values.get("http-equiv", "").lower() == "refresh":
            match = REFRESH.match(values.get("content", ""))
            if match and not self.refresh and int(match["seconds"][:6] or 0) <= MAX_REFRESH:
                self.refresh = match["url"].strip()

    def _text(self, text: str) -> None:
        if not text:
            return
        if self.in_heading:
            self.texts["h1"] = (self.texts["h1"] + text)[:MAX_RAW]
        # Where a piece ends must change nothing: only white space parts words.
        parted = self.parted or text[0].isspace()
        words = text.split()
        self.words += len(words) - bool(words and not parted)
        said = f"{' ' * parted}{' '.join(words)}" if words else ""
        self.hash.update(said.encode("utf-8", "replace"))
        self.parted = text[-1].isspace() if words else parted


def _pairs(attributes: str) -> Iterator[tuple[str, str]]:
    for match in ATTRIBUTE.finditer(attributes):
        yield match[1].lower(), unescape(match[2] or match[3] or match[4] or "")


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())[:MAX_TEXT]

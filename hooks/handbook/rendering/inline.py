"""Inline parsing: as Python-Markdown's, but quicker.

Of about twenty patterns a text can match two or three, and its signs tell which.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    BACKTICK_RE,
    ENTITY_RE,
    ESCAPE_RE,
    HTML_RE,
    IMAGE_LINK_RE,
    LINE_BREAK_RE,
    LINK_RE,
    ImageReferenceInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from handbook.rendering import cluster
from handbook.syntax import basis, computed

# A pattern -> signs of which a text has one where it changes anything; any other is always tried.
SIGNS = {
    BACKTICK_RE: {"`"},
    ESCAPE_RE: {"\\"},
    cluster.BEGINNING: {"@"},
    computed.VALUE.pattern: {"{="},
    basis.WRITTEN.pattern: {"{~"},
    r"\[\^([^\]]*)\]": {"[^"},  # a footnote
    LINK_RE: {"["},
    IMAGE_LINK_RE: {"!["},
    AUTOLINK_RE: {"<"},
    AUTOMAIL_RE: {"<"},
    LINE_BREAK_RE: {"  \n"},
    HTML_RE: {"<"},
    ENTITY_RE: {"&"},
    r"\*|_": {"*", "_"},  # emphasis
}
REFERENCES = {
    ReferenceInlineProcessor,
    ImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
}
ALL_SIGNS = sorted({sign for signs in SIGNS.values() for sign in signs})
ANY_SIGN = re.compile("|".join(map(re.escape, ALL_SIGNS)))


class SignsProcessor(InlineProcessor):
    """Tries only the patterns that a text can match.

    What is overridden has a private name: were it another one day, this would only be slower.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._known: list[Any] = []
        self._tried: dict[tuple[str, ...], list[tuple[int, Any]]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Parse, and forget what was tried when there are other patterns now."""
        known = [bool(self.md.references), *self.inlinePatterns]
        if known != self._known:
            self._known, self._tried = known, {}
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(  # noqa: N802 - Python-Markdown's name
        self,
        data: str,
        patternIndex: int = 0,  # noqa: N803 - the same
    ) -> str:
        if isinstance(data, AtomicString):
            return data
        apply: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        # What a pattern puts into the text has no signs, and what it takes out is looked at alone.
        signs = tuple(filter(data.__contains__, ALL_SIGNS)) if ANY_SIGN.search(data) else ()
        for index, pattern in self._patterns(signs):
            matched, start = index >= patternIndex, 0
            while matched:
                data, matched, start = apply(pattern, data, index, start)
        return data

    def _patterns(self, signs: tuple[str, ...]) -> list[tuple[int, Any]]:
        """Return the patterns that a text with some signs can match, each with its index."""
        if signs not in self._tried:
            _, *patterns = self._known
            self._tried[signs] = [
                (index, pattern)
                for index, pattern in enumerate(patterns)
                if self._matches(pattern, signs)
            ]
        return self._tried[signs]

    def _matches(self, pattern: Any, signs: tuple[str, ...]) -> bool:
        """Tell whether a pattern can match a text with some signs."""
        # Without definitions no text is a reference to one; another extension may know better.
        if type(pattern) in REFERENCES and not self.md.references:
            return False
        needed = SIGNS.get(pattern.getCompiledRegExp().pattern)
        return needed is None or not needed.isdisjoint(signs)

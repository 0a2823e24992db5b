"""Marks of what a number rests on when no work is cited, `{~illustrative}`, or of until when.

`{~expires: 2027-06-30}` says when what ages has to be checked again; it is no basis.

At the end of a sentence a mark is about that sentence; on a line of its own at the end of a
paragraph it is about the whole paragraph.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.util import STX

from handbook.syntax.marks import MARK

if TYPE_CHECKING:
    from handbook.pages.page import Place

# `{~~` begins a deletion in CriticMarkup; what Python-Markdown put aside begins with STX.
WRITTEN = re.compile(rf"\{{~(?!~)(?P<mark>{MARK})?(?P<text>[^{{}}\n{STX}]*)\}}")
# Word -> what must follow its colon, if anything must.
WORDS = {
    "computed": "the example's name",
    "expires": "the day",
    "illustrative": "",
    "unsupported": "the reason",
}


@dataclass(frozen=True)
class Basis:
    """A mark as written: `{~word: detail}`."""

    word: str
    detail: str
    at: "Place"

    @property
    def written(self) -> str:
        """The mark with its braces, spaced as usual."""
        return f"{{~{self.word}: {self.detail}}}" if self.detail else f"{{~{self.word}}}"

    @property
    def expires(self) -> bool:
        """Whether it says when a sentence has to be checked, and nothing of what it rests on."""
        return self.word == "expires"


def parse(text: str, at: "Place") -> Basis:
    """Return the mark of what stands between its braces."""
    word, _, detail = text.partition(":")
    return Basis(word.strip(), detail.strip(), at)

"""What a number rests on when no work is cited for it, as its author marks it: `{~illustrative}`.

At the end of a sentence a mark is about that sentence; on a line of its own at the end of a
paragraph it is about the whole paragraph.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.util import STX

from handbook.marks import MARK

if TYPE_CHECKING:
    from handbook.page import Place

# `{~~` begins a deletion in CriticMarkup; what Python-Markdown put aside begins with STX.
WRITTEN = re.compile(rf"\{{~(?!~)(?P<mark>{MARK})?(?P<text>[^{{}}\n{STX}]*)\}}")
# Word -> what must follow its colon, if anything must.
WORDS = {"computed": "the example's name", "illustrative": "", "unsupported": "the reason"}


@dataclass(frozen=True)
class Basis:
    """A mark as written: `{~word: detail}`."""

    word: str
    detail: str
    at: "Place"


def parse(text: str, at: "Place") -> Basis:
    """Return the mark of what stands between its braces."""
    word, _, detail = text.partition(":")
    return Basis(word.strip(), detail.strip(), at)

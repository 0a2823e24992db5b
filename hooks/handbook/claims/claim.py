"""Claims: the sentences that state a quantity, and what each of them rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.claims import appeal, quantity
from handbook.claims.quantity import quantities
from handbook.claims.sentence import Sentence
from handbook.claims.wordstart import finder, pattern

if TYPE_CHECKING:
    from handbook.pages.page import Place

WORDS = (*quantity.WORDS, *appeal.WORDS)
# What a quantity or an appeal begins with, in small letters.
BEGINNING = rf"{quantity.FIGURES}|(?:{pattern(WORDS)})\b"
_begins = finder(WORDS)


@dataclass(frozen=True)
class Claim:
    """A sentence with its quantities as written, and the place of the first."""

    sentence: Sentence
    quantities: tuple[str, ...]
    at: "Place"

    @property
    def rests_on(self) -> str:
        """`unsupported`, `illustrative`, `cited`, `computed`, or nothing."""
        said = self.sentence
        word = said.basis.word if said.basis else ""
        if word in {"unsupported", "illustrative"}:
            return word
        if said.citations:
            return "cited"
        return "computed" if said.computed or word == "computed" else ""


def may_claim(text: str) -> bool:
    """Tell whether a text may hold a quantity or an appeal; most hold neither."""
    return bool(quantity.FIGURE.search(text)) or _begins(text)


def claims(sentences: Iterable[Sentence]) -> Iterator[Claim]:
    """Yield each sentence that states, computes or is marked as stating a quantity."""
    for said in sentences:
        found = quantities(said.text)
        if found or said.computed or said.basis:
            at = said.place(found[0][0]) if found else said.at
            yield Claim(said, tuple(quantity for _, quantity in found), at)

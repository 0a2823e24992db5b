"""The rule on the dash of a range, in what counts as a quantity of a page's running text alone."""

import re
from collections.abc import Iterator

from handbook.book import Book
from handbook.claims.claim import Claim
from handbook.claims.quantity import quantities
from handbook.pages.page import Page
from handbook.problem import Problem
from handbook.rules.edit import Edit, problems

RULES = {
    "R023": """A range of numbers has an en dash.
Why: with a hyphen it reads as a difference, or as one word.
Fix: run 'handbook check --fix', which leaves alone what is no quantity: dates, names, code, links.
In a citation's locator a hyphen is right, and readers see a dash.""",
}
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
RANGE = re.compile(rf"(?<![\w.,-])(?P<low>{NUMBER})-(?P<high>{NUMBER})(?![,.]?\d|-\d)")
# What follows a range in the text of a link, and in a heading, whose anchor is made from it.
LEFT = re.compile(r"[^\[\]]*\][(\[]|[^\n]*\n[ \t>]*(?:=+|-+)[ \t]*$", re.MULTILINE)
# How far a range begins behind the word that holds it: a sign and a currency.
BEFORE = 2


def check(book: Book) -> Iterator[Problem]:
    """Yield each range with a hyphen."""
    yield from problems(book, edits)


def edits(page: Page) -> Iterator[Edit]:
    """Yield what makes a dash of the hyphen of each rising range."""
    claims = [one for one in page.claims if any(map(RANGE.search, one.quantities))]
    # Of two equal ranges the place of one may be that of the other.
    yield from dict.fromkeys(edit for claim in claims for edit in _of_claim(page, claim))


def _of_claim(page: Page, claim: Claim) -> Iterator[Edit]:
    starts = [0, *(match.end() for match in re.finditer("\n", page.text))]
    for offset, quantity in quantities(claim.sentence.text):
        at, said = claim.sentence.place(offset), RANGE.search(quantity)
        begin = starts[at.line - 1] + at.col - 1
        match = RANGE.search(page.text, begin, begin + BEFORE + len(quantity) + 1)
        if said and match and match[0] == said[0] and match.start() <= begin + BEFORE:
            low, high = (float(match[name].replace(",", "")) for name in ("low", "high"))
            if low < high and not LEFT.match(page.text, match.end()):
                dash, shown = match.end("low"), f"{match['low']}–{match['high']}"
                wrong = f"'{match[0]}' is a range with a hyphen. Write '{shown}'."
                yield Edit(dash, dash + 1, "–", "R023", wrong, f"wrote '{shown}'")

"""Rules on how strong a work is as evidence, and what it contradicts."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.files.yamltext import Mapping, Sequence
from handbook.overviews.evidence import STRENGTHS
from handbook.problem import Found, Problem, did_you_mean
from handbook.references.bibliography import Bibliography

RULES = {
    "R711": "An entry that a number rests on says how strong it is.",
    "R712": "A strength is one that there is.",
    "R713": "An entry contradicts entries of the bibliography.",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each entry as evidence."""
    cited = _cited(book)
    for entry in book.bibliography.entries:
        where = cited.get(entry.text("id"), "")
        for line, col, rule, message in _entry(entry, where, book.bibliography):
            yield Problem(book.bibliography.src_uri, line, col, rule, message)


def _cited(book: Book) -> dict[str, str]:
    """Return where each entry is first cited in a sentence with a quantity."""
    cited: dict[str, str] = {}
    for page in book.pages:
        for claim in page.claims:
            for key in claim.sentence.citations:
                cited.setdefault(key, f"{page.src_uri}:{claim.at.line}")
    return cited


def _entry(entry: Mapping, cited: str, works: Bibliography) -> Iterator[Found]:
    strength, contradicts = entry.get("strength"), entry.get("contradicts")
    listed = ", ".join(STRENGTHS)
    if strength is None and cited:
        message = f"A number rests on '{entry.text('id')}' at {cited}, and it has no 'strength'."
        yield *entry.place("id"), "R711", f"{message} Add one of {listed}."
    elif isinstance(strength, str) and strength not in STRENGTHS:
        message = (
            f"'{strength}' is no strength.{did_you_mean(strength, STRENGTHS)} Strengths: {listed}."
        )
        yield strength.line, strength.col, "R712", message
    for other in contradicts if isinstance(contradicts, Sequence) else ():
        if not isinstance(other, str) or works.lacks(other):
            written = other if isinstance(other, str) else "This"
            near = did_you_mean(written, works.references)
            message = f"'{written}' is no entry to contradict.{near}"
            yield other.line, other.col, "R713", message

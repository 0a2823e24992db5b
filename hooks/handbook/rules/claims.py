"""Rules on claims: every number says what it rests on, and every mark says something."""

from collections.abc import Iterator

from handbook.book import Book
from handbook.claims import appeal
from handbook.claims.claim import Claim
from handbook.claims.sentence import Sentence
from handbook.problem import Found, Problem, did_you_mean
from handbook.references.dates import not_a_date
from handbook.syntax import basis
from handbook.syntax.basis import Basis

RULES = {
    "R701": "A sentence with a quantity cites a work, computes it, or is marked.",
    "R702": "A mark can be read, and is one that there is.",
    "R703": "A mark says what its word asks for.",
    "R704": "A mark is about a sentence.",
    "R705": "A number rests on an entry that was seen to support it.",
    "R706": "A superlative has a source.",
    "R707": "An appeal to studies or experts names them.",
}
WORDINGS = (
    ("R706", appeal.RANK, "ranks without a source"),
    ("R707", appeal.APPEAL, "names no source"),
)
WARNINGS = {rule for rule, *_ in WORDINGS}


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each page's claims, marks and wording."""
    examples = {name.partition(".")[0] for name in book.computed}
    for page in book.pages:
        about = {mark for said in page.sentences for mark in (said.basis, said.expires)}
        found = [found for claim in page.claims for found in _claim(book, claim)]
        found += [found for mark in page.bases for found in _mark(mark, examples, about)]
        found += [found for said in page.sentences for found in _wording(said)]
        for line, col, rule, message in found:
            yield Problem(page.src_uri, line, col, rule, message)


def _claim(book: Book, claim: Claim) -> Iterator[Found]:
    quantity, said = "".join(claim.quantities[:1]), claim.sentence
    if not claim.rests_on and not said.basis:
        message = (
            f"'{quantity}' has neither a source nor a mark. Cite a work in this sentence, "
            "compute it, or mark it: '{~illustrative}'."
        )
        yield claim.at.line, claim.at.col, "R701", message
    if claim.rests_on != "cited" or said.computed or said.basis:
        return
    works = [book.bibliography.references.get(key) for key in said.citations]
    if all(work and work.get("supports_seen") != "true" for work in works):
        cited = " and ".join(f"'@{key}'" for key in dict.fromkeys(said.citations))
        message = (
            f"'{quantity}' rests on {cited}, where 'supports_seen' is not true. "
            "Read it in the work and set it, or cite another."
        )
        yield claim.at.line, claim.at.col, "R705", message


def _mark(mark: Basis, examples: set[str], about: set[Basis | None]) -> Iterator[Found]:
    word, detail, is_said = mark.word, mark.detail, bool(mark.detail.strip(". "))
    written = mark.written
    if word not in basis.WORDS:
        message = f"'{written}' is no mark.{did_you_mean(word, basis.WORDS)}"
        yield mark.at.line, mark.at.col, "R702", f"{message} Marks: {', '.join(basis.WORDS)}."
    elif is_said != bool(basis.WORDS[word]):
        needed = f": {basis.WORDS[word]}" if basis.WORDS[word] else ""
        too = "more" if is_said else "less"
        message = f"'{written}' says {too} than it must. Write '{{~{word}{needed}}}'."
        yield mark.at.line, mark.at.col, "R703", message
    elif word == "computed" and detail not in examples:
        message = f"'{detail}' in '{written}' is no example.{did_you_mean(detail, examples)}"
        yield mark.at.line, mark.at.col, "R703", message
    elif mark.expires and (wrong := not_a_date(detail, whole=True)):
        yield mark.at.line, mark.at.col, "R703", f"'{word}' is '{detail}', {wrong}"
    if mark not in about:
        message = (
            f"'{written}' is about no sentence. Put it at a sentence's end, "
            "or on the last line of a paragraph."
        )
        yield mark.at.line, mark.at.col, "R704", message


def _wording(said: Sentence) -> Iterator[Found]:
    if said.citations or said.computed or said.basis or not appeal.may_hold(said.text):
        return
    for rule, pattern, wrong in WORDINGS:
        if match := pattern.search(said.text):
            at = said.place(match.start("said"))
            message = f"'{match['said']}' {wrong}. Cite one in this sentence, or reword it."
            yield at.line, at.col, rule, message

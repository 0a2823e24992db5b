"""The evidence: every claim with what it rests on, how strong that is, and what contradicts it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.book import Book
from handbook.claims.claim import Claim
from handbook.files.yamltext import Sequence
from handbook.identity import standing
from handbook.identity.standing import Standing
from handbook.pages.page import Page
from handbook.references.bibliography import Bibliography, Reference

SCHEMA = "api/claims.schema.json"
# The strengths of a work, strongest first, and what each says about it.
STRENGTHS = {
    "experiment": "Something was changed, and the effect was measured against what was not.",
    "observational": "What happened was measured, and nothing was changed on purpose.",
    "standard": "A body that others follow agreed on it.",
    "textbook": "Derived, or settled long enough to be taught.",
    "engineering-report": "Practitioners tell what they built and saw.",
    "opinion": "Someone thinks so.",
}
# Group -> its title and what is in it, in their order.
GROUPS = {
    "unsupported": ("No source found", "Stated by others, and found in no study."),
    **{name: (name.replace("-", " ").capitalize(), said) for name, said in STRENGTHS.items()},
    "unstated": ("Strength not stated", "The entry does not say what kind of work it is."),
    "computed": ("Computed here", "Code in the repository computes it, and the tests run it."),
    "illustrative": ("Illustrative", "Made up to show how something works."),
    "nothing": ("Without a source", "Neither cited, computed nor marked."),
}


@dataclass(frozen=True)
class Evidence:
    """A claim of a page, the works that it cites, and those that contradict them."""

    page: Page
    claim: Claim
    works: tuple[Reference, ...]
    against: tuple[Reference, ...]
    known: dict[str, Standing]

    @property
    def group(self) -> str:
        """The strength of the strongest work seen to support it, or what else it rests on.

        Where no work was, as R705 reports, it is that of the strongest.
        """
        if self.claim.rests_on != "cited":
            return self.claim.rests_on or "nothing"
        seen = [work for work in self.works if work.get("supports_seen") == "true"]
        strengths = {work.get("strength") for work in seen or self.works}
        return next((name for name in STRENGTHS if name in strengths), "unstated")

    @property
    def examples(self) -> list[str]:
        """The examples that compute what the claim says, each once."""
        said = self.claim.sentence
        named = [name.partition(".")[0] for name in said.computed]
        if said.basis and said.basis.word == "computed":
            named.append(said.basis.detail)
        return list(dict.fromkeys(named))

    @property
    def reason(self) -> str:
        """Why nothing supports the claim, as its mark says it."""
        basis = self.claim.sentence.basis
        return basis.detail.rstrip(".") if basis and self.group == "unsupported" else ""


def evidence(book: Book) -> list[Evidence]:
    """Return the evidence of all claims by group, in the order of the site.

    What no source was found for begins with what most works can be compared with.
    """
    order = list(GROUPS)
    found = sorted(_evidence(book), key=lambda one: order.index(one.group))
    return sorted(found, key=lambda one: -len(one.works) if one.reason else 0)


def _evidence(book: Book) -> Iterator[Evidence]:
    references, against = book.bibliography.references, contradictions(book.bibliography)
    known = {key: standing.of(work, book) for key, work in references.items()}
    for page in book.pages:
        for claim in page.claims:
            keys = [key for key in dict.fromkeys(claim.sentence.citations) if key in references]
            opposed = keys if claim.rests_on == "cited" else ()
            others = dict.fromkeys(other for key in opposed for other in against.get(key, ()))
            yield Evidence(
                page,
                claim,
                tuple(references[key] for key in keys),
                tuple(references[key] for key in others if key not in keys),
                known,
            )


def contradictions(bibliography: Bibliography) -> dict[str, list[str]]:
    """Return the works that contradict each work; who is contradicted contradicts too."""
    found: dict[str, list[str]] = {}
    for key, work in bibliography.references.items():
        named = work.fields.get("contradicts")
        for other in map(str, named if isinstance(named, Sequence) else ()):
            if other in bibliography.references:
                found.setdefault(other, []).append(key)
                found.setdefault(key, []).append(other)
    return found


def data(book: Book) -> str:
    """Return what `api/claims.schema.json` describes."""
    claimed = [_data(one) for one in evidence(book)]
    said = {"$schema": book.settings.address(SCHEMA), "claims": claimed}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _data(one: Evidence) -> dict[str, object]:
    works = [
        {"id": work.id, "strength": work.get("strength"), "verified": one.known[work.id].verified}
        for work in one.works
    ]
    return {
        "page": one.page.src_uri,
        "section": one.claim.sentence.section,
        "text": one.claim.sentence.shown,
        "quantities": list(one.claim.quantities),
        "strength": one.group,
        "sources": [] if one.reason else works,
        "compare": works if one.reason else [],
        "contradicted_by": [work.id for work in one.against],
        "examples": one.examples,
        "reason": one.reason,
    }

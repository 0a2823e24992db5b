"""The evidence: every claim with what it rests on, how strong that is, and what contradicts it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from handbook.book import LAST, Book, generated_page
from handbook.claims.claim import Claim
from handbook.files.yamltext import Sequence
from handbook.identity import standing
from handbook.identity.standing import Standing
from handbook.overviews import filters
from handbook.overviews.bibliography_page import SRC_URI as BIBLIOGRAPHY
from handbook.overviews.folded import folded
from handbook.pages.page import Page
from handbook.references import author_year
from handbook.references.bibliography import Bibliography, Reference

SRC_URI = "evidence.md"
SCHEMA = "api/claims.schema.json"
INTRO = "Each sentence with a number, and what it rests on.\n"
# The strengths of a work, strongest first, and what each says about it.
STRENGTHS = {
    "experiment": "Something was changed, and the effect was measured against what was not.",
    "observational": "What happened was measured, and nothing was changed on purpose.",
    "standard": "A body that others follow agreed on it.",
    "textbook": "Derived, or settled long enough to be taught.",
    "engineering-report": "Practitioners tell what they built and saw.",
    "opinion": "Someone thinks so.",
}
# Group -> its title and what is in it, in the order of the page.
GROUPS = {
    "unsupported": ("No source found", "Stated by others, and found in no study."),
    **{name: (name.replace("-", " ").capitalize(), said) for name, said in STRENGTHS.items()},
    "unstated": ("Strength not stated", "The entry does not say what kind of work it is."),
    "computed": ("Computed here", "Code in the repository computes it, and the tests run it."),
    "illustrative": ("Illustrative", "Made up to show how something works."),
    "nothing": ("Without a source", "Neither cited, computed nor marked."),
}
# So many that a page's are folded.
FOLDED = {"computed", "illustrative"}


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


def page(book: Book) -> str:
    """Return the text of the evidence page."""
    found = evidence(book)
    groups = {name: [one for one in found if one.group == name] for name in GROUPS}
    groups = {name: members for name, members in groups.items() if members}
    contents = [
        f"- [{GROUPS[name][0]}](#{_anchor(name)}): {len(groups[name])}\n" for name in groups
    ]
    parts = [INTRO, standing.about(book), _filter(found), "".join(contents)]
    for name, members in groups.items():
        title, said = GROUPS[name]
        listed = (_by_page if name in FOLDED else _list)(book, members)
        parts.append(f"## {title}\n\n{said}\n\n{listed}")
    body = "\n".join(parts) if groups else "No page states a number yet.\n"
    about = "Every number on the site, its source, and how strong that source is."
    return generated_page(body, title="Evidence", description=about, search=LAST)


def _filter(found: list[Evidence]) -> str:
    pages = [(one.page.src_uri, one.page.title) for one in found]
    return filters.form(
        ".hb-claim",
        "claims",
        strength=[(one.group, GROUPS[one.group][0]) for one in found],
        page=sorted(pages, key=lambda page: page[1].casefold()),
    )


def _anchor(name: str) -> str:
    return GROUPS[name][0].lower().replace(" ", "-")


def _by_page(book: Book, members: list[Evidence]) -> str:
    """Return the claims of each page folded under its title."""
    pages = [list(found) for _, found in groupby(members, lambda one: one.page.src_uri)]
    return "".join(
        folded(f"{found[0].page.title} ({len(found)})", _list(book, found)) for found in pages
    )


def _list(book: Book, members: Iterable[Evidence]) -> str:
    return f"<ul>\n{''.join(_item(book, one) for one in members)}</ul>\n"


def _item(book: Book, one: Evidence) -> str:
    """Return a claim as an item of a list."""
    said, works = one.claim.sentence, _links(book, one.works, one.known)
    against = _links(book, one.against, one.known)
    attributes = filters.attributes(page=[one.page.src_uri], strength=[one.group])
    reason = escape(one.reason)
    section = f", {escape(said.section)}" if said.section else ""
    lines = [
        f'<span class="hb-claim" {attributes}>{escape(said.shown)}</span>',
        f"<strong>{reason[:1].upper()}{reason[1:]}.</strong>" if reason else "",
        f"{'Compare' if one.reason else 'Source'}: {works}." if works else "",
        f"Contradicted by: {against}." if against else "",
        f"Computed by: {escape(', '.join(one.examples))}." if one.examples else "",
        f"On: {_link(book, one.page.src_uri, one.page.title)}{section}.",
    ]
    return f"<li>{'<br>'.join(filter(None, lines))}</li>\n"


def _links(book: Book, works: tuple[Reference, ...], known: dict[str, Standing]) -> str:
    return "; ".join(
        _link(book, BIBLIOGRAPHY, author_year.label(work), f"#ref-{work.id}")
        + (f" ({escape(', '.join(said))})" if (said := _said(work, known[work.id])) else "")
        for work in works
    )


def _link(book: Book, src_uri: str, text: str, anchor: str = "") -> str:
    href = escape(book.settings.relative(src_uri, SRC_URI) + anchor)
    return f'<a href="{href}">{escape(text)}</a>'


def _said(work: Reference, known: Standing) -> list[str]:
    """Return the strength of a work, and what is known of it, in few words."""
    return list(filter(None, [work.get("strength").replace("-", " "), known.brief]))


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

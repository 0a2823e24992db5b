"""The evidence page: every claim with what it rests on, filtered by strength and page."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from handbook.book import LAST, Book, generated_page
from handbook.identity import standing
from handbook.identity.standing import Standing
from handbook.overviews import filters
from handbook.overviews.bibliography_page import SRC_URI as BIBLIOGRAPHY
from handbook.overviews.evidence import GROUPS, Evidence, evidence
from handbook.overviews.folded import folded
from handbook.overviews.link import link
from handbook.references import author_year
from handbook.references.bibliography import Reference

SRC_URI = "evidence.md"
INTRO = "Each sentence with a number, and what it rests on.\n"
# So many that a page's are folded.
FOLDED = {"computed", "illustrative"}


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
        f"On: {link(book, SRC_URI, one.page.src_uri, one.page.title)}{section}.",
    ]
    return f"<li>{'<br>'.join(filter(None, lines))}</li>\n"


def _links(book: Book, works: tuple[Reference, ...], known: dict[str, Standing]) -> str:
    return "; ".join(
        link(book, SRC_URI, BIBLIOGRAPHY, author_year.label(work), f"#ref-{work.id}")
        + (f" ({escape(', '.join(said))})" if (said := _said(work, known[work.id])) else "")
        for work in works
    )


def _said(work: Reference, known: Standing) -> list[str]:
    """Return the strength of a work, and what is known of it, in few words."""
    return list(filter(None, [work.get("strength").replace("-", " "), known.brief]))

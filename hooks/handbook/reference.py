"""A reference in the house style: authors (year). Title. Where. Link."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

from handbook.bibliography import Name, Reference
from handbook.escape import escaped

SAFE_SCHEMES = ("https://", "http://")


def link(reference: Reference) -> str:
    """Return the address of a work: its DOI's when it has one."""
    doi, url = reference.get("DOI"), reference.get("URL")
    address = f"https://doi.org/{quote(doi, safe='/:;().')}" if doi else url
    return address if address.startswith(SAFE_SCHEMES) else ""


def full(reference: Reference) -> str:
    """Return the entry for a list of references as inline HTML."""
    parts = [
        f"{_authors(reference)} ({escaped(reference.year)}).",
        _title(reference),
        *(f"{part}." for part in _where(reference)),
    ]
    address = link(reference)
    if address:
        shown = escaped(re.sub(r"^https?://", "", address).rstrip("/"))
        parts.append(f'<a href="{html.escape(address)}">{shown}</a>')
    return " ".join(parts)


def _authors(reference: Reference) -> str:
    names = [_inverted(name) for name in reference.authors] or [reference.get("title")]
    if not reference.complete:
        names.append("et al.")
        return escaped(", ".join(names))
    joined = ", ".join(names[:-1])
    return escaped(f"{joined} and {names[-1]}" if joined else names[-1])


def _inverted(name: Name) -> str:
    """Return "Spärck Jones, K.", "Musset, A. de", "King, M. L., Jr", or an institution's name."""
    initials = " ".join(
        "-".join(f"{part[0]}." for part in word.split("-") if part) for word in name.given.split()
    )
    given = f"{initials} {name.dropped_particle}".strip()
    return name.literal or ", ".join(part for part in (name.short, given, name.suffix) if part)


def _title(reference: Reference) -> str:
    title = reference.get("title").rstrip(".")
    stop = "" if title.endswith(("?", "!")) else "."
    whole = reference.type in {"book", "report", "standard", "thesis", "webpage"}
    return f"<em>{escaped(title)}</em>{stop}" if whole else f"{escaped(title)}{stop}"


def _where(reference: Reference) -> Iterator[str]:
    """Yield the parts that say where the work stands."""
    if container := reference.get("container-title"):
        place = f"<em>{escaped(container)}</em>"
        volume, issue = reference.get("volume"), reference.get("issue")
        if volume:
            place += ", " + escaped(f"{volume}({issue})" if issue else volume)
        if page := reference.get("page"):
            place += ", " + escaped(page.replace("-", "–"))
        yield place
    if edition := reference.get("edition"):
        yield escaped(edition if not edition.isdigit() else f"Edition {edition}")
    if publisher := reference.get("publisher"):
        yield escaped(publisher)
    if arxiv := reference.get("arxiv"):
        yield escaped(f"arXiv:{arxiv}")

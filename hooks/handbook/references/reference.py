"""A reference in the author-date form of the Chicago Manual of Style (18th edition).

Its text is that of pandoc's citeproc with pandoc's own style, chicago-author-date, for the types
that this handbook uses; what differs on purpose is said where it does. Films, software, patents and
entries of encyclopedias are listed as other whole works are.
"""

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from handbook.references.author_year import everyone_of, is_quoted, title
from handbook.references.bibliography import Reference
from handbook.references.name import listed
from handbook.references.run import Run, Runs, sentences
from handbook.references.source import FIRST_NAMES, MAX_NAMES, accessed, source

SAFE_SCHEMES = ("https://", "http://")


def link(work: Reference) -> str:
    """Return the address of a work: its DOI's when it has one, nothing that is not on the web."""
    doi, url = work.get("DOI"), work.get("URL")
    address = f"https://doi.org/{quote(doi, safe='/:;().')}" if doi else url
    return address if address.lower().startswith(SAFE_SCHEMES) else ""


@lru_cache(maxsize=10_000)
def full(work: Reference) -> str:
    """Return the entry for a list of references as inline HTML."""
    return "".join(run.html for run in runs(work))


def runs(work: Reference) -> Runs:
    """Return the entry for a list of references in its pieces."""
    return sentences(_law(work) if work.type == "legislation" else _work(work))


def _work(work: Reference) -> Iterator[Runs]:
    """Yield who, when, what, where; a work without names begins with its title."""
    titled = [Run(title(work, work.get("title")), "" if is_quoted(work) else "em")]
    yield [Run(_names(work))] if work.names else titled
    yield [Run(work.year)]
    yield titled if work.names else []
    yield from source(work)
    yield [Run(accessed(work))]
    yield _address(work)


def _law(work: Reference) -> Iterator[Runs]:
    """Yield what a law is, and where it is printed.

    The style writes "Pub. L. No." before the number of a law of any country; here it stands alone,
    and not at all when the title says it.
    """
    name, number = work.get("title"), work.get("number")
    printed = " ".join(filter(None, [work.get("volume"), work.get("container-title")]))
    parts = [title(work, name), "" if number in name else number, printed]
    dated = f" ({work.year})" if work.get("issued") else ""
    yield [Run(", ".join(filter(None, parts)) + dated)]
    yield _address(work)


def _names(work: Reference) -> str:
    role = "" if work.authors else ", eds." if len(work.names) > 1 else ", ed."
    names = [work.names[0].inverted, *(name.natural for name in work.names[1:])]
    if len(everyone_of(work)) > MAX_NAMES:
        return listed(names[:FIRST_NAMES], et_al=True) + role
    return listed(names, et_al=not work.complete, always_comma=True) + role


def _address(work: Reference) -> Runs:
    """Return the link; a DOI is shown as it is and linked in the form that a URL allows."""
    address, doi = link(work), work.get("DOI")
    return [Run(f"https://doi.org/{doi}" if doi else address, "a", address)] if address else []

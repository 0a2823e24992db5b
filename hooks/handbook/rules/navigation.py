"""Rules on the navigation, before MkDocs says in a strict build that something of it is missing."""

import posixpath
from collections.abc import Iterator

from handbook import generated
from handbook.book import Book
from handbook.configuration import nav
from handbook.configuration.settings import UNLISTED, Settings
from handbook.problem import Problem, UnusableError, did_you_mean
from handbook.rules.paths import on_site

RULES = {
    "R015": "The navigation leads to pages that exist.",
    "R016": "A page is in the navigation, or named as one that need not be.",
}


def check(book: Book) -> Iterator[Problem]:
    """Yield what the navigation leads to in vain, and the pages that it leaves out."""
    this = book.settings
    # Without a navigation the engine makes one of all pages.
    if not this.nav:
        return
    known = generated.all_src_uris(book)
    for entry in this.nav:
        if entry not in known and on_site(entry) and not (this.docs / entry).is_file():
            yield _missing(this, entry, known)
    for src_uri in sorted(_unlisted(this, book.src_uris - set(this.nav))):
        message = f"No entry of 'nav' in mkdocs.yml is '{src_uri}'. Add it, or name it under "
        yield Problem(src_uri, 1, 1, "R016", f"{message}'not_in_nav' there.")


def _missing(this: Settings, entry: str, known: set[str]) -> Problem:
    path = this.root / "mkdocs.yml"
    line, col = nav.place(path.read_text("utf-8"), entry)
    pages = (src_uri for src_uri in known if src_uri.endswith(".md"))
    message = f"The entry '{entry}' of 'nav' is no page.{did_you_mean(entry, pages)}"
    # The path begins in the docs folder, as that of each problem.
    src_uri = posixpath.relpath(path.as_posix(), this.docs.as_posix())
    return Problem(src_uri, line, col, "R015", message)


def _unlisted(this: Settings, left_out: frozenset[str]) -> Iterator[str]:
    """Yield the pages that MkDocs expects in the navigation, of those that it does not have."""
    if not left_out:
        return
    # Most handbooks leave nothing out, and importing it takes as long as checking a page or two.
    from pathspec.gitignore import GitIgnoreSpec  # noqa: PLC0415

    try:
        specs = [GitIgnoreSpec.from_lines(text.splitlines()) for text in this.not_in_nav]
    except ValueError as error:
        message = f"mkdocs.yml:1:1: a pattern in {', '.join(UNLISTED)} can't be read"
        raise UnusableError(f"{message}: {str(error).rstrip('.')}.") from None
    for src_uri in left_out:
        if not any(spec.match_file(src_uri) for spec in specs):
            yield src_uri

"""The site's pages of checklists: one for each list, one for all, one to choose from."""

import html
import posixpath
from functools import cache
from urllib.parse import quote

from handbook.book import LAST, Book, generated_page
from handbook.checklists import download, issue, sheet
from handbook.checklists.checklist import FOLDER, Checklist, checklists
from handbook.checklists.sheet import Link
from handbook.files.escape import escaped
from handbook.overviews import plan_page
from handbook.paper import pdf

INDEX = f"{FOLDER}/index.md"
# Format -> what a reader calls it.
NAMES = {"markdown": "Markdown", "csv": "CSV", "json": "JSON", "html": "HTML"}


def src_uris(book: Book) -> list[str]:
    """Return the paths of the pages that `pages` makes."""
    return [*(one.src_uri for one in checklists(book)), INDEX, plan_page.SRC_URI]


def pages(book: Book) -> dict[str, str]:
    """Return path -> text of every page."""
    lists = list(checklists(book))
    texts = {one.src_uri: _one(book, one) for one in lists}
    return texts | {INDEX: _all(book, lists), plan_page.SRC_URI: _plan(book, lists)}


def _relative_to(folder: str) -> Link:
    return cache(lambda path: quote(posixpath.relpath(path, folder)))


def _title(title: str, target: str) -> str:
    return f"## [{escaped(title)}]({target})\n\n"


def _one(book: Book, one: Checklist) -> str:
    link, page = _relative_to(posixpath.dirname(one.src_uri)), one.page
    parts = [
        sheet.body(book, one, link),
        _downloads(download.stem(one), pdf.papers(one), link),
        issue.form(book, one),
        f"[Choose items]({link(plan_page.SRC_URI)}) of this and other lists for your own plan.\n",
    ]
    about = f"Checklist for the page “{page.title}”."
    title = f"Checklist: {page.title}"
    return generated_page("\n".join(parts), title=title, description=about, sheet=True, search=LAST)


def _all(book: Book, lists: list[Checklist]) -> str:
    link = _relative_to(FOLDER)
    parts = [
        f"{_title(one.page.title, link(one.src_uri))}{sheet.body(book, one, link)}" for one in lists
    ]
    if lists:
        choose = f"[Choose your own items]({link(plan_page.SRC_URI)}) from these lists.\n"
        parts = [choose, *parts, _downloads(download.FOLDER, pdf.papers(None), link)]
        parts += [
            _downloads(download.level_stem(level), {}, link, f" for {level} level")
            for level in book.settings.levels
        ]
    text = "\n".join([*parts, *_retired(book)]) or "No page has a checklist yet.\n"
    about = "Every checklist of the handbook on one page."
    return generated_page(text, title="All checklists", description=about, sheet=True, search=LAST)


def _plan(book: Book, lists: list[Checklist]) -> str:
    link = _relative_to(FOLDER)
    parts = [
        f"{_title(one.page.title, link(one.page.src_uri))}{sheet.about(one)}\n"
        f"{sheet.items(one, link)}"
        for one in lists
    ]
    return plan_page.page(book, lists, "\n".join(parts))


def _downloads(stem: str, papers: dict[str, str], link: Link, what: str = "") -> str:
    files = {f"PDF, {paper}": src_uri for paper, src_uri in papers.items()}
    files |= {NAMES[name]: f"{stem}.{suffix}" for name, suffix in download.SUFFIXES.items()}
    links = ", ".join(f"[{name}]({link(src_uri)})" for name, src_uri in files.items())
    return f"Download{escaped(what)}: {links}.\n"


def _retired(book: Book) -> list[str]:
    """Say what has become of the ids that stand on older prints."""
    entries = []
    for ident, entry in book.register.entries.items():
        now = book.register.chain(ident)[-1]
        entries.append(
            f'- <span data-retired="{html.escape(ident)}">{escaped(ident)}</span>: '
            f"{escaped(entry.text('text'))} Retired on {escaped(entry.text('retired'))}"
            + (f"; now [{now}](#{now}).\n" if now else ".\n")
        )
    return [f"## Retired items\n\n{''.join(entries)}"] if entries else []

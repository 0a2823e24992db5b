"""A new page: complete in form, and with a placeholder wherever its author has to write."""

from dataclasses import dataclass
from itertools import islice

from handbook import generated
from handbook.authoring.new_id import new_ids
from handbook.authoring.slug import SLUG, slug
from handbook.book import Book
from handbook.configuration import nav
from handbook.configuration.kind import Kind
from handbook.files.yamlwriting import scalar
from handbook.problem import UnusableError, did_you_mean
from handbook.references.dates import today
from handbook.rules.files import address
from handbook.rules.front_matter import MODES, needed

ITEMS = ("the first thing to do", "the second", "the last")


@dataclass(frozen=True)
class NewPage:
    """A page to write: its path below docs, its text, and mkdocs.yml with it as text or as was."""

    src_uri: str
    text: str
    mkdocs: str


def new(book: Book, kind: str, title: str, name: str = "", mkdocs: str = "") -> NewPage:
    """Return a new page of a kind; `UnusableError` when there can be no such page.

    `name` is that of its file, and made from the title when it is empty.
    """
    kinds, said = book.settings.kinds, " ".join(title.split())
    if kind not in kinds:
        hint = did_you_mean(kind, kinds)
        raise UnusableError(f"'{kind}' is no kind.{hint} Kinds: {', '.join(kinds)}.")
    folder = kinds[kind].folder
    src_uri = f"{_name(said, name)}.md" if folder == "." else f"{folder}/{_name(said, name)}.md"
    _must_be_free(book, src_uri, said)
    return NewPage(src_uri, _text(book, kinds[kind], said), nav.with_page(mkdocs, src_uri))


def _name(title: str, name: str) -> str:
    """Return the name of the file without its suffix."""
    if not title:
        raise UnusableError("The title is empty. Write one in quotation marks.")
    if name and not SLUG.fullmatch(name):
        message = f"'{name}' can't name a page. Write small letters, digits and hyphens"
        raise UnusableError(f"{message}{f', such as {slug(name)!r}' if slug(name) else ''}.")
    if not (found := name or slug(title)):
        message = f"The title '{title}' has no letter from a to z and no digit to name the file by."
        raise UnusableError(f"{message} Name it with --name.")
    return found


def _must_be_free(book: Book, src_uri: str, title: str) -> None:
    """Refuse a path or an address that is taken, and a title that another page has."""
    taken = [*generated.src_uris(book), *book.src_uris]
    there = next((other for other in taken if address(other) == address(src_uri)), "")
    if there or (book.settings.docs / src_uri).exists():
        message = f"'{there or src_uri}' exists. Choose another title, or a name with --name."
        raise UnusableError(message)
    for page in book.pages:
        if page.title.casefold() == title.casefold():
            message = f"The title '{title}' is that of {page.src_uri}. Choose another."
            raise UnusableError(message)


def _text(book: Book, kind: Kind, title: str) -> str:
    starts = {
        "title": scalar(title),
        "description": _todo("say in one sentence what the page is about"),
        "kind": scalar(kind.name),
        "level": f"[{', '.join(book.settings.levels)}]",
        "reviewed": today().isoformat(),
        "review_in": "180 days",
        "checklist": f"""
  objective: {_todo("say what the list makes sure of")}
  pause_point: {_todo("name the moment to use it")}
  mode: {MODES[0]}""",
    }
    keys = needed(kind, book.settings.matrix)
    matter = "".join(f"{key}: {starts.get(key, '[]')}\n".replace(": \n", ":\n") for key in keys)
    sections = "\n".join(_section(book, kind, section) for section in kind.sections)
    return f"---\n{matter}---\n\n{sections or 'TODO: write the page.' + chr(10)}"


def _todo(what: str) -> str:
    return scalar(f"TODO: {what}.")


def _section(book: Book, kind: Kind, section: str) -> str:
    guide = kind.guide.get(section, "write this section")
    text = f"## {section}\n\nTODO: {guide.rstrip('.')}.\n"
    if section == kind.checklist:
        ids = zip(ITEMS, islice(new_ids(book), len(ITEMS)), strict=True)
        text += "\n" + "".join(f"- [ ] Do TODO: {item}. {{#{ident}}}\n" for item, ident in ids)
    return text

"""The handbook as it was at a git revision, and what has become of its checklist items since."""

import io
import json
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from handbook import book
from handbook.book import Book
from handbook.checklists import checklist
from handbook.paper import pdf
from handbook.problem import Problem, UnusableError
from handbook.syntax.register import Register

RULES = {
    "R511": "An id that a revision had is on a page, or retired.",
    "R512": "An id stays with its item.",
}
# Below this share of equal words two texts are two items, not two wordings of one.
SAME_ITEM = 0.35


@dataclass(frozen=True)
class Entry:
    """An item of a checklist at one time."""

    id: str
    text: str
    src_uri: str
    line: int
    col: int


@dataclass(frozen=True)
class Change:
    """What became of one item: `was` or `now` is None when it is new or gone.

    `here` is the item as it is now, or as it was when it is gone.
    """

    here: Entry
    was: Entry | None
    now: Entry | None

    @property
    def kind(self) -> str:
        """`added`, `gone`, `changed`, `moved` to another page, or `same`."""
        if not self.was or not self.now:
            return "gone" if self.was else "added"
        if self.was.text != self.now.text:
            return "changed"
        return "same" if self.was.src_uri == self.now.src_uri else "moved"


@dataclass(frozen=True)
class Sheet:
    """How many pages a list takes on a size of paper; `was` is None for a new list."""

    src_uri: str
    paper: str
    was: int | None
    now: int


@dataclass(frozen=True, order=True)
class Citing:
    """A page that cites a work since, or does so no more."""

    src_uri: str
    key: str
    is_new: bool


@dataclass(frozen=True)
class Difference:
    """What differs between two states of a handbook; `register` is the later one's.

    `pages` are those that are new or have another text.
    """

    pages: list[str]
    changes: list[Change]
    sheets: list[Sheet]
    citings: list[Citing]
    register: Register


def load(root: Path, revision: str) -> Book:
    """Read the handbook as it was; `UnusableError` when git does not know the revision."""
    docs = book.load(root).settings.docs.relative_to(root.resolve()).as_posix()
    command = ["git", "archive", "--format=tar", revision, "--", docs]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnusableError(f"git can't read '{revision}': {said[-1] if said else 'no reason'}.")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        files = [
            (member.name.removeprefix(f"{docs}/"), file.read())
            for member in archive
            if member.isfile()
            and member.name.endswith(".md")
            and (file := archive.extractfile(member))
        ]
    return book.load(root, files)


def compare(was: Book, now: Book) -> Difference:
    """Return all that differs."""
    return Difference(
        pages(was, now), changes(was, now), long_sheets(was, now), citings(was, now), now.register
    )


def pages(was: Book, now: Book) -> list[str]:
    """Return the pages that are new or have another text, sorted."""
    before = {page.src_uri: page.text for page in was.pages}
    return sorted(page.src_uri for page in now.pages if before.get(page.src_uri) != page.text)


def changes(was: Book, now: Book) -> list[Change]:
    """Return what became of each item, those of now first, in the order of the lists."""
    before, after = ({entry.id: entry for entry in _entries(this)} for this in (was, now))
    found = [Change(entry, before.get(ident), entry) for ident, entry in after.items()]
    gone = [entry for ident, entry in before.items() if ident not in after]
    return found + [Change(entry, entry, None) for entry in gone]


def long_sheets(was: Book, now: Book) -> list[Sheet]:
    """Return the lists that take more than one page; none when no PDF can be made."""
    before = {(one.page.src_uri, paper): pages for one, paper, pages in pdf.pages(was)}
    return [
        Sheet(one.page.src_uri, paper, before.get((one.page.src_uri, paper)), pages)
        for one, paper, pages in pdf.pages(now)
        if pages > 1
    ]


def citings(was: Book, now: Book) -> list[Citing]:
    """Return each work that a page cites and did not, or did and does not, sorted by page."""
    before, after = _cited(was), _cited(now)
    return sorted(Citing(*pair, is_new=pair in after) for pair in before ^ after)


def _cited(this: Book) -> set[tuple[str, str]]:
    return {(page.src_uri, cited.key) for page in this.pages for cited in page.citations}


def check(was: Book, now: Book, revision: str) -> Iterator[Problem]:
    """Yield each id that vanished without being retired, or was given to another item."""
    src_uri = now.settings.register.relative_to(now.settings.docs).as_posix()
    after: dict[str, list[Entry]] = {}
    for entry in _entries(now):
        after.setdefault(entry.id, []).append(entry)
    for entry in _entries(was):
        if found := after.get(entry.id):
            yield from _given_away(entry, found, revision)
        elif not _may_be_there(now, entry):
            message = (
                f"The id '{entry.id}' of {entry.src_uri} is gone since {revision}. Retire it here: "
                f"'- {{id: {entry.id}, retired: DATE, text: {json.dumps(entry.text)}}}'."
            )
            yield Problem(src_uri, 1, 1, "R511", message)


def _given_away(was: Entry, found: list[Entry], revision: str) -> Iterator[Problem]:
    """Yield the items that have another's id: all that has it, but for the one that had it."""
    same = [entry for entry in found if _same_item(was.text, entry.text)]
    # Of two copies the one that stands where it stood, or else the first, is no copy.
    there = [entry for entry in same if entry.src_uri == was.src_uri]
    kept = next(iter(there or same), None)
    for entry in found:
        if entry is not kept:
            message = f"The id '{was.id}' meant '{was.text}' at {revision}"
            message += (
                f", and is still that of {kept.src_uri}:{kept.line}. Give this item a new id."
                if kept
                else ". Give the new item a new id, and retire this one."
            )
            yield Problem(entry.src_uri, entry.line, entry.col, "R512", message)


def _may_be_there(now: Book, entry: Entry) -> bool:
    """Tell an id that is retired, that an item outside of all checklists has, or is unread."""
    if entry.id in now.register.entries or entry.id in now.register.unread or not now.is_read:
        return True
    return any(item.task.id == entry.id for page in now.pages for item in page.items)


def _same_item(was: str, now: str) -> bool:
    words = was.casefold().split(), now.casefold().split()
    return SequenceMatcher(None, *words, autojunk=False).ratio() >= SAME_ITEM


def _entries(this: Book) -> list[Entry]:
    """Return the items of all checklists, in their order."""
    return [
        Entry(
            item.task.id,
            " ".join(item.task.text.split()),
            one.page.src_uri,
            (item.id_at or item.at).line,
            (item.id_at or item.at).col,
        )
        for one in checklist.checklists(this)
        for item in one.items
    ]

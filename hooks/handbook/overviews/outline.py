"""The outline of a handbook: what its pages say of themselves, for who renders one page alone.

An engine gives a Markdown extension the text of a page, and not its path.
The text is enough to know the page, unless two pages have the same.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from handbook.book import sources
from handbook.configuration import settings
from handbook.configuration.settings import Settings
from handbook.files import manifest
from handbook.files.filetext import changed, decode
from handbook.pages import glossary, way
from handbook.pages.front_matter import split
from handbook.pages.page import Page
from handbook.pages.reader import MAX_BYTES
from handbook.pages.term import Terms

Times = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Outline:
    """The pages by their texts, without what is in these, and by their paths, in site order.

    A text that is generated or that several pages have leads to none.
    `files` are the paths of pages and when they were last changed, `shared` those of the glossary
    and of the folders, in which a new file is seen.
    """

    settings: Settings
    texts: dict[str, Page | None]
    pages: dict[str, Page]
    before: way.Before
    after: way.Before
    terms: Terms
    files: dict[str, int]
    shared: dict[str, int]

    def page(self, text: str) -> Page | None:
        """Return the page whose text an engine renders."""
        return self.texts.get(_spaced(text))

    def holds(self, text: str) -> bool:
        """Tell whether the text is known, and its page and what all pages share are unchanged."""
        page = self.page(text)
        path = f"{self.settings.docs}/{page.src_uri}" if page else ""
        known = _spaced(text) in self.texts
        unchanged = not page or changed(path) == self.files.get(path)
        shared = self.shared.items()
        return known and unchanged and all(changed(name) == time for name, time in shared)


def load(root: Path) -> Outline:
    """Read the outline of the handbook in a folder, and keep it until one of its files changes.

    To see whether one has takes a look at each file.
    """
    return _current(settings.load(root))


def load_for(root: Path, text: str) -> Outline:
    """Return the same for the page of a text, and look at it, the folders and the glossary alone.

    That is enough where an engine renders what has changed and nothing else, as Zensical does.
    """
    this = settings.load(root)
    if not _latest(this).holds(text):
        _latest.cache_clear()
    return _latest(this)


def _current(this: Settings) -> Outline:
    # First when, then what: a change in between is seen the next time.
    shared, files = [(str(this.glossary), changed(this.glossary))], []
    for folder, _, names in os.walk(this.docs):
        paths = [f"{folder}/{name}" for name in names if name.endswith(".md")]
        files += [(path, changed(path)) for path in paths]
        shared.append((folder, changed(folder)))
    return _load(this, tuple(files), tuple(shared))


_latest = lru_cache(maxsize=4)(_current)


@lru_cache(maxsize=4)
def _load(this: Settings, files: Times, shared: Times) -> Outline:
    order = {src_uri: place for place, src_uri in enumerate(this.nav)}
    read = sorted(_read(sources(this.docs)), key=lambda one: order.get(one[0].src_uri, len(order)))
    pages = {page.src_uri: page for page, _ in read}
    generated = (text for _, text in _read(_generated(this.docs, pages)))
    number = Counter(text for _, text in read)
    texts = {text: page if number[text] == 1 else None for page, text in read}
    before = way.before(pages.values())
    return Outline(
        settings=this,
        texts={**dict.fromkeys(generated), **texts},
        pages=pages,
        before=before,
        after=way.after(before),
        terms=Terms(glossary.terms(glossary.load(this.glossary, this.docs), this, pages.values())),
        files=dict(files),
        shared=dict(shared),
    )


def _read(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[Page, str]]:
    for src_uri, data in files:
        text = decode(src_uri, data, [], MAX_BYTES)
        if text is not None:
            matter, body, _ = split(src_uri, text, [])
            yield Page(src_uri, matter), _spaced(body)


def _generated(docs: Path, written: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each page that `handbook pages` has put beside those of people."""
    for src_uri in manifest.load(docs).keys() - set(written):
        if src_uri.endswith(".md") and (docs / src_uri).is_file():
            yield src_uri, (docs / src_uri).read_bytes()


def _spaced(text: str) -> str:
    """Return the text with one space for each run of them: engines differ in what they keep."""
    return " ".join(text.split())

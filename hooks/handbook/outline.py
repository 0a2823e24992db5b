"""The outline of a handbook: what its pages say of themselves, for who renders one page alone.

An engine gives a Markdown extension the text of a page, and not its path.
The text is enough to know the page, unless two pages have the same.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from handbook import glossary, settings, way
from handbook.book import sources
from handbook.filetext import decode
from handbook.page import MAX_BYTES, Page, split
from handbook.settings import Settings
from handbook.term import Term


@dataclass(frozen=True)
class Outline:
    """The pages by their texts, without what is in these, and by their paths, in site order."""

    settings: Settings
    texts: dict[str, Page]
    pages: dict[str, Page]
    before: way.Before
    after: way.Before
    terms: tuple[Term, ...]

    def page(self, text: str) -> Page | None:
        """Return the page whose text an engine renders."""
        return self.texts.get(_spaced(text))


def load(root: Path) -> Outline:
    """Read the outline of the handbook in a folder, and keep it until one of its files changes.

    To see whether one has takes a look at each file.
    """
    this = settings.load(root)
    return _load(this, frozenset(_changed(this)))


def _changed(this: Settings) -> Iterator[tuple[str, int]]:
    if this.glossary.is_file():
        yield str(this.glossary), this.glossary.stat().st_mtime_ns
    for folder, _, files in os.walk(this.docs):
        for name in files:
            if name.endswith(".md"):
                path = Path(folder, name)
                yield str(path), path.lstat().st_mtime_ns


@lru_cache(maxsize=4)
def _load(this: Settings, _changed: frozenset[tuple[str, int]]) -> Outline:
    order = {src_uri: place for place, src_uri in enumerate(this.nav)}
    read = sorted(_read(this.docs), key=lambda one: order.get(one[0].src_uri, len(order)))
    pages = {page.src_uri: page for page, _ in read}
    number = Counter(text for _, text in read)
    before = way.before(pages.values())
    return Outline(
        settings=this,
        texts={text: page for page, text in read if number[text] == 1},
        pages=pages,
        before=before,
        after=way.after(before),
        terms=tuple(glossary.terms(glossary.load(this.glossary, this.docs), this, pages.values())),
    )


def _read(docs: Path) -> Iterator[tuple[Page, str]]:
    for src_uri, data in sources(docs):
        text = decode(src_uri, data, [], MAX_BYTES)
        if text is not None:
            matter, body, _ = split(src_uri, text, [])
            yield Page(src_uri, matter), _spaced(body)


def _spaced(text: str) -> str:
    """Return the text with one space for each run of them: engines differ in what they keep."""
    return " ".join(text.split())

"""A whole handbook as its authors wrote it: settings, pages, bibliography, terms, values, ids."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from handbook.configuration import settings
from handbook.configuration.kind import Kind
from handbook.configuration.settings import Settings
from handbook.files import manifest
from handbook.identity import seen, snapshot
from handbook.identity.seen import Seen
from handbook.identity.snapshot import Snapshot
from handbook.pages import glossary
from handbook.pages.glossary import Glossary
from handbook.pages.page import Item, Page
from handbook.pages.pause import paused
from handbook.pages.reader import Reader
from handbook.pages.term import Term
from handbook.references import bibliography
from handbook.references.bibliography import Bibliography
from handbook.syntax import computed, register
from handbook.syntax.register import Register


@dataclass(frozen=True)
class Book:
    """`pages` holds what people wrote, in the order of the navigation; nothing generated.

    `seen` says of addresses how they were last found; one that was never asked for is not in it.
    """

    settings: Settings
    pages: tuple[Page, ...]
    bibliography: Bibliography
    glossary: Glossary
    computed: dict[str, str]
    register: Register
    snapshot: Snapshot
    seen: dict[str, Seen] = field(default_factory=dict)

    @cached_property
    def src_uris(self) -> frozenset[str]:
        """The paths of all pages."""
        return frozenset(page.src_uri for page in self.pages)

    @cached_property
    def is_read(self) -> bool:
        """False when a page could not be read, and so has no lines: it may hold anything."""
        return all(page.lines for page in self.pages)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms of pages and glossary."""
        return tuple(glossary.terms(self.glossary, self.settings, self.pages))

    def lessons(self) -> list[Page]:
        """Return the pages whose kind has sections: those that say whom they serve."""
        return [page for page in self.pages if (kind := self.kind(page)) and kind.sections]

    def kind(self, page: Page) -> Kind | None:
        """Return the kind that a page says it is."""
        return self.settings.kinds.get(page.get("kind"))

    def of(self, kind: Kind) -> list[Page]:
        """Return the pages of a kind."""
        return [page for page in self.pages if page.get("kind") == kind.name]

    def related(self, page: Page) -> tuple[Kind, ...]:
        """Return the kinds whose pages a page names in its front matter."""
        matrix = self.settings.matrix
        return matrix.related(self.kind(page)) if matrix else ()

    def items(self, page: Page) -> list[Item]:
        """Return the items that stand in the section that the page's kind names for them."""
        kind = self.kind(page)
        section = kind.checklist if kind else ""
        return [item for item in page.items if section and item.section == section]

    def cited_by(self) -> dict[str, list[Page]]:
        """Return the pages that cite each key, in the order of their paths."""
        pages: dict[str, list[Page]] = {}
        for page in self.pages:
            for key in {cited.key for cited in page.citations}:
                pages.setdefault(key, []).append(page)
        return pages


@paused()
def load(root: Path, files: Iterable[tuple[str, bytes]] | None = None) -> Book:
    """Read the handbook in a folder; `UnusableError` when its configuration can't be read.

    `files` are paths and bytes of pages to read in place of those in the docs folder.
    """
    root = root.resolve()
    this = settings.load(root)
    reader = _reader(this)
    order = {src_uri: place for place, src_uri in enumerate(this.nav)}
    files = sources(this.docs) if files is None else files
    pages = [reader.read(src_uri, data) for src_uri, data in files]
    return Book(
        settings=this,
        pages=tuple(sorted(pages, key=lambda page: order.get(page.src_uri, len(order)))),
        bibliography=bibliography.load(this.bibliography, this.docs),
        glossary=glossary.load(this.glossary, this.docs),
        computed=computed.load(this.computed),
        register=register.load(this.register, this.docs),
        snapshot=snapshot.load(this.bibliography, this.docs),
        seen=seen.load(this.links),
    )


def sources(docs: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each page that people wrote, sorted by path.

    Links to folders are not followed, and a link to a file outside docs is no page.
    """
    found, written = [], manifest.load(docs)
    for folder, folders, files in os.walk(docs):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [Path(folder, name) for name in files if name.endswith(".md")]
        found += [(path.relative_to(docs).as_posix(), path) for path in paths]
    for src_uri, path in sorted(found):
        outside = path.is_symlink() and not path.resolve().is_relative_to(docs)
        if path.is_file() and not outside:
            data = path.read_bytes()
            if src_uri not in written or written[src_uri] != manifest.digest(data):
                yield src_uri, data


# In a search, a page that repeats what others say comes after them.
LAST = {"boost": 0.1}


def generated_page(body: str, **front_matter: object) -> str:
    """Return the text of a page that the generator writes."""
    matter = {"generated": True, **front_matter}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in matter.items()]
    return f"---\n{''.join(lines)}---\n\n{body}"


@lru_cache(maxsize=4)
def _reader(this: Settings) -> Reader:
    """Keep the reader, and so the pages it has read, until a setting changes."""
    return Reader(this)

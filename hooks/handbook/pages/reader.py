"""Reading a page: Python-Markdown does it, with the site's own extensions.

So the checker sees exactly the citations and items that a reader sees.
Places are kept through the parser by marks (see `handbook.syntax.marks`).
"""

import re
from functools import lru_cache
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown

from handbook.claims import sentence
from handbook.claims.claim import claims, may_claim
from handbook.configuration.settings import Settings
from handbook.extension import ItemProcessor
from handbook.files.filetext import decode
from handbook.files.yamltext import Mapping
from handbook.missed.unread import Looker
from handbook.pages import reading
from handbook.pages.front_matter import split, unwritten
from handbook.pages.marker import Marker
from handbook.pages.page import Page
from handbook.pages.walk import Walk
from handbook.problem import Problem
from handbook.rendering import blocks
from handbook.syntax import marks, tag

MAX_BYTES = 1_000_000
# A line that may have a list of attributes with a value or an id of the theme's, whatever else its
# braces may be.
ATTRIBUTE_LIST = re.compile(r"\{(?!=[\w.]+\})[^\n]*(?:=|#_)")


class Reader:
    """Reads pages with one Markdown parser; not for use by two threads at once."""

    def __init__(self, settings: Settings) -> None:
        configs: dict[str, dict[str, Any]] = dict(settings.extension_configs)
        if "handbook.extension" in settings.extensions:
            configs["handbook.extension"] = {"root": str(settings.root)}
        self.markdown = Markdown(
            extensions=[name for name in settings.extensions if name != "toc"],
            extension_configs={
                name: configs[name] for name in configs if name in settings.extensions
            },
        )
        self.preprocessor = Marker(self.markdown)
        self.lists = tag.AttributeLists(self.markdown)
        self.looker = Looker(self.markdown, self._tree)
        # Before everything: snippets (32) bring in text that is not the page's own.
        self.markdown.preprocessors.register(self.preprocessor, "handbook-marks", 1000)
        # A page is read, not printed.
        self.markdown.treeprocessors.deregister("handbook-references", strict=False)
        # Colouring code costs most of the time and places nothing.
        self.markdown.treeprocessors.deregister("indent-highlight", strict=False)
        # It would hide `&lt;` until the page is printed.
        self.markdown.inlinePatterns.deregister("entity", strict=False)
        self.read = lru_cache(maxsize=20_000)(self._read)

    def _read(self, src_uri: str, data: bytes) -> Page:
        """Return the page of a file's bytes; what can't be read is among its problems."""
        problems: list[Problem] = []
        text = decode(src_uri, data, problems, MAX_BYTES, "page")
        if text is None:
            return Page(src_uri, Mapping(), problems=tuple(problems))
        front_matter, body, first = split(src_uri, text, problems)
        problems += unwritten(src_uri, front_matter)
        tree = self._tree(body)
        found = Walk(src_uri, body, first, self.preprocessor.places)
        if isinstance(done := self.markdown.treeprocessors["handbook-item"], ItemProcessor):
            found.tasks = {task.mark: (task, element) for task, element in done.tasks}
        found.walk(tree)
        items = tuple(map(found.item, found.begun))
        if len(self.preprocessor.places) == marks.LIMIT:
            message = f"The page has more than {marks.LIMIT:,} links, tags and the like. Split it."
            problems.append(Problem(src_uri, 1, 1, "R013", message))
        sentences = tuple(sentence.sentences(tree, found.place, may_claim))
        raw = self.markdown.htmlStash.rawHtmlBlocks
        tags = [*tag.tags(tree, raw, found.place)]
        # Last, as it changes the elements.
        if "attr_list" in self.markdown.treeprocessors and ATTRIBUTE_LIST.search(body):
            tags += self.lists.tags(tree, found.place, found.written)
        shown = reading.text(tree)
        for missed in self.looker.missed(body, tree, shown, found.offset):
            found.missed(missed)
        return Page(
            src_uri,
            front_matter,
            sections=tuple(found.sections),
            sentences=sentences,
            claims=tuple(claims(sentences)),
            items=items,
            citations=tuple(found.citations),
            addresses=tuple(found.addresses.values()),
            computed=tuple(found.computed),
            bases=tuple(found.bases),
            tags=tuple(tags),
            unsure=tuple(found.unsure),
            problems=(*problems, *found.problems),
            text=text,
            lines=text.rstrip("\n").count("\n") + 1,
            shown=shown,
        )

    def _tree(self, body: str) -> Element:
        """Return the page's elements after inline parsing; as `Markdown.convert` up to there."""
        md = self.markdown
        md.reset()
        if not body.strip():
            return Element("div")
        lines = body.split("\n")
        for preprocessor in md.preprocessors:
            lines = preprocessor.run(lines)
        # What is put aside in HTML comes back as blocks, and what another file has, as lines.
        with blocks.needed(md.parser, "\n".join([body, *lines])):
            root = cast("Element", md.parser.parseDocument(lines).getroot())
        for treeprocessor in md.treeprocessors:
            # A tree processor returns a new root, or None when it changed the old one.
            changed = treeprocessor.run(root)
            if changed is not None:
                root = changed
            if treeprocessor is md.treeprocessors["inline"]:
                break
        return root

"""A document: sheets as one HTML file that needs no site, to keep, to send, and to print.

Its policy lets it use nothing but its own style.
"""

import html
import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from handbook.book import Book
from handbook.checklists import sheet
from handbook.checklists.checklist import Checklist
from handbook.checklists.selection import Selection
from handbook.files import asset
from handbook.files.escape import attribute
from handbook.references import reference

PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<meta name="author" content="{site}">
<meta name="generator" content="handbook">
<meta name="dcterms.modified" content="{modified}">
<style>
{style}</style>
</head>
<body class="md-typeset hb-document">
{body}</body>
</html>
"""
NOTHING = "<h1>{title}</h1>\n<p>No checklist yet.</p>\n"
CITED = re.compile(r'data-cite="([^"]*)"')
# Where links to pages lead from the document of a site without a URL.
NOWHERE = "nowhere:"


class Writer:
    """Writes documents of a handbook; not for use by two threads at once."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.style = asset.text("checklist.css")
        # A list's sheet is the same in each document.
        self.sheet = cache(self._sheet)
        settings = book.settings
        configs: dict[str, dict[str, Any]] = {
            **settings.extension_configs,
            "handbook.extension": {"root": str(settings.root)},
        }
        # A sheet has no table of contents.
        names = [name for name in settings.extensions if name != "toc"]
        self.markdown = Markdown(
            extensions=names, extension_configs={name: configs.get(name, {}) for name in names}
        )
        # The works that all sheets cite are listed once, behind the last.
        self.markdown.treeprocessors.deregister("handbook-references", strict=False)
        self.link = settings.address if settings.site_url else lambda _: NOWHERE
        # After `inline` (20), which makes the links.
        self.markdown.treeprocessors.register(_Unlinker(self.markdown), "handbook-unlink", 10)

    def document(self, selection: Selection) -> str:
        """Return the HTML of some checklists, each on a sheet of its own."""
        settings, title = self.book.settings, html.escape(selection.title)
        site = html.escape(settings.site_name)
        modified = max((one.page.get("reviewed") for one in selection.lists), default="")
        sheets = "".join(map(self.sheet, selection.lists))
        return PAGE.format(
            language=html.escape(settings.language),
            title=" · ".join(filter(None, (title, site))),
            site=site,
            modified=html.escape(modified),
            style=self.style,
            body=sheets + self._references(sheets) or NOTHING.format(title=title),
        )

    def _sheet(self, one: Checklist) -> str:
        rendered = self.markdown.reset().convert(sheet.body(self.book, one, self.link))
        heading = html.escape(one.page.title)
        return f'<article class="hb-sheet">\n<h1>{heading}</h1>\n{rendered}\n</article>\n'

    def _references(self, sheets: str) -> str:
        """Return the works that the sheets cite, as a page has them at its end."""
        cited = {html.unescape(key) for key in CITED.findall(sheets)}
        entries = "".join(
            f'<li id="ref-{attribute(work.id)}">{reference.full(work)}</li>\n'
            for work in self.book.bibliography.references.values()
            if work.id in cited
        )
        heading = '<h2 id="references">References</h2>\n<ul class="hb-references">\n'
        return f"{heading}{entries}</ul>\n" if entries else ""


class _Unlinker(Treeprocessor):
    """Makes text of links that lead nowhere."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("href", "").startswith(NOWHERE):
                del link.attrib["href"]

"""A document: sheets as one HTML file that needs no site, to keep, to send, and to print."""

import html
from collections.abc import Iterable
from typing import Any

from markdown import Markdown

from handbook import asset, sheet
from handbook.book import Book
from handbook.checklist import Checklist

PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
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


class Writer:
    """Writes documents of a handbook; not for use by two threads at once."""

    def __init__(self, book: Book) -> None:
        self.book = book
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

    def document(self, lists: Iterable[Checklist]) -> str:
        """Return the HTML of some checklists, each on a sheet of its own."""
        lists, site = list(lists), self.book.settings.site_name
        title = lists[0].page.title if len(lists) == 1 else f"Checklists: {site}"
        modified = max((one.page.get("reviewed") for one in lists), default="")
        body = "".join(self._sheet(one) for one in lists)
        return PAGE.format(
            language=self.book.settings.language,
            title=html.escape(title),
            site=html.escape(site),
            modified=html.escape(modified),
            style=asset.text("checklist.css"),
            body=body,
        )

    def _sheet(self, one: Checklist) -> str:
        text = sheet.body(self.book, one, self.book.settings.address)
        rendered = self.markdown.reset().convert(text)
        heading = html.escape(one.page.title)
        return f'<article class="hb-sheet">\n<h1>{heading}</h1>\n{rendered}\n</article>\n'

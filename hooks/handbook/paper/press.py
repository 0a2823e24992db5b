"""The press: an HTML document on paper, as PDF, by WeasyPrint."""

from functools import cache
from typing import Any

import weasyprint  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

from handbook.files import asset
from handbook.paper import form
from handbook.paper.printer import recipe


def typeset(document: str, paper: str) -> tuple[int, bytes]:
    """Return number of pages and PDF of a document; not for use by two threads at once."""
    fonts, style = _fonts_and_style()
    # A sheet brings what it needs: printing reads no file and asks no host.
    html = weasyprint.HTML(string=document, url_fetcher=URLFetcher(allowed_protocols={"data"}))
    form.name_fields(html.etree_element)
    _unlink(html.etree_element)
    size = weasyprint.CSS(string=f"@page {{ size: {paper} }}")
    laid_out = html.render(font_config=fonts, stylesheets=[style, size], pdf_forms=True)
    data = laid_out.write_pdf(
        finisher=form.finish,
        pdf_forms=True,
        pdf_tags=True,
        pdf_identifier=recipe(document, paper)[:32].encode(),
    )
    return len(laid_out.pages), data


def _unlink(document: Any) -> None:
    """Take the links to the list of works away, which the paper does not have."""
    for link in document.iter("a"):
        if link.get("href", "").startswith("#ref-"):
            del link.attrib["href"]


@cache
def _fonts_and_style() -> tuple[Any, Any]:
    """Keep the fonts: to unpack them takes longer than to print a list."""
    fonts, base = FontConfiguration(), f"{asset.FOLDER.as_uri()}/"
    return fonts, weasyprint.CSS(string=asset.text("paper.css"), base_url=base, font_config=fonts)

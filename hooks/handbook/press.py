"""The press: an HTML document on paper, as PDF, by WeasyPrint."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import pydyf  # type: ignore[import-untyped]
import weasyprint  # type: ignore[import-untyped]
from weasyprint.text.ffi import pango  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

from handbook import asset, form


def recipe(document: str, paper: str) -> str:
    """Return a digest of all that a PDF is made of and by."""
    return hashlib.sha256(f"{_printer()}\n{paper}\n{document}".encode()).hexdigest()


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
def _printer() -> str:
    versions = f"{weasyprint.VERSION} {pydyf.VERSION} {pango.pango_version()}"
    files = [Path(__file__), Path(form.__file__), asset.FOLDER / "paper.css"]
    files += sorted(asset.FOLDER.glob("fonts/*.woff2"))
    parts = [versions.encode(), *(path.read_bytes() for path in files)]
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


@cache
def _fonts_and_style() -> tuple[Any, Any]:
    """Keep the fonts: to unpack them takes longer than to print a list."""
    fonts, base = FontConfiguration(), f"{asset.FOLDER.as_uri()}/"
    return fonts, weasyprint.CSS(string=asset.text("paper.css"), base_url=base, font_config=fonts)

"""LinkChecker on the built site: an independent witness of its internal links."""

from pathlib import Path

from conftest import HANDBOOKS, ROOT
from handbook import book, generated
from handbook.checklists import download
from handbook.links.crawl import crawl


def test_every_internal_link_holds(sites: dict[tuple[str, str], Path]) -> None:
    """LinkChecker reaches every page and finds no broken link on the site."""
    seen = crawl(sites["ai", "mkdocs"])
    assert [link for link in seen if link.wrong] == []
    reached = {link.address.partition("#")[0] for link in seen}
    this = book.load(ROOT / HANDBOOKS["ai"])
    pages = [src_uri for src_uri in generated.src_uris(this) if src_uri.endswith(".md")]
    expected = [*this.src_uris, *pages, *download.src_uris(this)]
    # The site is served from another address than its own.
    urls = {src_uri: this.settings.address(src_uri) for src_uri in expected}
    paths = {src_uri: url.removeprefix(this.settings.site_url) for src_uri, url in urls.items()}
    assert [src_uri for src_uri, path in paths.items() if path not in reached] == []

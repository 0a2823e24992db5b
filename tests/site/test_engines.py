"""Three engines, same result: what the generator is for does not depend on the engine."""

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from conftest import ENGINES, HANDBOOKS, ROOT, built
from handbook import book, generated
from handbook.overviews import bibliography_page

Sites = dict[tuple[str, str], Path]


def sources(handbook: str) -> list[str]:
    """Return the pages of a handbook and what is generated from them."""
    this = book.load(ROOT / HANDBOOKS[handbook])
    return [page.src_uri for page in this.pages] + generated.src_uris(this)


def parts(site: Path, path: str) -> dict[str, list[str]]:
    """Return what the generator put on a page, as HTML; links as seen from the site's root."""
    page = BeautifulSoup((site / path).read_text("utf-8"), "html.parser")
    for link in page.select("[href]"):
        link["href"] = urljoin(f"/{path.removesuffix('index.html')}", str(link["href"]))
    # Zensical has read what its search leaves out, and takes the mark away.
    for left_out in page.select("[data-search-exclude]"):
        del left_out["data-search-exclude"]
    selectors = {
        "citations": ".hb-cite",
        "items": ".hb-item",
        "references": ".hb-references > li",
        "bibliography": "span[id^=ref-]",
        "computed": "[data-computed]",
        "marks": "[data-basis]",
        "claims": ".hb-claim",
        "figures": "figure.hb-figure",
        "terms": "a.hb-term",
        "glossary": "strong[id^=term-]",
        "ways": ".hb-way",
        "paths": "span[id^=path-]",
    }
    return {
        name: [" ".join(str(found).split()) for found in page.select(selector)]
        for name, selector in selectors.items()
    }


@pytest.mark.parametrize("handbook", HANDBOOKS)
@pytest.mark.parametrize("engine", ENGINES)
def test_every_file_exists(handbook: str, engine: str, sites: Sites) -> None:
    """Each page and each generated file is on the site."""
    site = sites[handbook, engine]
    missing = [src for src in sources(handbook) if not (site / built(src)).is_file()]
    assert missing == []


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_same_parts(handbook: str, sites: Sites) -> None:
    """Citations, items, ids, reference lists and figures of each page are the same in all three."""
    pages = [src for src in sources(handbook) if src.endswith(".md")]
    for src_uri in pages:
        mkdocs, properdocs, zensical = (
            parts(sites[handbook, engine], built(src_uri)) for engine in ENGINES
        )
        assert mkdocs == properdocs, src_uri
        assert mkdocs == zensical, src_uri


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_parts_are_those_of_the_sources(handbook: str, sites: Sites) -> None:
    """A page shows as many citations and items as were read from its source, and not none."""
    this = book.load(ROOT / HANDBOOKS[handbook])
    assert sum(len(page.items) for page in this.pages) > 0
    for page in this.pages:
        soup = BeautifulSoup(
            (sites[handbook, "mkdocs"] / built(page.src_uri)).read_text("utf-8"), "html.parser"
        )
        assert [cited.key for cited in page.citations] == [
            found["data-cite"] for found in soup.select("[data-cite]")
        ], page.src_uri
        assert [item.task.id for item in page.items] == [
            found["id"] for found in soup.select(".hb-item")
        ], page.src_uri


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_same_data(handbook: str, sites: Sites) -> None:
    """Every generated file that is no page has the same bytes in all three, and JSON is JSON."""
    files = [src for src in sources(handbook) if not src.endswith(".md")]
    assert {bibliography_page.CSL_JSON, bibliography_page.BIBTEX} < set(files)
    for src_uri in files:
        data = {(sites[handbook, engine] / src_uri).read_bytes() for engine in ENGINES}
        assert len(data) == 1, src_uri
        if src_uri.endswith(".json"):
            json.loads(data.pop())


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_nothing_is_left_as_source(handbook: str, sites: Sites) -> None:
    """No page shows a citation, an id or a computed value as its author typed it."""
    for engine in ENGINES:
        for src_uri in sources(handbook):
            if not src_uri.endswith(".md"):
                continue
            soup = BeautifulSoup(
                (sites[handbook, engine] / built(src_uri)).read_text("utf-8"), "html.parser"
            )
            for code in soup.select("code, pre, script, style"):
                code.decompose()
            text = soup.get_text()
            assert [sign for sign in ("[@", "{#", "{=", "{~", "{:", "[ ]") if sign in text] == [], (
                src_uri
            )

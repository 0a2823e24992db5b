"""The inventory: where each external address stands."""

from pathlib import Path

from handbook import book
from handbook.links.inventory import Referrer, inventory


def test_places(study: Path) -> None:
    """Every place counts: links, images, labels, addresses in angle brackets, and entries."""
    page = study / "docs/links.md"
    page.write_text(
        "---\ntitle: Links\n---\n\n"
        "[a](https://a.test/?b=1&c=2) ![b](HTTP://b.test/b.png) <https://a.test/?b=1&c=2>\n"
        "[c]: https://c.test/c 'C'\n\n"
        "[c] `https://code.test/` \\[d](https://d.test/) [e](mailto:e@f)\n"
    )
    (study / "docs/references.yml").write_text(
        "- id: a2000\n  DOI: 10.1000/a<b\n  URL: https://shown.not.test/\n"
        "- id: b2000\n  URL: https://b.test/\n"
    )
    found = inventory(book.load(study))
    mine = {
        address: [at for at in places if at.src_uri in {"links.md", "references.yml"}]
        for address, places in found.items()
    }
    assert {address: places for address, places in mine.items() if places} == {
        "HTTP://b.test/b.png": [Referrer("links.md", 5, 35)],
        "https://a.test/?b=1&c=2": [Referrer("links.md", 5, 5), Referrer("links.md", 5, 65)],
        "https://b.test/": [Referrer("references.yml", 5, 3, "b2000")],
        "https://c.test/c": [Referrer("links.md", 6, 6)],
        "https://doi.org/10.1000/a%3Cb": [Referrer("references.yml", 2, 3, "a2000")],
    }
    assert list(found) == sorted(found)

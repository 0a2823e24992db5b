"""What becomes of the texts of a record."""

import pytest

from handbook.cite.record import Record, as_entry, clean, titled

DOI = "10.1000/a_b"
DOI_ADDRESS = f"https://doi.org/{DOI}"
ARXIV_ADDRESS = "https://arxiv.org/abs/1706.03762"


def entry(**texts: str) -> dict[str, object]:
    """Return the fields of the entry that comes of a record."""
    found = as_entry(Record(texts, {}))
    assert found.pop("supports_seen") == "false"
    return dict(found)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"DOI": DOI_ADDRESS}, {"DOI": DOI}),
        ({"DOI": f"doi:{DOI}", "URL": f"http://dx.doi.org/{DOI.upper()}"}, {"DOI": DOI}),
        ({"DOI": "https://doi.org/10.1000/%28a%29&lt;b"}, {"DOI": "10.1000/(a)<b"}),
        ({"URL": "https://doi.org/10.1000%2Fa_b"}, {"DOI": DOI}),
        ({"DOI": "10.1000/c", "URL": DOI_ADDRESS}, {"DOI": "10.1000/c", "URL": DOI_ADDRESS}),
        ({"arxiv": "arXiv:1706.03762"}, {"arxiv": "1706.03762", "URL": ARXIV_ADDRESS}),
        ({"URL": "http://arxiv.org/pdf/1706.03762.pdf"},
         {"arxiv": "1706.03762", "URL": ARXIV_ADDRESS}),
        ({"DOI": "10.48550/ARXIV.1706.03762"}, {"arxiv": "1706.03762", "URL": ARXIV_ADDRESS}),
        ({"DOI": DOI, "arxiv": "1706.03762"}, {"DOI": DOI, "arxiv": "1706.03762"}),
        ({"arxiv": "1706.03762", "number": "arXiv:1706.03762"},
         {"arxiv": "1706.03762", "URL": ARXIV_ADDRESS}),
        ({"ISSN": "0003-1305, 1537-2731"}, {"ISSN": "0003-1305"}),
        ({"ISBN": "ISBN: 978-0-262-03561-3 (paper)"}, {"ISBN": "978-0-262-03561-3"}),
        ({"ISBN": "none"}, {"ISBN": "none"}),
        ({"volume": "vol. 3", "page": "pp. 3--9"}, {"volume": "3", "page": "3-9"}),
        ({"type": "article-journal", "publisher": "A"}, {"type": "article-journal"}),
        ({"type": "book", "publisher": "A"}, {"type": "book", "publisher": "A"}),
    ],
)  # fmt: skip
def test_settled(given: dict[str, str], expected: dict[str, str]) -> None:
    """Identifiers stand alone, each in its field, and nothing is said twice."""
    assert entry(**given) == expected


def test_clean() -> None:
    """A text is one line, and what controls a machine, or nobody sees, is taken out."""
    assert (
        clean(" a\n\t b\x00\x1b[1m\ud800c\u200dd\xa0e\u200bf\xadg\ufffd ")
        == "a b[1mc\u200dd efg\ufffd"
    )


@pytest.mark.parametrize(
    ("title", "subtitle", "expected"),
    [
        ("A", "B", "A: B"),
        ("A?", "B", "A? B"),
        ("A: B", "B", "A: B"),
        ("A", "", "A"),
        ("", "B", "B"),
    ],
)
def test_titled(title: str, subtitle: str, expected: str) -> None:
    """A subtitle follows the title, once."""
    assert titled(title, subtitle) == expected

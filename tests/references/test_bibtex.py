"""The bibliography as BibTeX, read back by a BibTeX parser."""

import re
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from bibtexparser.middlewares.middleware import Middleware
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from handbook import book
from handbook.references import bibtex
from handbook.references.bibliography import Bibliography
from works import read


def parsed(works: Bibliography, *middleware: Middleware) -> dict[str, dict[str, Any]]:
    """Return key -> fields of what is written."""
    library = parse_string(bibtex.text(works.references), append_middleware=middleware)
    assert not library.failed_blocks
    return {
        entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries
    }


def test_this_bibliography_survives() -> None:
    """Every work of this handbook has its key, title, year, authors, DOI and address."""
    works = book.load(ROOT).bibliography
    decoded, raw = parsed(works, LatexDecodingMiddleware()), parsed(works, SeparateCoAuthors())
    assert list(raw) == list(works.references)
    for key, work in works.references.items():
        assert re.sub("[{}]", "", decoded[key]["title"]) == work.get("title")
        assert raw[key]["year"] == work.get("issued")[:4]
        assert raw[key].get("doi", "") == work.get("DOI")
        assert raw[key].get("url", "") == work.get("URL")
        people = raw[key]["author"]
        assert len(people) == len(work.authors) + (not work.complete)
        assert (people[-1] == "others") == (not work.complete)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            {
                "type": "article-journal",
                "title": "The iPhone & NumPy: 100 % of x_1 {set}",
                "author": [
                    {"family": "van Gogh", "given": "Vincent"},
                    {"family": "Daumé", "given": "Hal", "suffix": "III"},
                    {"literal": "Research and Development, Inc."},
                ],
                "author_complete": "false",
                "container-title": "Journal",
                "issued": "2020-05-06",
                "volume": "12",
                "issue": "3",
                "number": "e44",
                "page": "4-9",
                "DOI": "10.1/a_b{c}",
            },
            r"""@article{k,
  author = {van Gogh, Vincent and Daumé, III, Hal and {Research and Development, Inc.} and others},
  title = {The {iPhone} \& {NumPy:} 100 \% of x\_1 \textbraceleft{}set\textbraceright{}},
  journal = {Journal},
  year = {2020},
  month = {5},
  volume = {12},
  number = {3},
  eid = {e44},
  pages = {4--9},
  doi = {10.1/a_b%7Bc%7D},
}
""",
        ),
        (
            {
                "type": "report",
                "title": "On it",
                "editor": [{"family": "E"}],
                "publisher": "Office",
                "number": "7",
                "arxiv": "2001.00001",
                "URL": "https://a.example/~x?y_z#1",
            },
            r"""@techreport{k,
  editor = {E},
  title = {On it},
  institution = {Office},
  number = {7},
  eprint = {2001.00001},
  archiveprefix = {arXiv},
  url = {https://a.example/~x?y_z#1},
}
""",
        ),
        (
            {
                "type": "book",
                "title": "On it",
                "translator": [{"family": "T", "given": "A."}],
                "genre": "Reader",
                "version": "2",
                "collection-title": "Notes & more",
                "collection-number": "7",
            },
            r"""@book{k,
  translator = {T, A.},
  title = {On it},
  series = {Notes \& more},
  type = {Reader},
  number = {7},
  version = {2},
}
""",
        ),
        (
            {"type": "webpage", "title": "A site", "container-title": "W", "issued": "2020"},
            r"""@misc{k,
  title = {A site},
  howpublished = {W},
  year = {2020},
}
""",
        ),
        (
            {"type": "thesis", "title": "T", "publisher": "University"},
            r"""@phdthesis{k,
  title = {T},
  school = {University},
}
""",
        ),
    ],
)
def test_entry(entry: dict[str, Any], expected: str) -> None:
    """Each type has its fields under BibTeX's names, and every sign of LaTeX is escaped."""
    works = read([{"id": "k", **entry}])
    assert bibtex.text(works.references) == expected


TEXT = st.text(st.characters(exclude_categories=["C", "Z"], max_codepoint=0x2FF), max_size=15)


@settings(max_examples=200, deadline=None)
@given(TEXT.filter(bool), TEXT, TEXT, TEXT)
def test_any_text_is_one_entry(key: str, title: str, family: str, url: str) -> None:
    """Whatever the fields hold, one entry is written and its title read back."""
    author = [{"family": family, "given": family}, {"literal": family}]
    works = read([{"id": key, "type": "book", "title": title, "author": author, "URL": url}])
    ((_, entry),) = parsed(works).items()
    written = entry.get("title", "")
    for sign, escape in sorted(bibtex.ESCAPES.items(), key=lambda pair: -len(pair[1])):
        written = written.replace(escape, f"\0{ord(sign)}\0")
    written = re.sub("[{}]", "", written)
    assert re.sub("\0(\\d+)\0", lambda match: chr(int(match[1])), written) == title

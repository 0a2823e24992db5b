"""Claims of each kind, for the evidence and the page that shows it."""

from pathlib import Path

import pytest

from handbook import book
from handbook.book import Book

STRONG = """
- id: strong2020
  type: webpage
  author:
    - {literal: Strong}
  title: Something else
  issued: "2020"
  URL: https://www.rfc-editor.org/
  strength: experiment
  contradicts: [cepeda2006, nobody]
"""
CLAIMS = """
## Numbers

It takes 1 hour [@roediger2006].
It takes 2 hours [@cepeda2006].
It takes 3 hours [@cepeda2006; @strong2020].
It takes {=break.minutes} minutes, or `x` of <10. {~illustrative}
It takes 5 hours. {~unsupported: no *source* was found.}
It takes 6 hours [@strong2020; @cepeda2006]. {~unsupported: nobody knows}
It takes 7 hours by hand. {~computed: break}
It takes 8 hours.
"""


@pytest.fixture
def claims(study: Path) -> Book:
    """The study handbook with claims on its first page and a work of each kind."""
    with (study / "docs/index.md").open("a") as page:
        page.write(CLAIMS)
    references = study / "docs/references.yml"
    entries = references.read_text().replace("2006.01693.x", "2006.01693.x\n  strength: opinion")
    references.write_text(entries + STRONG)
    return book.load(study)

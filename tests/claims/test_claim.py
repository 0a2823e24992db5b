"""Claims: which sentences of a page state a quantity, where it stands, and what it rests on."""

from pathlib import Path

import pytest

from conftest import ROOT
from handbook.configuration import settings
from handbook.pages.page import Page
from handbook.pages.reader import Reader

CASES = sorted((Path(__file__).parent.parent / "cases" / "claims").glob("*.md"))
READER = Reader(settings.load(ROOT))


def read(text: str) -> Page:
    """Return the page of a text, read with this handbook's own extensions."""
    return READER.read("case.md", text.encode())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    """A page has exactly the claims that its case lists: place, and quantities as written."""
    text, _, expected = case.read_text("utf-8").partition("=== claims\n")
    found = [
        f"{claim.at.line}:{claim.at.col} {'; '.join(claim.quantities)}"
        for claim in read(text).claims
    ]
    assert found == expected.splitlines()


@pytest.mark.parametrize(
    ("text", "rests_on"),
    [
        ("It is 5 %.", ""),
        ("It is 5 % [@a].", "cited"),
        ("It is 5 % {~illustrative} of all [@a].", "illustrative"),
        ("It is 5 % [@a]. {~unsupported: why}", "unsupported"),
        ("It is 5 %. {~computed: sample_size}", "computed"),
        ("It is {=sample_size.weeks} weeks.", "computed"),
        ("It is {=sample_size.weeks} weeks [@a].", "cited"),
        ("It is no number. {~illustrative}", "illustrative"),
        ("It is 5 %. {~ilustrative}", ""),
    ],
)
def test_what_a_claim_rests_on(text: str, rests_on: str) -> None:
    """A mark goes before a citation, and a citation before a computed value."""
    assert [claim.rests_on for claim in read(text).claims] == [rests_on]

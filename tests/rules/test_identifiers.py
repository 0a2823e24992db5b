"""Identifiers of an entry: there, well formed, and in agreement."""

from pathlib import Path

import pytest

from rules import reported

JOURNAL = ("type: webpage", "type: article-journal\n  container-title: Journal")
BOOK = ("type: webpage", "type: book\n  publisher: Press")
PREPRINT = ("type: webpage", "type: article")


def added(fields: str) -> tuple[str, str]:
    """Return the change that adds fields before the address."""
    return "  URL:", f"  {fields}\n  URL:"


def address(url: str) -> tuple[str, str]:
    """Return the change that gives the entry another address."""
    return "https://www.rfc-editor.org/", url


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([JOURNAL], ["17:3: R208 'new2020' is of type article-journal and has no DOI. "
            "Look it up, and never guess it."], id="journal"),
        pytest.param([BOOK], ["17:3: R208 'new2020' is of type book and has no DOI or ISBN. "
            "Look it up, and never guess it."], id="book"),
        pytest.param([PREPRINT], ["17:3: R208 'new2020' is of type article and has no DOI or arxiv."
            " Look it up, and never guess it."], id="preprint"),
        pytest.param([JOURNAL, added("DOI: 10.1145/3290605.3300233")], [], id="DOI"),
        pytest.param([added("DOI: 10.1145/3290605.3300233.")],
            ["23:8: R209 'DOI' is '10.1145/3290605.3300233.', with '.' at its end. "
             "Write '10.1145/3290605.3300233'."], id="DOI-with-full-stop"),
        pytest.param([BOOK, added("ISBN: '9780262035614'")],
            ["24:10: R210 'ISBN' is '9780262035614', whose check digit is wrong. "
             "Copy it from the work again."], id="ISBN"),
        pytest.param([added("ISSN: 0003-1306")],
            ["23:9: R211 'ISSN' is '0003-1306', whose check digit is wrong. "
             "Copy it from the work again."], id="ISSN"),
        pytest.param([added("arxiv: '1713.03762'")],
            ["23:11: R212 'arxiv' is '1713.03762', which does not exist: there is no month 13."],
            id="arXiv"),
        pytest.param([("given: Ann", "given: Ann, ORCID: 0000-0002-1825-0098")],
            ["20:40: R213 'ORCID' is '0000-0002-1825-0098', whose check digit is wrong. "
             "Copy it from the work again."], id="ORCID"),
        pytest.param([("given: Ann", "given: Ann, ORCID: 0000-0002-1825-0097")], [],
            id="ORCID-that-is-right"),
        pytest.param([address("https://doi.org/10.1000/182")],
            ["23:3: R214 'URL' leads to a DOI. Write 'DOI: 10.1000/182' instead."],
            id="DOI-as-address"),
        pytest.param([added("DOI: 10.1000/182"), address("https://dx.doi.org/10.1000/182")],
            ["24:3: R214 'URL' repeats the DOI. Take it out."], id="DOI-twice"),
        pytest.param([added("DOI: 10.1000/182"), address("https://doi.org/10.1000/183")],
            ["24:3: R214 'URL' leads to the DOI '10.1000/183', but 'DOI' is '10.1000/182'. "
             "Keep the right one."], id="two-DOIs"),
        pytest.param([added("DOI: 10.1145/1"), address("https://dl.acm.org/doi/10.1145/2")],
            ["24:3: R214 'URL' leads to the DOI '10.1145/2', but 'DOI' is '10.1145/1'. "
             "Keep the right one."], id="publishers-address-of-another-DOI"),
        pytest.param([added("DOI: 10.1145/ABC"),
                      address("https://dl.acm.org/doi/pdf/10.1145%2Fabc/full")], [],
            id="publishers-address-of-the-same-DOI"),
        pytest.param([address("https://arxiv.org/pdf/1706.03762v2.pdf")],
            ["23:3: R214 'URL' leads to arXiv. Add 'arxiv: 1706.03762v2'."], id="arXiv-missing"),
        pytest.param([added("arxiv: '1706.03762'"), address("https://arxiv.org/abs/1706.03763")],
            ["24:3: R214 'URL' leads to arXiv's '1706.03763', but 'arxiv' is '1706.03762'. "
             "Keep the right one."], id="two-arXiv-ids"),
        pytest.param([added("DOI: 10.48550/arXiv.1706.03763\n  arxiv: '1706.03762'")],
            ["23:3: R214 'DOI' leads to arXiv's '1706.03763', but 'arxiv' is '1706.03762'. "
             "Keep the right one."], id="arXiv-DOI-of-another"),
        pytest.param([added("arxiv: '1706.03762'"), address("https://arxiv.org/abs/1706.03762v7")],
            [], id="arXiv-version"),
    ],
)  # fmt: skip
def test_identifiers(changes: list[tuple[str, str]], expected: list[str], study: Path) -> None:
    """An identifier is reported when it is missing, wrong, or another than the address."""
    assert reported(study, *changes) == expected

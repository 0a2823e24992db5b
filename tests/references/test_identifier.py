"""Identifiers, one by one: stricter than the libraries that know their check digits."""

import pytest

from handbook.references.identifier import alone, wrong

DIGIT = "whose check digit is wrong. Copy it from the work again."


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("DOI", "10.1145/3290605.3300233"),
        ("DOI", "10.1016/0005-1098(83)90046-8"),
        ("DOI", "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
        ("DOI", "10.1000.10/123"),
        ("ISBN", "9780262035613"),
        ("ISBN", "978-0-262-03561-3"),
        ("ISBN", "0-8044-2957-X"),
        ("ISBN", "9791090636071"),
        ("ISSN", "0003-1305"),
        ("ISSN", "2434-561X"),
        ("arxiv", "1706.03762"),
        ("arxiv", "1706.03762v7"),
        ("arxiv", "0704.0001"),
        ("arxiv", "1412.9999"),
        ("arxiv", "1501.00001"),
        ("arxiv", "hep-th/9901001"),
        ("arxiv", "hep-th/9108001v1"),
        ("arxiv", "math.GT/0309136"),
        ("arxiv", "math/0703999"),
        ("ORCID", "0000-0002-1825-0097"),
        ("ORCID", "0000-0002-1694-233X"),
        ("ORCID", "0009-0001-5055-9262"),
    ],
)
def test_right(field: str, text: str) -> None:
    """An identifier as its registrar writes it has nothing wrong with it."""
    assert wrong(field, text) == ""


def test_alone_without_end() -> None:
    """What people copy with an identifier is taken away however often it stands there."""
    assert alone("doi:" * 10_000 + "10.1000/182") == "10.1000/182"


NO_DOI = "which is not a DOI. Write it as 10.1145/3290605.3300233."
NO_ISBN = "which is not an ISBN. Write it as 9780262035613, with 13 digits or 10."
NO_ISSN = "which is not an ISSN. Write it as 0003-1305."
NO_ARXIV = "which is not an arXiv id. Write it as 1706.03762 or hep-th/9901001."
NO_ORCID = "which is not an ORCID iD. Write it as 0000-0002-1825-0097."
MORE = "which has more than the identifier. Write "


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("DOI", "https://doi.org/10.1000/182", f"{MORE}'10.1000/182'."),
        ("DOI", "doi:10.1000/182", f"{MORE}'10.1000/182'."),
        ("DOI", "DOI 10.1000/182", f"{MORE}'10.1000/182'."),
        ("DOI", "doi: https://doi.org/10.1000/182", f"{MORE}'10.1000/182'."),
        ("DOI", "10.1000/182.", "with '.' at its end. Write '10.1000/182'."),
        ("DOI", "10.1000/182).", "with '.' at its end. Write '10.1000/182)'."),
        ("DOI", "10.1000/182…", "with '…' at its end. Write '10.1000/182'."),
        ("DOI", "10.1002/%28SICI%291&lt;2", "which is encoded. Write '10.1002/(SICI)1<2'."),
        ("DOI", "10.1000/182)", "with ')' at its end. Write '10.1000/182'."),
        ("DOI", "10.1000", NO_DOI),
        ("DOI", "10.100/182", NO_DOI),
        ("DOI", "10.1000/1 82", NO_DOI),
        ("DOI", "10.1000/1–82", NO_DOI),
        ("DOI", "11.1000/182", NO_DOI),
        ("DOI", "\u0661\u0660.1000/182", NO_DOI),
        (
            "DOI",
            "10.5555/3523760.3524000",
            "which leads nowhere: 10.5555/ is for tests. Write the publisher's DOI.",
        ),
        ("ISBN", "ISBN 9780262035613", f"{MORE}'9780262035613'."),
        ("ISBN", "ISBN-13: 9780262035613", f"{MORE}'9780262035613'."),
        ("ISBN", "9780262035614", DIGIT),
        ("ISBN", "0804429571", DIGIT),
        ("ISBN", "080442957", NO_ISBN),
        ("ISBN", "9770262035613", NO_ISBN),
        ("ISBN", "978–0–262–03561–3", NO_ISBN),
        ("ISBN", "9780262035613, 9780262337373", NO_ISBN),
        ("ISSN", "0003-1306", DIGIT),
        ("ISSN", "00031305", NO_ISSN),
        ("ISSN", "0003–1305", NO_ISSN),
        ("arxiv", "arXiv:1706.03762", f"{MORE}'1706.03762'."),
        ("arxiv", "https://arxiv.org/abs/1706.03762", f"{MORE}'1706.03762'."),
        ("arxiv", "1713.03762", "which does not exist: there is no month 13."),
        ("arxiv", "hep-th/9900001", "which does not exist: there is no month 00."),
        (
            "arxiv",
            "1706.0376",
            "which does not exist: the ids of that month have 5 digits, from 1 on.",
        ),
        (
            "arxiv",
            "1412.00001",
            "which does not exist: the ids of that month have 4 digits, from 1 on.",
        ),
        (
            "arxiv",
            "1706.00000",
            "which does not exist: the ids of that month have 5 digits, from 1 on.",
        ),
        ("arxiv", "0703.0001", "in a form that is used from 0704 on."),
        ("arxiv", "hep-th/0704001", "in a form that was used from 9108 to 0703 alone."),
        ("arxiv", "hep-th/9107001", "in a form that was used from 9108 to 0703 alone."),
        ("arxiv", "9912.00001", "of a month that is still to come."),
        ("arxiv", "17O6.03762", NO_ARXIV),
        ("arxiv", "cs.LG/1706.03762", NO_ARXIV),
        ("ORCID", "https://orcid.org/0000-0002-1825-0097", f"{MORE}'0000-0002-1825-0097'."),
        ("ORCID", "0000-0002-1825-0098", DIGIT),
        ("ORCID", "0000000218250097", NO_ORCID),
        ("ORCID", "0000-0001-2281-955X", "which is an ISNI, outside the numbers of ORCID."),
    ],
)
def test_wrong(field: str, text: str, expected: str) -> None:
    """Anything else is told from it, with what to write where that is known."""
    assert wrong(field, text) == expected

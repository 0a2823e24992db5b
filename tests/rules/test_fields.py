"""What stands in a field: dates that have come, titles as plain text, bare numbers."""

import time
from pathlib import Path

import pytest

from handbook import book
from handbook.references import reference
from handbook.rules import fields
from rules import reported

NOW = "1577836800"  # 2020-01-01


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2020", []),
        ("2020-01", []),
        ("2020-01-01", []),
        ("2019/2020", []),
        ("2020-01-02", ["'issued' is '2020-01-02', which is still to come. Correct it."]),
        ("2020-02", ["'issued' is '2020-02', which is still to come. Correct it."]),
        ("2020/2021", ["'issued' is '2020/2021', which is still to come. Correct it."]),
    ],
)
def test_date(
    issued: str, expected: list[str], study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A date after the day of SOURCE_DATE_EPOCH is in the future, as far as it is given."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    lines = reported(study, ('"2020"', f'"{issued}"'))
    assert [line for line in lines if "R223" in line] == [
        f"22:12: R223 {line}" for line in expected
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("P < 0.05, and why R&D says x > y", []),
        ("Burn-out an \"occupational phenomenon\": [sic] 100%", []),
        ("<b>Bold</b>", ["11: R224 '<b>' is markup, and shown as it is. Write plain text."]),
        ("Ask <script>alert(1)</script>",
         ["15: R224 '<script>' is markup, and shown as it is. Write plain text."]),
        ("Cats &amp; dogs", ["16: R224 '&amp;' is markup, and shown as it is. Write plain text."]),
        ("Zero\u200bwidth", ["15: R232 U+200B is no sign of a text. Take it out."]),
        ("A \ufffd and joined \u200d signs",
         ["13: R232 U+FFFD is no sign of a text. Take it out."]),
        ("{BERT}: it", ["11: R224 '{' is markup, and shown as it is. Write plain text."]),
        (r"The \emph{new} one",
         [r"15: R224 '\emph' is markup, and shown as it is. Write plain text."]),
    ],
)  # fmt: skip
def test_title(title: str, expected: list[str], study: Path) -> None:
    """Markup and script in a title are reported, and shown as text."""
    lines = reported(study, ("Something", f"'{title}'"))
    assert lines == [f"21:{line}" for line in expected]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("volume", "12", ""),
        ("volume", "vol. 12", "'volume' is 'vol. 12'. Write '12'."),
        ("issue", "No. 3", "'issue' is 'No. 3'. Write '3'."),
        ("edition", "2nd", ""),
        ("edition", "2nd ed.", "'edition' is '2nd ed.'. Write '2nd'."),
        ("page", "17-21", ""),
        ("page", "S72-S103", ""),
        ("page", "1-3, 7", ""),
        ("page", "pp. 17–21", "'page' is 'pp. 17–21'. Write '17-21'."),
        ("page", "17\u201121", "'page' is '17\u201121'. Write '17-21'."),
        ("page", "17--21", "'page' is '17--21'. Write '17-21'."),
        ("page", "21-17", "'page' is '21-17'. The range ends before it begins. Correct it."),
        ("page", "1099-102", ""),
        ("page", "Articles 3", ""),
        ("page", "pp. pp. 17", "'page' is 'pp. pp. 17'. Write '17'."),
    ],
)
def test_number(field: str, text: str, expected: str, study: Path) -> None:
    """A number stands without the words that a style puts around it."""
    lines = reported(study, ("  issued", f"  {field}: '{text}'\n  issued"))
    assert lines == ([f"22:{len(field) + 6}: R225 {expected}"] if expected else [])


LONG = 100_000


@pytest.mark.parametrize("sign", [" ", "1", "p", "- ", "vol "])
@pytest.mark.parametrize("field", [*fields.WORDS, "number"])
def test_long_number(field: str, sign: str, study: Path) -> None:
    """However long the text in a field is, it is judged and printed soon."""
    before = time.process_time()
    reported(study, ("  issued", f"  {field}: '1{sign * (LONG // len(sign))}'\n  issued"))
    for work in book.load(study).bibliography.references.values():
        assert reference.full(work)
    assert time.process_time() - before < 5

"""Dates as authors write them."""

import pytest

from handbook.problem import UnusableError
from handbook.references.dates import csl, edtf, in_future, meant, not_a_date, spoken, today, years

FORMS = "which is not a date. Write it as 2015, 2015-06 or 2015-06-12."
RANGES = "which is not a date. Write it as 2015, 2015-06, 2015-06-12 or 2015/2016."
NONE = "a date that does not exist."


@pytest.mark.parametrize(
    ("text", "alone", "ranged"),
    [
        ("2015", "", ""),
        ("2015-06", "", ""),
        ("2015-06-12", "", ""),
        ("2016-02-29", "", ""),
        ("2015-02-29", NONE, NONE),
        ("2015-13", NONE, NONE),
        ("0000", NONE, NONE),
        ("15", FORMS, RANGES),
        ("٢٠١٥", FORMS, RANGES),
        ("", FORMS, RANGES),
        ("2015/2016", FORMS, ""),
        ("2015-06/2015-08", FORMS, ""),
        ("2015/2015", FORMS, ""),
        ("2016/2015", FORMS, "a range that ends before it begins."),
        ("2015/2016-13", FORMS, NONE),
        ("2015/", FORMS, RANGES),
        ("2015/..", FORMS, RANGES),
        ("2015/2016/2017", FORMS, RANGES),
    ],
)
def test_not_a_date(text: str, alone: str, ranged: str) -> None:
    """A date is a year, a month or a day that exists; a range is two of them in order."""
    assert not_a_date(text) == alone
    assert not_a_date(text, ranged=True) == ranged


def test_whole() -> None:
    """Where the day is asked for, a month is not enough."""
    assert not_a_date("2026-11-23", whole=True) == ""
    wrong = "which is not a date. Write it as YYYY-MM-DD."
    assert not_a_date("2026-11", whole=True) == wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 November 2026", "2026-11-24"),
        ("24. Nov. 2026", "2026-11-24"),
        ("24th of November, 2026", "2026-11-24"),
        ("november 4, 2026", "2026-11-04"),
        ("Nov 4th 2026", "2026-11-04"),
        ("2026/11/4", "2026-11-04"),
        ("2026-11-24T10:30:00Z", "2026-11-24"),
        ("20261124", "2026-11-24"),
        ("4.11.2026", "2026-11-04"),
        ("24/11/2026", "2026-11-24"),
        ("11/24/2026", "2026-11-24"),
        (" 2026-11-24 ", "2026-11-24"),
        ("4/11/2026", ""),
        ("31 June 2026", ""),
        ("24 Movember 2026", ""),
        ("24 jumay 2026", ""),
        ("November 2026", ""),
        ("2026-6", ""),
        ("٢٤ November 2026", ""),
        ("last week", ""),
    ],
)
def test_meant(text: str, expected: str) -> None:
    """A date in another form is told as it is written here, unless it may be two."""
    assert meant(text, whole=True) == expected
    wanted = expected or "YYYY-MM-DD"
    assert not_a_date(text, whole=True) == f"which is not a date. Write it as {wanted}."


@pytest.mark.parametrize(
    ("text", "expected"),
    [("November 2026", "2026-11"), ("2015-6", "2015-06"), ("2015/6", "2015-06")],
)
def test_meant_month(text: str, expected: str) -> None:
    """Where a month is enough, one in another form is told."""
    assert not_a_date(text, ranged=True) == f"which is not a date. Write it as {expected}."


@pytest.mark.parametrize(
    ("text", "shown", "data"),
    [
        ("2015", "2015", {"date-parts": [[2015]]}),
        ("2015-06-02", "2015", {"date-parts": [[2015, 6, 2]]}),
        ("2015/2016", "2015–2016", {"date-parts": [[2015], [2016]]}),
        ("2015-06/2015-08", "2015", {"date-parts": [[2015, 6], [2015, 8]]}),
        ("2015-13", "2015", {"raw": "2015-13"}),
        ("", "", {"raw": ""}),
    ],
)
def test_shown(text: str, shown: str, data: dict[str, object]) -> None:
    """A date is shown by its year or years, and goes out as CSL-JSON."""
    assert years(text) == shown
    assert csl(text) == data


def test_spoken() -> None:
    """A reader sees the month's name, and no zero before the day."""
    days = [f"2027-{month:02}-0{month % 9 + 1}" for month in range(1, 13)]
    assert [spoken(day) for day in days] == [
        *("2 January 2027", "3 February 2027", "4 March 2027", "5 April 2027", "6 May 2027"),
        *("7 June 2027", "8 July 2027", "9 August 2027", "1 September 2027", "2 October 2027"),
        *("3 November 2027", "4 December 2027"),
    ]


def test_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is the day of SOURCE_DATE_EPOCH, in UTC, when that is set."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836799")
    assert today().isoformat() == "2019-12-31"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")
    assert today().isoformat() == "2020-01-01"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert today().isoformat() > "2026-01-01"


@pytest.mark.parametrize("seconds", ["yesterday", "9" * 30])
def test_today_of_nothing(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOURCE_DATE_EPOCH that is no time can't be used."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    message = f"SOURCE_DATE_EPOCH is '{seconds}', no number of seconds since 1970. Unset it."
    with pytest.raises(UnusableError, match=message):
        today()


def test_in_future(monkeypatch: pytest.MonkeyPatch) -> None:
    """A date is in the future when, as far as it says, it is after today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")
    future = ["2021", "2020-02", "2020-01-02", "2019/2021"]
    past = ["2020", "2020-01", "2020-01-01", "2019/2020"]
    assert [date for date in future + past if in_future(date)] == future


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"date-parts": [[2015, 6, 2]]}, "2015-06-02"),
        ({"date-parts": [["2015", "6"]]}, "2015-06"),
        ({"date-parts": [[2015], [2016, 1]]}, "2015/2016-01"),
        ({"date-parts": [[2015]], "circa": True}, "2015~"),
        ({"date-parts": [[None]], "circa": 1}, ""),
        ({"date-parts": [[None]]}, ""),
        ({"date-parts": [], "raw": "2015-06"}, "2015-06"),
        ({"date-parts": 2015}, ""),
        ({"literal": "in spring"}, "in spring"),
        ("2015-06", "2015-06"),
        (None, ""),
    ],
)
def test_edtf(data: object, text: str) -> None:
    """A date of CSL-JSON becomes that of an author, in whatever form it comes."""
    assert edtf(data) == text

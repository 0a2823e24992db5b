"""The ids of entries: one convention."""

from pathlib import Path

import pytest

from rules import reported

NAME = "{family: New, given: Ann}"


@pytest.mark.parametrize(
    ("ident", "name"),
    [
        ("new2020", NAME),
        ("new2020a", NAME),
        ("new2020second", NAME),
        ("niculescu2020", "{family: Niculescu-Mizil}"),
        ("niculescumizil2020", "{family: Niculescu-Mizil}"),
        ("sparckjones2020", "{family: Spärck Jones}"),
        ("muller2020", "{family: Müller}"),
        ("mueller2020", "{family: Müller}"),
        ("lukasz2020", "{family: Łukasz}"),
        ("waals2020", "{family: Waals, non-dropping-particle: van der}"),
        ("vanderwaals2020", "{family: Waals, non-dropping-particle: van der}"),
        ("wang2020", "{family: 王}"),
        ("iso42001", "{literal: ISO}"),
        ("standard", "{literal: ISO}"),
    ],
)
def test_key(ident: str, name: str, study: Path) -> None:
    """A key is the beginning of a family name and the year; an institution's is free."""
    lines = reported(study, ("new2020", ident), (NAME, name))
    assert [line for line in lines if " R229 " not in line] == []


@pytest.mark.parametrize(
    ("ident", "name", "expected"),
    [
        ("New2020", NAME, "of small letters from a to z and digits. Write 'new2020'."),
        ("new_2020", NAME, "of small letters from a to z and digits. Write 'new2020'."),
        ("žliobaitė2020", "{family: Žliobaitė}",
         "of small letters from a to z and digits. Write 'zliobaite2020'."),
        ("王2020", "{family: 王}", "of small letters from a to z and digits. Write it in those."),
        ("ISO", "{literal: ISO}", "of small letters from a to z and digits. Write 'iso'."),
        ("new2019", NAME, "an author's family name and the year. Write 'new2020'."),
        ("new20", NAME, "an author's family name and the year. Write 'new2020'."),
        ("other2020", NAME, "an author's family name and the year. Write 'new2020'."),
        ("2020", NAME, "of small letters from a to z and digits. Write 'new2020'."),
    ],
)  # fmt: skip
def test_other_key(ident: str, name: str, expected: str, study: Path) -> None:
    """Another key is told, with the one that the convention gives."""
    lines = reported(study, ("new2020", ident), (NAME, name))
    assert [line for line in lines if " R229 " not in line] == [
        f"17:7: R227 The id '{ident}' is not {expected}"
    ]

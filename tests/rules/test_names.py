"""The names of an entry: each is the name of one person or institution."""

from pathlib import Path

import pytest

from rules import reported

SEVERAL = "holds several names. Write each on a line of its own."
COMMA = "has a comma. Write 'family' and 'given' apart, and 'Jr' or 'III' as 'suffix'."
DIGIT = "has a digit. Write the name alone, or 'literal' for an institution."
CAPITALS = "is all in capitals. Write it as its bearer does."


@pytest.mark.parametrize(
    "name",
    [
        "{family: New, given: A. B.}",
        "{family: New, given: AB}",
        "{family: New, given: Jean-François d'}",
        "{family: New, given: Ann, suffix: III}",
        "{family: New, non-dropping-particle: van der, given: Ann}",
        "{family: New, dropping-particle: de, given: Ann}",
        "{family: new, given: al-Ann}",
        "{family: 王, given: 小明}",
        "{family: الخوارزمي}",
        "{family: Žliobaitė, given: Indrė}",
        "{literal: WHO}",
        "{literal: ISO/IEC JTC 1}",
        "{literal: Department of Health and Human Services}",
        "{literal: The Turing Way Community}",
    ],
)
def test_name(name: str, study: Path) -> None:
    """A name of any writing, with particles, initials or a suffix, is a name."""
    lines = reported(study, ("{family: New, given: Ann}", name))
    assert [line for line in lines if " R227 " not in line] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("{family: NEW, given: Ann}", f"16: R220 The name 'NEW' {CAPITALS}"),
        ("{family: New, given: ANN}", f"28: R220 The name 'ANN' {CAPITALS}"),
        ("{family: NÉ, given: Ann}", f"16: R220 The name 'NÉ' {CAPITALS}"),
        (
            "{literal: WORLD HEALTH ORGANIZATION}",
            f"17: R220 The name 'WORLD HEALTH ORGANIZATION' {CAPITALS}",
        ),
        (
            "{family: New, given: Ann et al.}",
            "28: R221 'et al.' is no name. Take it out, "
            "and write 'author_complete: false' if names are missing.",
        ),
        (
            "{literal: and others}",
            "17: R221 'and others' is no name. Take it out, "
            "and write 'author_complete: false' if names are missing.",
        ),
        (
            "{literal: Anonymous}",
            "17: R221 'Anonymous' is no name. Take it out, "
            "and write 'author_complete: false' if names are missing.",
        ),
        ("{family: New and Old}", f"16: R222 The name 'New and Old' {SEVERAL}"),
        ("{family: 'New & Old'}", f"17: R222 The name 'New & Old' {SEVERAL}"),
        ("{literal: New; Old}", f"17: R222 The name 'New; Old' {SEVERAL}"),
        ("{literal: 'New, and Old'}", f"18: R222 The name 'New, and Old' {SEVERAL}"),
        ("{family: 'New, Ann'}", f"17: R222 The name 'New, Ann' {COMMA}"),
        ("{family: New, given: 'Ann, III'}", f"29: R222 The name 'Ann, III' {COMMA}"),
        (
            "{literal: Various authors}",
            "17: R221 'Various authors' is no name. Take it out, "
            "and write 'author_complete: false' if names are missing.",
        ),
        (
            "{family: others}",
            "16: R221 'others' is no name. Take it out, "
            "and write 'author_complete: false' if names are missing.",
        ),
        (
            "{family: New, given: <b>Ann</b>}",
            "28: R224 '<b>' is markup, and shown as it is. Write plain text.",
        ),
        (
            "{literal: N&amp;W}",
            "18: R224 '&amp;' is markup, and shown as it is. Write plain text.",
        ),
        ("{family: New2}", f"16: R222 The name 'New2' {DIGIT}"),
    ],
)
def test_no_name(name: str, expected: str, study: Path) -> None:
    """What is more, less or other than a name is told at its place."""
    lines = reported(study, ("{family: New, given: Ann}", name))
    assert [line for line in lines if " R227 " not in line] == [f"20:{expected}"]

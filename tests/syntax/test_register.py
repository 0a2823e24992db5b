"""The register of retired ids, and the rules on it."""

from pathlib import Path

import pytest

from handbook import book
from handbook.rules import check
from handbook.syntax import register

SOUND = "- {id: a111, retired: 2026-01-02, text: Old.}\n"


def found(study: Path, text: str) -> list[str]:
    """Return the problems of the study handbook with a register."""
    (study / "docs/checklist-ids.yml").write_text(text, "utf-8")
    return [str(problem).removeprefix("checklist-ids.yml:") for problem in check(book.load(study))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SOUND, []),
        ("", []),
        ("- {id: a111, retired: 2026-01-02, text: Old., now: q3fz}\n", []),
        (
            "- {id: a111, retired: 2026-02-30, text: Old.}\n",
            ["1:14: R507 'retired' is '2026-02-30', a date that does not exist."],
        ),
        (
            "- {id: a111, when: 2026-01-02}\n",
            [
                "1:3: R507 This entry has no retired. Add it.",
                "1:3: R507 This entry has no text. Add it.",
                "1:14: R507 'when' is not a known field.",
            ],
        ),
        (
            SOUND + SOUND,
            ["2:4: R507 The id 'a111' is retired at line 1 too. Keep one."],
        ),
        (
            "a111: Old.\n",
            [
                "1:1: R507 The register must be a list of entries, each beginning with '- id:'.",
            ],
        ),
        (
            "- a111\n",
            [
                "1:3: R507 The register must be a list of entries, each beginning with '- id:'.",
            ],
        ),
        (
            "- {id: a111, retired: 2026-01-02, text: Old., now: q3fx}\n",
            ["1:47: R509 'now' is 'q3fx', which no item has. Did you mean 'q3fz'?"],
        ),
        (
            "- {id: a111, retired: 2026-01-02, text: Old., now: b222}\n"
            "- {id: b222, retired: 2026-01-02, text: Older., now: a111}\n",
            [
                "1:47: R509 'now' leads from 'a111' back to 'a111'.",
                "2:49: R509 'now' leads from 'b222' back to 'b222'.",
            ],
        ),
        (
            "- {id: q3fz, retired: 2026-01-02, text: Old.}\n",
            [
                "habits/test-yourself.md:25:66: R508 The id 'q3fz' is retired in "
                "checklist-ids.yml. Give this item a new one.",
            ],
        ),
        (
            "- {id: a111, retired: 2026-01-02, text: Old: new}\n",
            [
                "1:44: R006 This YAML can't be read: did not find expected ',' or '}'. "
                "Check indentation, colons and quotes here and above.",
            ],
        ),
    ],
)
def test_rules(text: str, expected: list[str], study: Path) -> None:
    """A register is a list of complete entries whose ids lead somewhere and are never reused."""
    assert found(study, text) == expected


def test_not_utf_8(study: Path) -> None:
    """A register that is no text is one problem."""
    (study / "docs/checklist-ids.yml").write_bytes(b"- {id: a111, text: F\xe4llt}\n")
    assert [str(problem) for problem in check(book.load(study))] == [
        "checklist-ids.yml:1:21: R001 Byte 0xE4 is not UTF-8. Save the file as UTF-8."
    ]


def test_chain() -> None:
    """An alias is followed through every id that took its place."""
    entries = register.parse(
        "- {id: a111, now: b222}\n- {id: b222, now: c333}\n- {id: d444}\n", "x.yml"
    )
    assert entries.chain("a111") == ["a111", "b222", "c333"]
    assert entries.chain("c333") == ["c333"]
    assert entries.chain("d444") == ["d444", ""]

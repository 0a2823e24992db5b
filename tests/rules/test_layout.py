"""The layout of the bibliography, told at the first line that differs."""

from pathlib import Path

import pytest

from rules import found

RUN = "Run 'handbook check --fix', which sorts and lays out the entries."
LONG = "A review that goes on and on and on, so that its line has no room"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: cepeda2006", "id: zepeda2006",
         "17:3: R228 'roediger2006' belongs first."),
        ("volume: '132'", "volume: 132",
         "11:1: R228 'volume: 132' stands where 'volume: '132'' belongs."),
        ("\n\n", "\n\n\n", "17:1: R228 An empty line stands where '- id: roediger2006' belongs."),
        ("\n\n", "\n", "16:1: R228 '- id: roediger2006' stands where an empty line belongs."),
        ("'Distributed practice in verbal recall tasks: A review and quantitative synthesis'",
         f'"{LONG}"',
         f"9:1: R228 'title: \"{LONG[:51]}…' stands where 'title: {LONG[:52]}…' belongs."),
    ],
)  # fmt: skip
def test_layout(old: str, new: str, expected: str, study: Path) -> None:
    """The first line that is not in the layout is told, with the one that belongs there."""
    path = study / "docs/references.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    lines = [line for line in found(study) if " R228 " in line]
    assert lines == [f"references.yml:{expected} {RUN}"]


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ("bcdea", "17:3: R228 'a2020' belongs first."),
        ("eabcd", "1:3: R228 'e2020' belongs after 'd2020'."),
        ("acdbe", "13:3: R228 'b2020' belongs after 'a2020'."),
        ("bacde", "5:3: R228 'a2020' belongs first."),
    ],
)
def test_order(ids: str, expected: str, study: Path) -> None:
    """Of entries out of order, the one that stands in a wrong place is told, not its neighbour."""
    entry = "- id: {}2020\n  type: book\n  title: So\n"
    (study / "docs/references.yml").write_text("\n".join(map(entry.format, ids)), "utf-8")
    lines = [line for line in found(study) if " R228 " in line]
    assert lines == [f"references.yml:{expected} {RUN}"]


def test_nothing_that_can_be_read(study: Path) -> None:
    """A file with a fault of syntax is not judged by its layout."""
    path = study / "docs/references.yml"
    path.write_text("- id: a\n  b: c: d\n", "utf-8")
    assert not [line for line in found(study) if " R228 " in line]

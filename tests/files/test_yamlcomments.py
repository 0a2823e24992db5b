"""The comments of a YAML text, and nothing that only looks like one."""

import pytest

from handbook.files.yamlcomments import comments
from handbook.files.yamltext import Sequence, load


def found(text: str) -> list[tuple[str, int, int, bool]]:
    """Return text and place of each comment, and whether it stands alone."""
    value, problems = load(text, "a.yml")
    assert problems == []
    values = value if isinstance(value, Sequence) else Sequence([] if value is None else [value])
    return [(c.text, c.line, c.col, c.alone) for c in comments(text, values)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\n# b\n", [("# a", 1, 1, True), ("# b", 2, 1, True)]),
        ("- a # b\n", [("# b", 1, 5, False)]),
        ("- a: b # c  \n  # d\n  e: f", [("# c", 1, 8, False), ("# d", 2, 3, True)]),
        ("- # a\n  b: c", [("# a", 1, 3, True)]),
        ("a: # b\n  - c", [("# b", 1, 4, False)]),
        ("a: [b, # c\n  # d\n  e]", [("# c", 1, 8, False), ("# d", 2, 3, True)]),
        ("a: | # b\n  # c\n# d\n", [("# b", 1, 6, False), ("# d", 3, 1, True)]),
        ("--- # a\nb: c", [("# a", 1, 5, True)]),
        ("a: b#c\nd: 'e # f'\ng: \"h # i\"\nj#: k", []),
        ("a: 'b\n  # c'\n", []),
        ("a: ä𝕏 # ö\n", [("# ö", 1, 7, False)]),
    ],
)
def test_comments(text: str, expected: list[tuple[str, int, int, bool]]) -> None:
    """A comment begins with '#' after a space, outside of every text."""
    assert found(text) == expected

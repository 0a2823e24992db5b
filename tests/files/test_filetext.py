"""A file's bytes as text, and what is wrong with them."""

import pytest

from handbook.files.filetext import decode
from handbook.problem import Problem


@pytest.mark.parametrize(
    ("data", "text", "expected"),
    [
        (b"a\n", "a\n", []),
        (b"", "", []),
        (
            b"a\r\nb\rc",
            "a\nb\nc",
            [(1, 2, "R003", "Lines end with CR. Save the file with LF line ends.")],
        ),
        (
            b"\xef\xbb\xbfa",
            "a",
            [
                (
                    1,
                    1,
                    "R002",
                    "The file begins with a byte order mark. Save it as UTF-8 without one.",
                )
            ],
        ),
        (
            b"ab\n\xc3\xa4\xe4",
            None,
            [(2, 2, "R001", "Byte 0xE4 is not UTF-8. Save the file as UTF-8.")],
        ),
        (
            b"x" * 21,
            None,
            [(1, 1, "R004", "The page has 21 bytes; at most 20 are read. Split it.")],
        ),
    ],
)
def test_decode(data: bytes, text: str | None, expected: list[tuple[int, int, str, str]]) -> None:
    """Text has LF line ends and no mark; bytes that are no text, or too many, are none."""
    problems: list[Problem] = []
    assert decode("a.md", data, problems, 20, "page") == text
    assert problems == [Problem("a.md", *problem) for problem in expected]

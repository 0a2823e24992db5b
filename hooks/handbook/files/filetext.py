"""A file's bytes as text with LF line ends, and what is wrong with them."""

import os
from pathlib import Path

from handbook.problem import Problem


def decode(
    src_uri: str, data: bytes, problems: list[Problem], limit: int, what: str = "file"
) -> str | None:
    """Return the text and add its problems, or return None when it can't be read at all.

    `limit` is in bytes.
    """
    if len(data) > limit:
        message = f"The {what} has {len(data):,} bytes; at most {limit:,} are read. Split it."
        problems.append(Problem(src_uri, 1, 1, "R004", message))
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(src_uri, error))
        return None
    if text.startswith("\ufeff"):
        message = "The file begins with a byte order mark. Save it as UTF-8 without one."
        problems.append(Problem(src_uri, 1, 1, "R002", message))
        text = text[1:]
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        message = "Lines end with CR. Save the file with LF line ends."
        problems.append(Problem(src_uri, line, text.index("\r") + 1, "R003", message))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def changed(path: Path | str) -> int:
    """Return when a file was last changed, in nanoseconds; 0 when there is none."""
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 - a path in a text is found sooner
    except OSError:
        return 0


def _not_utf8(src_uri: str, error: UnicodeDecodeError) -> Problem:
    """Return the problem of bytes that are not UTF-8, at the first of them."""
    before = error.object[: error.start]
    line = before.count(b"\n") + 1
    col = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    byte = error.object[error.start]
    message = f"Byte 0x{byte:02X} is not UTF-8. Save the file as UTF-8."
    return Problem(src_uri, line, col, "R001", message)

"""Merges: the lines that git leaves in a file where two changes meet, until somebody decides."""

import re
from collections.abc import Iterator

# git writes them at the beginning of a line, with a name behind them; what stands between the two
# sides may be a heading's line: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
LEFT = re.compile(r"^(?:<{7}|>{7}) .*$", re.MULTILINE)


def may_be(text: str) -> bool:
    """Tell whether a text may have such lines, sooner than looking for them."""
    return "<<<<<<< " in text or ">>>>>>> " in text


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the number of each such line, from 0, and what is wrong with it."""
    for match in LEFT.finditer(text) if may_be(text) else ():
        yield text.count("\n", 0, match.start()), message(match[0])


def message(line: str) -> str:
    """Say what such a line is, and what to do."""
    return (
        f"'{line.rstrip()}' is left of a merge. "
        "Choose what stays, and take out this line and '======='."
    )

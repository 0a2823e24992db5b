"""A fault in what is given: where it stands, what is wrong, and what to do about it."""

# Line, column and message, in a file that the caller knows.
Fault = tuple[int, int, str]
SHOWN = 40


class FaultError(Exception):
    """A fault in a text, at an offset from its beginning."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset, self.message = offset, message


def shown(text: str) -> str:
    """Return a text in quotes and in one line, cut when it is long."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= SHOWN else f"'{line[: SHOWN - 1]}…'"

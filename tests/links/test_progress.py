"""Progress, on a terminal and elsewhere."""

import io

from handbook.links.progress import Progress


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_bar() -> None:
    """On a terminal it is one line that grows."""
    progress = Progress(Terminal(), 2)
    progress.step()
    progress.step()
    assert isinstance(progress.stream, Terminal)
    half = f"\r[{'#' * 15}{'.' * 15}] 1 of 2 addresses"
    assert progress.stream.getvalue() == f"{half}\r[{'#' * 30}] 2 of 2 addresses\n"


def test_lines() -> None:
    """Elsewhere it is a line for each tenth."""
    stream = io.StringIO()
    progress = Progress(stream, 1000)
    for _ in range(1000):
        progress.step()
    assert stream.getvalue().splitlines() == [f"{n}00 of 1000 addresses" for n in range(1, 11)]

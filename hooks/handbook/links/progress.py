"""Progress: a bar on a terminal, and elsewhere a line for each tenth."""

from dataclasses import dataclass
from typing import TextIO

WIDTH = 30


@dataclass
class Progress:
    """Counts up to `total` on a stream."""

    stream: TextIO
    total: int
    done: int = 0

    def step(self, _: object = None) -> None:
        """Count one more, and show it."""
        self.done += 1
        count = f"{self.done} of {self.total} addresses"
        if self.stream.isatty():
            full = WIDTH * self.done // self.total
            end = "\n" if self.done == self.total else ""
            self.stream.write(f"\r[{'#' * full}{'.' * (WIDTH - full)}] {count}{end}")
        elif self.done * 10 // self.total > (self.done - 1) * 10 // self.total:
            self.stream.write(f"{count}\n")
        self.stream.flush()

"""Checking synthetic handbooks, as a ratio to their plain MkDocs build.

    python -m benchmarks.check [PAGES ...]

Each page has ten citations, and there is a work for each page; then the works grow alone.
Printed: seconds of processor time from the files to the pages and from there to the problems, the
ratio of both to the plain build, and how the cost of a page grows.
"""

import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks import plain, synthetic
from handbook import book
from handbook.pages.pause import paused
from handbook.rules import check

SIZES = (200, 2_000, 10_000)
CITATIONS = 10
# A plain build of more takes many minutes.
MOST_BUILT = 2_000


def main(sizes: list[int]) -> None:
    """Print what checking costs as pages grow, and then as works do."""
    before = 0.0
    for pages in sizes:
        before = report(pages, pages, before)
    pages, before = sizes[0], 0.0
    for works in SIZES:
        before = report(pages, works, before)


def report(pages: int, works: int, before: float) -> float:
    """Print what one handbook costs, and return the seconds a page."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        synthetic.write(folder, pages, works, CITATIONS)
        # In a process of its own, so that nothing is kept from the size before.
        with ProcessPoolExecutor(1) as process:
            read, checked = process.submit(measure, folder).result()
        built = plain.build(folder) if pages <= MOST_BUILT else 0.0
    seconds = read + checked
    line = f"{pages:,} pages, {works:,} works: read {read:.2f} s, check {checked:.2f} s"
    line += f", {seconds / pages * 1000:.2f} ms a page"
    line += f", {seconds / built:.1%} of the plain build of {built:.1f} s" if built else ""
    line += f", {seconds / pages / before:.2f} times that of the size before" if before else ""
    print(line, flush=True)
    return seconds / pages


@paused()
def measure(folder: Path) -> tuple[float, float]:
    """Return the seconds of processor time that reading and the rules take."""
    start = time.process_time()
    this = book.load(folder)
    read = time.process_time()
    check(this)
    return read - start, time.process_time() - read


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))

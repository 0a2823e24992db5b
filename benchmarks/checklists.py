"""Reading synthetic handbooks and generating their checklists, as ratios to a plain MkDocs build.

    python -m benchmarks.checklists [PAGES ...]

*read* is from the files to the pages.
*generate* is from the pages to the bytes of all checklists: web, Markdown, CSV and JSON.
*documents* is their HTML documents, which a build writes too.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks import plain, synthetic
from handbook import book
from handbook.book import Book
from handbook.checklists import download, export
from handbook.overviews import checklist_page

SIZES = (200, 2_000, 10_000)
# A plain build of more takes many minutes.
MOST_BUILT = 2_000
Seconds = dict[str, float]


def main(sizes: list[int]) -> None:
    """Print what each size costs; how the cost of a page grows says whether it is linear."""
    before: Seconds = {}
    for pages in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            synthetic.write(folder, pages)
            # In a process of its own, so that nothing is kept from the size before.
            with ProcessPoolExecutor(1) as process:
                costs = process.submit(measure, folder).result()
            built = plain.build(folder) if pages <= MOST_BUILT else 0.0
        print("\n".join(report(pages, costs, built, before)), flush=True)
        before = {name: seconds / pages for name, seconds in costs.items()}


def measure(folder: Path) -> Seconds:
    """Return the seconds of processor time that each step takes."""
    found: Seconds = {}

    def timed(name: str, step: Callable[[], object]) -> None:
        start = time.process_time()
        step()
        found[name] = time.process_time() - start

    timed("read", lambda: book.load(folder))
    this = book.load(folder)  # what was read is kept
    timed("generate", lambda: generate(this))
    timed("documents", lambda: write(this, ["html"]))
    return found


def generate(this: Book) -> None:
    """Make every checklist but the HTML documents."""
    for text in checklist_page.pages(this).values():
        text.encode()
    write(this, ["markdown", "csv", "json"])


def write(this: Book, names: list[str]) -> None:
    """Make the downloads in some formats."""
    formats = export.formats(this)
    for _, selection in download.selections(this):
        for name in names:
            formats[name](selection).encode()


def report(pages: int, costs: Seconds, built: float, before: Seconds) -> list[str]:
    """Return a line for each step, and one for the plain build."""
    lines = [f"{pages:,} pages, {pages * synthetic.ITEMS:,} items"]
    for name, seconds in costs.items():
        line = f"  {name:12} {seconds:7.2f} s {seconds / pages * 1000:6.2f} ms a page"
        if built:
            line += f" {seconds / built:6.1%} of the plain build"
        if name in before:
            line += f", {seconds / pages / before[name]:.2f} times that of the size before"
        lines.append(line)
    lines.append(f"  plain build  {built:7.2f} s" if built else "  plain build  not measured")
    return lines


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))

"""Seconds for a PDF of one checklist, beside WeasyPrint alone and Chromium on the same document.

All print the same HTML in one process, after a first print of each that starts it. Printed:
median seconds of each, and ours as a ratio to the others.
"""

import shutil
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import weasyprint  # type: ignore[import-untyped]
from playwright.sync_api import sync_playwright

from handbook import book
from handbook.checklists import checklist
from handbook.checklists.document import Writer
from handbook.checklists.selection import of_all, of_one
from handbook.paper import press

ROOT = Path(__file__).parent.parent
RUNS = 15
Printer = Callable[[], object]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> None:
    """Print in turn, so that what slows the machine slows all."""
    this = book.load(ROOT)
    writer, lists = Writer(this), list(checklist.checklists(this))
    chosen = {"one list": of_one(lists[0]), "all lists": of_all(lists)}
    documents = {name: writer.document(selection) for name, selection in chosen.items()}
    browser = next(found for name in BROWSERS if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page()
        for name, document in documents.items():
            page.set_content(document)
            printers: dict[str, Printer] = {
                "ours": partial(press.typeset, document, "A4"),
                "WeasyPrint alone": partial(plain, document),
                "Chromium": partial(page.pdf, format="A4"),
            }
            report(name, seconds(printers))
        chromium.close()


def plain(document: str) -> bytes:
    """Return what WeasyPrint makes with its defaults, and the system's fonts."""
    data: bytes = weasyprint.HTML(string=document).write_pdf()
    return data


def seconds(printers: dict[str, Printer]) -> dict[str, float]:
    """Return the median seconds of each printer; the first run of each does not count."""
    times: dict[str, list[float]] = {name: [] for name in printers}
    for _ in range(RUNS + 1):
        for name, printer in printers.items():
            start = time.perf_counter()
            printer()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}


def report(name: str, medians: dict[str, float]) -> None:
    """Print each printer's seconds, and ours as a ratio."""
    ours = medians["ours"]
    told = [f"{printer} {taken:.3f} s" for printer, taken in medians.items()]
    told += [
        f"ratio to {printer} {ours / taken:.2f}" for printer, taken in list(medians.items())[1:]
    ]
    print(f"{name}: {', '.join(told)}")


if __name__ == "__main__":
    main()

"""Converting each page of this site with the Markdown extension, as a ratio to without it.

A page is converted as MkDocs does it: by a parser made for it, with the site's extensions.
Printed: median milliseconds a page, and the ratio of the medians of all pages together.
"""

import statistics
import time
from pathlib import Path
from typing import Any

from markdown import Markdown

from handbook import book, settings
from handbook.page import split

ROOT = Path(__file__).parent.parent
RUNS = 15
OURS = "handbook.extension"


def main() -> None:
    """Convert in turn, so that what slows the machine slows both."""
    ours, plain = seconds(bodies(ROOT), RUNS)
    print(
        f"with the extension {ours * 1000:.2f} ms a page, without {plain * 1000:.2f} ms, ", end=""
    )
    print(f"ratio {ours / plain:.2f}")


def bodies(root: Path) -> list[str]:
    """Return the text of each page below its front matter."""
    docs = settings.load(root).docs
    return [split(uri, data.decode(), [])[1] for uri, data in book.sources(docs)]


def seconds(texts: list[str], runs: int) -> tuple[float, float]:
    """Return the median seconds a page with the extension and without; the first do not count."""
    names, configs = _extensions(ROOT)
    chosen = names, [name for name in names if name != OURS]
    times: list[list[float]] = [[], []]
    for _ in range(runs + 1):
        for extensions, taken in zip(chosen, times, strict=True):
            start = time.process_time()
            for text in texts:
                Markdown(extensions=extensions, extension_configs=configs).convert(text)
            taken.append((time.process_time() - start) / len(texts))
    ours, plain = (statistics.median(taken[1:]) for taken in times)
    return ours, plain


def _extensions(root: Path) -> tuple[list[str], dict[str, dict[str, Any]]]:
    this = settings.load(root)
    configs = {**this.extension_configs, OURS: {"root": str(root)}}
    return list(this.extensions), configs


if __name__ == "__main__":
    main()

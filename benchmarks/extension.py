"""Converting each page of this site with the Markdown extensions, as a ratio to without them.

A page is converted as MkDocs does it: by a parser made for it, with the site's extensions.
Printed: median milliseconds of processor time a page, and the ratio of the medians of all pages
together, of the extension alone and with the guide, which has the outline of the build.
"""

import statistics
import time
from pathlib import Path
from typing import Any

from markdown import Markdown

from handbook import book
from handbook.configuration import settings
from handbook.overviews import outline
from handbook.pages.front_matter import split

ROOT = Path(__file__).parent.parent
RUNS = 15
OURS, GUIDE = "handbook.extension", "handbook.guide"


def main() -> None:
    """Convert in turn, so that what slows the machine slows both."""
    guided, ours, plain = seconds(bodies(ROOT), RUNS)
    print(f"without {plain * 1000:.2f} ms a page", end="")
    print(f", with the extension {ours * 1000:.2f} ms, ratio {ours / plain:.2f}", end="")
    print(f", with the guide too {guided * 1000:.2f} ms, ratio {guided / plain:.2f}")


def bodies(root: Path) -> list[str]:
    """Return the text of each page below its front matter."""
    docs = settings.load(root).docs
    return [split(uri, data.decode(), [])[1] for uri, data in book.sources(docs)]


def seconds(texts: list[str], runs: int) -> tuple[float, float, float]:
    """Return the median seconds a page with both, with the extension, and without.

    The first run of each does not count.
    """
    names, configs = _extensions(ROOT)
    ours = [name for name in names if name != GUIDE]
    chosen = names, ours, [name for name in ours if name != OURS]
    times: list[list[float]] = [[], [], []]
    for _ in range(runs + 1):
        for extensions, taken in zip(chosen, times, strict=True):
            start = time.process_time()
            for text in texts:
                Markdown(extensions=extensions, extension_configs=configs).convert(text)
            taken.append((time.process_time() - start) / len(texts))
    both, alone, plain = (statistics.median(taken[1:]) for taken in times)
    return both, alone, plain


def _extensions(root: Path) -> tuple[list[str], dict[str, dict[str, Any]]]:
    this = settings.load(root)
    given: dict[str, dict[str, Any]] = {
        OURS: {"root": str(root)},
        GUIDE: {"root": str(root), "outline": outline.load(root)},
    }
    configs = {**this.extension_configs, **given}
    return list(this.extensions), configs


if __name__ == "__main__":
    main()

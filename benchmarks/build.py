"""The build of this site with the generator, as a ratio to the build without it, in one run.

Both build the same files, the generated pages written out before; the build without leaves out
the hooks and the Markdown extension. Printed: median seconds of each, and their ratio.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.plain import CONFIG, build, without

ROOT = Path(__file__).parent.parent
RUNS = 7


def main() -> None:
    """Build in turn, so that what slows the machine slows both."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "repository"
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "site", "tests"))
        subprocess.run([sys.executable, "-m", "handbook", "pages"], cwd=folder, check=True)
        config = (folder / "mkdocs.yml").read_text("utf-8")
        (folder / CONFIG).write_text(without(config), "utf-8")
        seconds: dict[str, list[float]] = {"mkdocs.yml": [], CONFIG: []}
        for _ in range(RUNS + 1):
            for name, times in seconds.items():
                times.append(build(folder, name))
    # The first run of each warms the disk cache.
    ours, plain = (statistics.median(times[1:]) for times in seconds.values())
    print(f"with the generator {ours:.2f} s, without {plain:.2f} s, ratio {ours / plain:.2f}")


if __name__ == "__main__":
    main()

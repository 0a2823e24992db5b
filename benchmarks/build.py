"""The build of this site with the generator, as a ratio to the build without it, in one run.

Both build the same files, the generated pages written out before; the build without leaves out
the hooks and the Markdown extension. Printed: median seconds of each, and their ratio.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 7


def main() -> None:
    """Build in turn, so that what slows the machine slows both."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "repository"
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "site", "tests"))
        subprocess.run([sys.executable, "-m", "handbook", "pages"], cwd=folder, check=True)
        (folder / "without.yml").write_text(without(folder / "mkdocs.yml"))
        seconds: dict[str, list[float]] = {"mkdocs.yml": [], "without.yml": []}
        for _ in range(RUNS + 1):
            for config, times in seconds.items():
                times.append(build(folder, config))
    # The first run of each warms the disk cache.
    ours, plain = (statistics.median(times[1:]) for times in seconds.values())
    print(f"with the generator {ours:.2f} s, without {plain:.2f} s, ratio {ours / plain:.2f}")


def without(config: Path) -> str:
    """Return the configuration without hooks and extension."""
    lines = config.read_text("utf-8").splitlines(keepends=True)
    return "".join(
        line
        for line in lines
        if not line.startswith("hooks:")
        and "hooks/mkdocs_" not in line
        and "- handbook." not in line
    )


def build(folder: Path, config: str) -> float:
    """Return the seconds that one build takes, as its user would time it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean", "-f", config]
    start = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

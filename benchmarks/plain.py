"""A plain MkDocs build: this site's configuration without the generator, and what it costs.

Costs are seconds of processor time, which other programs on the machine change least.
"""

import os
import subprocess
import sys
from pathlib import Path

CONFIG = "without.yml"


def without(config: str) -> str:
    """Return a configuration's text without the generator's hooks and extension."""
    return "".join(
        line
        for line in config.splitlines(keepends=True)
        if not line.startswith("hooks:")
        and "hooks/mkdocs_" not in line
        and "- handbook." not in line
    )


def build(folder: Path, config: str = CONFIG) -> float:
    """Return the seconds that one build takes."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean", "-f", config]
    before = os.times()
    subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = os.times()
    user, system = after.children_user, after.children_system
    return user + system - before.children_user - before.children_system

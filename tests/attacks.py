"""Attacks: pages that try to run a script in their reader's browser, or to load from elsewhere.

Each runs `ran()`, which a test defines, or asks `attacker.test`.
A case is a page and the problems that the check finds on it, as those of the rules.
"""

import re
import shutil
from pathlib import Path

from conftest import NOT_COPIED, ROOT

FOLDER = ROOT / "tests" / "cases" / "attacks"
SEPARATOR = "=== problems\n"
CASES = sorted(FOLDER.glob("*.md"))
NAV = re.compile(r"^nav:\n.*?^not_in_nav: [^\n]*$", re.MULTILINE | re.DOTALL)
HOME = "---\ntitle: Home\ndescription: The first page.\nkind: page\n---\n\nHome.\n"


def handbook(root: Path) -> Path:
    """Write a handbook of the attacks alone, with this one's theme and settings, but for `nav`.

    An attack in a title would be on each page whose navigation shows it.
    """
    for name in ("hooks", "overrides", "docs/assets"):
        shutil.copytree(ROOT / name, root / name, ignore=NOT_COPIED)
    shutil.copy(ROOT / "pyproject.toml", root)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = NAV.sub("nav: [index.md]\nnot_in_nav: '*'", settings)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    (root / "examples" / "results").mkdir(parents=True)
    (root / "docs" / "index.md").write_text(HOME, "utf-8")
    shutil.copy(FOLDER / "references.yml", root / "docs" / "references.yml")
    for case in CASES:
        text, _, _ = case.read_text("utf-8").partition(SEPARATOR)
        (root / "docs" / case.name).write_text(text, "utf-8")
    return root


def problems() -> list[str]:
    """Return what the check finds, as the cases say it."""
    return [
        line
        for case in CASES
        for line in case.read_text("utf-8").partition(SEPARATOR)[2].splitlines()
    ]

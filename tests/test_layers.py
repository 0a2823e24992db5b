"""The layers: the generator knows no site engine, and nothing about the handbook's subject."""

import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "hooks" / "handbook"
ENGINES = ("mkdocs", "properdocs", "zensical", "material")


def test_no_engine_is_imported() -> None:
    """A fresh interpreter that imports every module of the generator has loaded no engine."""
    modules = [
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        for path in SOURCE.rglob("*.py")
        if path.stem not in {"__main__", "__init__"}
    ]
    assert len(modules) > 20
    code = f"import sys, {', '.join(modules)}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded & set(ENGINES) == set()


def test_no_word_of_the_subject() -> None:
    """The generator's code names neither AI nor this handbook's kinds of page."""
    words = re.compile(r"\b(AI|machine learning|takeaways?|career|limitations?|safeguards?)\b")
    assert [
        f"{path.name}: {match[0]}"
        for path in sorted(SOURCE.rglob("*.py"))
        for match in [words.search(path.read_text())]
        if match
    ] == []


def test_hooks_are_thin() -> None:
    """An adapter has at most 30 lines of code."""
    for path in SOURCE.parent.glob("mkdocs_*.py"):
        lines = [line for line in path.read_text().splitlines() if line.strip()]
        assert len(lines) <= 30, path.name

"""The layers: the generator knows no site engine, and nothing about the handbook's subject."""

import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "hooks" / "handbook"
ENGINES = ("mkdocs", "properdocs", "zensical", "material")
# Each builds on those before it alone.
LAYERS = (
    *("problem", "files", "configuration", "references", "syntax", "rendering", "claims"),
    *("extension", "missed", "pages", "book", "checklists", "paper", "history", "overviews"),
    *("generated", "guide", "rules", "report", "cite", "authoring", "command"),
)
# What these keep is read with the pages, and what they ask is asked by the command.
ACROSS = {"identity", "links"}


def test_no_engine_is_imported() -> None:
    """A fresh interpreter that imports every module of the generator has loaded no engine."""
    found = modules()
    assert len(found) > 20
    code = f"import sys, {', '.join(found)}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded & set(ENGINES) == set()


def test_layers_build_on_those_before() -> None:
    """A fresh interpreter that imports layer after layer has loaded nothing of a later one."""
    there = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert there - {"__init__", "__main__", "__pycache__", "assets"} == {*LAYERS, *ACROSS}
    code = "import sys\n" + "".join(
        f"import {', '.join(modules(layer))}\nprint(*sys.modules)\n" for layer in LAYERS
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    for number, loaded in enumerate(done.stdout.splitlines()):
        later = {f"handbook.{layer}" for layer in LAYERS[number + 1 :]}
        assert later & set(loaded.split()) == set(), LAYERS[number]


def modules(layer: str = "") -> list[str]:
    """Return the names of a layer's modules, or of all."""
    paths = [*(SOURCE / layer).rglob("*.py")] or [SOURCE / f"{layer}.py"]
    names = [
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
        for path in paths
        if path.stem != "__main__"
    ]
    return [name.removesuffix(".__init__") for name in names]


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

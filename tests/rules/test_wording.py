"""The words of an item: what a handbook adds to the verbs, and where English is not spoken."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT
from handbook import book
from handbook.rules import check
from handbook.rules.wording import common_verbs

VERBS = ROOT / "hooks" / "handbook" / "verbs.txt"


def found(study: Path) -> list[str]:
    """Return the rules that an item of the study handbook breaks."""
    path = study / "docs/habits/space-it.md"
    item = "Hum the tune and mumble it before"
    path.write_text(path.read_text().replace("Put", item, 1))
    return [problem.rule for problem in check(book.load(study))]


def test_unknown_verbs(study: Path) -> None:
    """A word that is no common verb is reported."""
    assert found(study) == ["R514"]


def test_verbs_of_a_handbook(study: Path) -> None:
    """A handbook adds verbs of its own, in any case of letters, and then they are judged too."""
    pyproject = study / "pyproject.toml"
    verbs = '[tool.handbook]\nverbs = ["Hum", "mumble"]'
    pyproject.write_text(pyproject.read_text().replace("[tool.handbook]", verbs, 1))
    assert found(study) == ["R515"]


@pytest.mark.parametrize("theme", ["{name: material, language: de}", "{language: pt-BR}"])
def test_another_language(theme: str, study: Path) -> None:
    """On a site in another language no English is expected."""
    mkdocs = study / "mkdocs.yml"
    mkdocs.write_text(mkdocs.read_text().replace("{name: material, font: false}", theme))
    assert found(study) == []


@pytest.mark.parametrize("theme", ["material", "{language: en-GB}", "{language: null}"])
def test_english(theme: str, study: Path) -> None:
    """A site whose theme names no language is in English."""
    mkdocs = study / "mkdocs.yml"
    mkdocs.write_text(mkdocs.read_text().replace("{name: material, font: false}", theme))
    assert found(study) == ["R514"]


def test_list_of_verbs() -> None:
    """The list is sorted, has no word twice, and is in small letters."""
    verbs = VERBS.read_text("utf-8").splitlines()
    assert verbs == sorted(common_verbs())
    assert all(verb.isascii() and verb.isalpha() and verb.islower() for verb in verbs)


def test_wheel_has_the_verbs(tmp_path: Path) -> None:
    """What is installed brings the list along."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("handbook/verbs.txt") == VERBS.read_bytes()

"""The schemas for editors: up to date, and true of every page and entry of both handbooks."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, STUDY
from handbook.authoring import schema
from handbook.book import sources
from handbook.command import main
from handbook.configuration import settings
from handbook.pages.front_matter import FRONT_MATTER

MATTER = """\
title: So
description: How so.
kind: habit
level: [pupil]
prerequisites: []
reviewed: 2026-11-24
review_in: 180 days
checklist: {objective: Keep it, pause_point: Before it, mode: read-do}
"""
ENTRY = (
    "- {id: a2020, type: thesis, title: So, issued: '2020', publisher: B, author: [{family: A}]}\n"
)


def validated(schema_file: Path, *files: Path) -> str:
    """Return what a validator, which reads YAML as editors do, says of some files."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema_file)]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture
def written(tmp_path: Path) -> dict[str, Path]:
    """The schemas of the study handbook, each in a file."""
    found = {}
    for name, text in schema.files(settings.load(STUDY)).items():
        path = tmp_path / Path(name).name
        path.write_text(text, "utf-8")
        found[path.name.partition(".")[0]] = path
    return found


def test_up_to_date() -> None:
    """The schemas in the repository are those that the settings and the rules give."""
    for name, text in schema.files(settings.load(ROOT)).items():
        assert (ROOT / name).read_text("utf-8") == text, "run 'handbook schemas'"


def test_command(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`schemas` says what it wrote, and then that there is nothing to write."""
    assert main(["--root", str(study), "schemas"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "wrote schemas/front-matter.schema.json",
        "wrote schemas/references.schema.json",
    ]
    assert main(["--root", str(study), "schemas"]) == 0
    assert capsys.readouterr().out == "all schemas are up to date\n"


@pytest.mark.parametrize("root", [ROOT, STUDY], ids=["ai", "study"])
def test_every_page_and_entry(root: Path, tmp_path: Path) -> None:
    """The front matter of every page, and the bibliography, follow the schemas, which are sound."""
    this = settings.load(root)
    names = []
    for name, text in schema.files(this).items():
        names.append(tmp_path / Path(name).name)
        names[-1].write_text(text, "utf-8")
    pages = []
    for number, (_, data) in enumerate(sources(this.docs)):
        match = FRONT_MATTER.match(data.decode())
        assert match
        pages.append(tmp_path / f"{number}.yaml")
        pages[-1].write_text(match["yaml"], "utf-8")
    assert len(pages) > 2
    assert validated(names[0], *pages) == ""
    assert validated(names[1], this.bibliography) == ""
    check = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *map(str, names)]
    assert subprocess.run(check, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        ("kind: habit", "kind: habbit", "'habbit' is not one of ['page', 'habit', 'term']"),
        ("title: So\n", "", "'title' is a required property"),
        ("review_in: 180 days\n", "", "'review_in' is a required property"),
        ("180 days", "soon", "'soon' does not match"),
        ("2026-11-24", "2026-02-30", "'2026-02-30' is not a 'date'"),
        ("[pupil]", "[pupils]", "'pupils' is not one of ['pupil', 'student']"),
        ("level:", "levels: a\nlevel:", "'levels' was unexpected"),
        ("read-do", "do", "'do' is not one of ['do-confirm', 'read-do']"),
        ("How so.", "so " * 60, "is too long"),
    ],
)
def test_front_matter(
    old: str, new: str, said: str, written: dict[str, Path], tmp_path: Path
) -> None:
    """What the rules say of one key, the schema says too."""
    path = tmp_path / "page.yaml"
    path.write_text(MATTER.replace(old, new) if old else MATTER, "utf-8")
    found = validated(written["front-matter"], path)
    assert said in found
    assert bool(found) == bool(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        ("thesis", "theses", "'theses' is not one of"),
        ("publisher: B, ", "", "'publisher' is a required property"),
        ("title: So", "titel: So", "'titel' was unexpected"),
        ("'2020'", "2020 AD", "'2020 AD' does not match"),
        ("{family: A}", "A", "'A' is not of type 'object'"),
        ("family", "familly", "'familly' was unexpected"),
        ("title: So", "title: So, supports_seen: 'yes'", "'yes' is not of type 'boolean'"),
        ("title: So", "title: So, strength: strong", "'strong' is not one of"),
    ],
)
def test_references(
    old: str, new: str, said: str, written: dict[str, Path], tmp_path: Path
) -> None:
    """What the rules say of one field, the schema says too."""
    path = tmp_path / "references.yaml"
    path.write_text(ENTRY.replace(old, new) if old else ENTRY, "utf-8")
    found = validated(written["references"], path)
    assert said in found
    assert bool(found) == bool(said)

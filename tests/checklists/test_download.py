"""The downloads of a handbook's site."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

from conftest import HANDBOOKS, ROOT
from handbook import book
from handbook.checklists import checklist, download, export
from handbook.checklists.selection import select
from handbook.files import asset

SCHEMA = Draft202012Validator(
    json.loads(asset.data("checklists.schema.json")), format_checker=FormatChecker()
)


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_every_json_follows_the_schema(handbook: str) -> None:
    """Each JSON download of both handbooks follows the schema that it names."""
    this = book.load(ROOT / HANDBOOKS[handbook])
    files = [json.loads(text) for src, text in download.files(this).items() if src.endswith("json")]
    assert len(files) == len(list(checklist.checklists(this))) + len(this.settings.levels) + 1
    for data in files:
        SCHEMA.validate(data)
        assert data["$schema"] == this.settings.address(export.SCHEMA)


def test_json_of_a_site_without_a_url(study: Path) -> None:
    """The schema asks for no address of its own."""
    mkdocs = study / "mkdocs.yml"
    mkdocs.write_text(mkdocs.read_text().replace("site_url: ", "# "))
    for src_uri, text in download.files(book.load(study)).items():
        if src_uri.endswith(".json"):
            SCHEMA.validate(json.loads(text))


@pytest.mark.parametrize("handbook", HANDBOOKS)
def test_every_item_is_in_every_format(handbook: str) -> None:
    """Each format of all lists names each id, and so does its level's and its page's."""
    this = book.load(ROOT / HANDBOOKS[handbook])
    files = download.files(this)
    for one in checklist.checklists(this):
        stems = [download.stem(one), download.FOLDER, *map(download.level_stem, one.levels)]
        for stem in stems:
            for suffix in download.SUFFIXES.values():
                text = files[f"{stem}.{suffix}"]
                assert [item.task.id for item in one.items if item.task.id not in text] == []


def test_paths(study: Path) -> None:
    """A list's downloads stand at the path of its page, those of a level and of all beside."""
    stems = ["/habits/space-it", "/habits/test-yourself", "/level-pupil", "/level-student", ""]
    expected = [
        f"api/checklists{stem}.{end}" for stem in stems for end in ("txt", "csv", "json", "html")
    ]
    this = book.load(study)
    assert download.src_uris(this) == expected
    assert list(download.files(this)) == expected


def test_files_are_those_of_the_command(study: Path) -> None:
    """A download is what `handbook export` writes of the same lists."""
    this = book.load(study)
    files, formats = download.files(this), export.formats(this)
    for name, suffix in download.SUFFIXES.items():
        assert files[f"api/checklists/level-pupil.{suffix}"] == formats[name](
            select(this, level="pupil")
        )

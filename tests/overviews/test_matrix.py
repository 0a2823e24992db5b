"""The matrix: who names whom, as a table that leads to the pages, and as data."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from handbook import book, generated
from handbook.overviews import matrix

TABLE = """\
Rows are obstacles, columns are places.
A ● leads to what the column's page says of it.
The last column names the remedies that answer it.

<div class="hb-matrix"><table>
<thead><tr><td></td><th scope="col"><a href="{home}">At home</a></th>\
<th scope="col"><a href="{work}">At work</a></th><th scope="col">Remedies</th></tr></thead>
<tbody>
<tr><th scope="row"><a href="{noise}">Noise &amp; talk</a></th>\
<td><a href="{home}#what-disturbs" aria-label="Noise &amp; talk: At home">●</a></td><td></td>\
<td><a href="{plugs}">Plugs</a></td></tr>
</tbody>
</table></div>
"""
NAMES = {
    "home": "places/a%26b",
    "work": "places/work",
    "noise": "obstacles/noise",
    "plugs": "remedies/p",
}


def with_work(related: Path) -> Path:
    """Add a place that nothing disturbs."""
    matter = "---\ntitle: At work\nkind: place\n---\n\n"
    (related / "docs/places/work.md").write_text(matter, "utf-8")
    return related


def test_page(related: Path) -> None:
    """Row and column say in HTML what they are, and a mark says both to who can't see them."""
    text = matrix.files(book.load(with_work(related)))[matrix.SRC_URI]
    assert text == (
        '---\ngenerated: true\ntitle: "What disturbs, and where"\ndescription: "Which obstacle '
        'meets you at which place, and what helps."\nsearch: {"boost": 0.1}\n---\n\n'
        + TABLE.format(**{name: f"../{path}/" for name, path in NAMES.items()})
    )


def test_addresses_of_files(related: Path) -> None:
    """Where pages are files, the links lead to files."""
    with (related / "mkdocs.yml").open("a") as file:
        file.write("use_directory_urls: false\n")
    text = matrix.files(book.load(with_work(related)))[matrix.SRC_URI]
    assert text.endswith(TABLE.format(**{name: f"{path}.html" for name, path in NAMES.items()}))


@pytest.mark.parametrize("folder", ["obstacles", "places"])
def test_nothing_to_show(folder: str, related: Path) -> None:
    """Without rows or columns the page says so."""
    for path in (related / "docs" / folder).iterdir():
        path.unlink()
    text = matrix.files(book.load(related))[matrix.SRC_URI]
    assert text.endswith("---\n\nNo page names obstacles yet.\n")


def test_data(related: Path) -> None:
    """The data name what the table shows."""
    assert json.loads(matrix.files(book.load(related))[matrix.DATA]) == {
        "$schema": "http://127.0.0.1:8000/api/matrix.schema.json",
        "rows": [
            {
                "page": "obstacles/noise.md",
                "title": "Noise & talk",
                "columns": ["places/a&b.md"],
                "answers": ["remedies/p.md"],
            }
        ],
        "columns": [{"page": "places/a&b.md", "title": "At home"}],
        "answers": [{"page": "remedies/p.md", "title": "Plugs"}],
    }


def test_nothing_empty() -> None:
    """In this handbook no row, no column and no answer stands alone."""
    said = json.loads(matrix.files(book.load(ROOT))[matrix.DATA])
    assert said["rows"]
    assert all(row["columns"] and row["answers"] for row in said["rows"])
    for name in ("columns", "answers"):
        pages = {page["page"] for page in said[name]}
        assert pages == {page for row in said["rows"] for page in row[name]}


def test_schema(related: Path, tmp_path: Path) -> None:
    """The data of both handbooks follow the schema."""
    texts = {
        name: matrix.files(book.load(root)) for name, root in {"ai": ROOT, "study": related}.items()
    }
    schema = tmp_path / "schema.json"
    schema.write_text(texts["ai"][matrix.SCHEMA], "utf-8")
    for name, generated_files in texts.items():
        (tmp_path / f"{name}.json").write_text(generated_files[matrix.DATA], "utf-8")
    check = [sys.executable, "-m", "check_jsonschema"]
    files = [str(tmp_path / "study.json"), str(tmp_path / "ai.json")]
    for arguments in (["--check-metaschema", str(schema)], ["--schemafile", str(schema), *files]):
        done = subprocess.run([*check, *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_generated(related: Path, study: Path) -> None:
    """The matrix is among what is generated, and only where the handbook asks for it."""
    paths = {matrix.SRC_URI, matrix.DATA, matrix.SCHEMA}
    this = book.load(related)
    assert paths < set(generated.src_uris(this)) == set(generated.files(this))
    pyproject = study / "pyproject.toml"
    pyproject.write_text(pyproject.read_text("utf-8").split("[tool.handbook.matrix]")[0], "utf-8")
    assert paths & set(generated.src_uris(book.load(study))) == set()

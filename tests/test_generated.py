"""What is written for engines without hooks, and what is never overwritten."""

import subprocess
from pathlib import Path

import pytest

from conftest import ROOT
from handbook import book, generated

STEMS = ["/habits/space-it", "/habits/test-yourself", "/level-pupil", "/level-student", ""]
ALL = [
    "checklists/habits/space-it.md",
    "checklists/habits/test-yourself.md",
    "checklists/index.md",
    "checklists/plan.md",
    "bibliography.md",
    "evidence.md",
    "glossary.md",
    "map/index.md",
    "start.md",
    "api/references.json",
    "api/references.bib",
    "api/claims.json",
    *(f"api/checklists{stem}.{end}" for stem in STEMS for end in ("txt", "csv", "json", "html")),
    "checklists/checklist.css",
    "checklists/checklist.js",
    "checklists/plan.js",
    "checklists/filter.js",
    "api/checklists.schema.json",
    "api/claims.schema.json",
    "api/references.schema.json",
    *(
        f"checklists/{stem}.{paper}.pdf"
        for stem in ("habits/space-it", "habits/test-yourself", "all")
        for paper in ("a4", "letter")
    ),
    "api/generated.json",
]


def write(study: Path) -> list[str]:
    """Write the generated files and return what changed."""
    return generated.write(book.load(study))


def test_first_and_second_run(study: Path) -> None:
    """The first run writes every file, the second none."""
    assert write(study) == [f"wrote {src_uri}" for src_uri in ALL]
    assert write(study) == []


def test_paths_are_known_without_making_the_files(study: Path) -> None:
    """`src_uris` names exactly what `files` makes."""
    this = book.load(study)
    assert generated.src_uris(this) == list(generated.files(this)) == ALL


def test_git_ignores_what_is_generated() -> None:
    """Whoever builds this handbook for an engine without hooks commits none of it by mistake."""
    paths = [f"docs/{src_uri}" for src_uri in generated.src_uris(book.load(ROOT))]
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],  # noqa: S607
        cwd=ROOT,
        input="\n".join(paths),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == paths


def test_generated_pages_are_no_source(study: Path) -> None:
    """What the generator wrote is not read as a page of the handbook."""
    before = book.load(study).pages
    write(study)
    assert book.load(study).pages == before


def test_stale_files_go(study: Path) -> None:
    """A checklist whose page is gone goes with it."""
    write(study)
    (study / "docs/habits/test-yourself.md").unlink()
    assert "removed checklists/habits/test-yourself.md" in write(study)
    assert not (study / "docs/checklists/habits/test-yourself.md").exists()


def test_a_persons_file_is_kept(study: Path) -> None:
    """A file that a person wrote at a generated path stays as it is."""
    mine = study / "docs/checklists/index.md"
    mine.parent.mkdir()
    mine.write_text("Mine.\n")
    assert "wrote checklists/index.md" not in write(study)
    assert mine.read_text() == "Mine.\n"


def test_a_generated_file_that_a_person_changed_is_kept(study: Path) -> None:
    """What a person has written into a generated file is reported and not overwritten."""
    write(study)
    mine = study / "docs/api/checklists.csv"
    mine.write_text("mine\n")
    assert generated.in_the_way(book.load(study)) == ["api/checklists.csv"]
    assert "wrote api/checklists.csv" not in write(study)
    assert mine.read_text() == "mine\n"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 1}', '{"files": {"index.md": 1}}'])
def test_a_manifest_that_says_nothing(text: str, study: Path) -> None:
    """A damaged manifest makes no person's file the generator's."""
    write(study)
    (study / "docs/api/generated.json").write_text(text)
    changed = write(study)
    assert not [line for line in changed if line.startswith("removed")]
    assert (study / "docs/index.md").exists()


def test_a_link_out_of_docs_is_no_page(study: Path, tmp_path: Path) -> None:
    """A symbolic link to a file or folder elsewhere is not read."""
    (tmp_path / "secret.md").write_text("secret")
    (study / "docs/leak.md").symlink_to(tmp_path / "secret.md")
    (study / "docs/folder").symlink_to(tmp_path, target_is_directory=True)
    assert [page.src_uri for page in book.load(study).pages] == [
        "habits/space-it.md",
        "habits/test-yourself.md",
        "index.md",
    ]

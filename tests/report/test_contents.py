"""What every report is made of."""

from pathlib import Path

import pytest

from handbook.problem import Problem
from handbook.report.contents import level, title
from report import ERROR, WARNING, reported


@pytest.mark.parametrize(
    ("git", "path"), [("study", "docs/index.md"), (".", "study/docs/index.md")]
)
@pytest.mark.parametrize("is_file", [True, False], ids=["worktree", "clone"])
def test_paths_begin_at_the_repository(git: str, path: str, is_file: bool, tmp_path: Path) -> None:
    """A path is that from the root of the repository, wherever the handbook is in it."""
    docs = tmp_path / "study/docs"
    docs.mkdir(parents=True)
    folder = tmp_path / git / ".git"
    folder.touch() if is_file else folder.mkdir()
    assert reported(tmp_path / "study", ERROR).path(ERROR) == path


def test_path_beside_the_docs_folder(tmp_path: Path) -> None:
    """A problem of mkdocs.yml has the path of that."""
    beside = Problem("../mkdocs.yml", 1, 1, "R015", "So.")
    assert reported(tmp_path, beside).path(beside) == "mkdocs.yml"


def test_no_repository(tmp_path: Path) -> None:
    """Outside a repository, a path is that from the handbook's folder."""
    assert reported(tmp_path, ERROR).path(ERROR) == "docs/index.md"


def test_order(tmp_path: Path) -> None:
    """Problems stand in the order of their places, whatever order they come in."""
    later = Problem("index.md", 10, 1, "R602", "So.")
    assert reported(tmp_path, later, ERROR, WARNING).problems == (WARNING, ERROR, later)
    assert reported(tmp_path, later, ERROR, WARNING).rules() == ["R602", "R706"]


def test_rules_are_told_apart() -> None:
    """A rule is an error or a warning, and its title is one sentence."""
    assert (level("R706"), title("R706")) == ("warning", "A superlative has a source.")
    assert (level("R216"), title("R216")) == ("error", "A URL uses https.")

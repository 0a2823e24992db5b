"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from handbook.files.save import save
from handbook.problem import UnusableError


def refused(path: str, *, force: bool = False) -> str:
    """Return why a file is not written."""
    with pytest.raises(UnusableError) as raised:
        save(path, b"new", force=force)
    return str(raised.value)


def test_new_file(tmp_path: Path) -> None:
    """A new file has the bytes, the rights of any new file, and no other file beside it."""
    save(str(tmp_path / "new.csv"), b"a\r\n", force=False)
    other = tmp_path / "other"
    other.write_bytes(b"")
    assert (tmp_path / "new.csv").read_bytes() == b"a\r\n"
    assert (tmp_path / "new.csv").stat().st_mode == other.stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.csv", "other"]


def test_existing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that exists is replaced only when told."""
    monkeypatch.chdir(tmp_path)
    Path("old.csv").write_bytes(b"old")
    assert refused("old.csv") == (
        "'old.csv' exists. Name another file, or replace it with --force."
    )
    assert Path("old.csv").read_bytes() == b"old"
    save("old.csv", b"new", force=True)
    assert Path("old.csv").read_bytes() == b"new"


def test_link_to_a_file(tmp_path: Path) -> None:
    """A link stays, and what it leads to is replaced."""
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    save(str(tmp_path / "link"), b"new", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no/new.csv", "'no/new.csv' is in no folder that exists. Make the folder first."),
        (".", "'.' is not a file. Name one."),
        (os.devnull, f"'{os.devnull}' is not a file. Name one."),
        ("x" * 300, f"'{'x' * 300}' can't be written: File name too long."),
    ],
)
def test_no_such_place(
    name: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be a file is told apart, even by force, and nothing is left behind."""
    monkeypatch.chdir(tmp_path)
    assert refused(name, force=True) == message
    assert list(tmp_path.iterdir()) == []


def test_failure_halfway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new file can't be put in place, the old one is whole and no part is left."""
    monkeypatch.chdir(tmp_path)
    Path("old.csv").write_bytes(b"old")
    # A folder can't be replaced by a file, so that the last step is the one that fails.
    Path(".old.csv.part").mkdir()
    assert refused("old.csv", force=True) == "'old.csv' can't be written: Is a directory."
    assert Path("old.csv").read_bytes() == b"old"

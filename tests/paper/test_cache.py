"""The cache: what is kept comes back whole or not at all."""

import threading
from pathlib import Path

import pytest

from handbook.paper.cache import Cache


def test_keeps(tmp_path: Path) -> None:
    """What was kept under a key comes back, and nothing under another."""
    cache = Cache(tmp_path / "deep" / "cache")
    assert cache.get("a") is None
    cache.keep("a", b"data")
    assert cache.get("a") == b"data"
    assert cache.get("b") is None
    assert [path.name for path in cache.folder.iterdir()] == ["a"]


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 32, b"\0" * 40])
def test_damaged(damage: bytes, tmp_path: Path) -> None:
    """A damaged file is as good as none, and is written again."""
    cache = Cache(tmp_path)
    cache.keep("a", b"data")
    (tmp_path / "a").write_bytes(damage)
    assert cache.get("a") is None
    cache.keep("a", b"data")
    assert cache.get("a") == b"data"


def test_cut_short(tmp_path: Path) -> None:
    """A file that lacks its last byte is as good as none."""
    cache = Cache(tmp_path)
    cache.keep("a", b"data")
    (tmp_path / "a").write_bytes((tmp_path / "a").read_bytes()[:-1])
    assert cache.get("a") is None


def test_no_folder(tmp_path: Path) -> None:
    """Where no folder can be, nothing is kept and nothing fails."""
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file" / "cache")
    cache.keep("a", b"data")
    assert cache.get("a") is None


def test_many_at_once(tmp_path: Path) -> None:
    """Runs that write one key at once leave one of their files, whole."""
    cache, found = Cache(tmp_path), set()
    values = [bytes([number]) * 100_000 for number in range(8)]

    def write_and_read(value: bytes) -> None:
        for _ in range(20):
            cache.keep("a", value)
            found.add(cache.get("a"))

    threads = [threading.Thread(target=write_and_read, args=[value]) for value in values]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found <= set(values)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]

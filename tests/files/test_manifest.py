"""The manifest of what the generator wrote."""

import hashlib
from pathlib import Path

from handbook.files import manifest

EMPTY = hashlib.sha256(b"").hexdigest()


def test_text() -> None:
    """A manifest lists paths in their order, each with the digest of its bytes."""
    assert manifest.text({"b.md": b"", "ä.md": b""}) == (
        f'{{\n  "files": {{\n    "b.md": "{EMPTY}",\n    "ä.md": "{EMPTY}"\n  }}\n}}\n'
    )


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """A manifest that is read lists what was written, and itself."""
    path = tmp_path / manifest.SRC_URI
    path.parent.mkdir()
    path.write_text(manifest.text({"b.md": b""}), "utf-8")
    listed = {"b.md": EMPTY, manifest.SRC_URI: manifest.digest(path.read_bytes())}
    assert manifest.load(tmp_path) == listed


def test_none(tmp_path: Path) -> None:
    """Without a manifest nothing is listed."""
    assert manifest.load(tmp_path) == {}

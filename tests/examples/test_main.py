"""What `python -m examples` writes, and that it was run after the last change."""

from pathlib import Path

import pytest

from examples import __main__ as examples


def test_results_are_current() -> None:
    """The committed results, which the pages print, are what the code computes now."""
    written = {path.name: path.read_text("utf-8") for path in examples.RESULTS.iterdir()}
    assert written == examples.files()


def test_stale_results_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no example computes any more is taken away, and the rest is written."""
    (tmp_path / "gone.json").write_text("{}")
    monkeypatch.setattr(examples, "RESULTS", tmp_path)
    examples.main()
    assert not (tmp_path / "gone.json").exists()
    assert (tmp_path / "tf_idf.json").exists()

"""What the tests share: a copy of the study handbook to write into."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STUDY = ROOT / "tests" / "study"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A copy of the study handbook."""
    return Path(shutil.copytree(STUDY, tmp_path / "study"))

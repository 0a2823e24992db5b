"""The workflows: valid, and safe in zizmor's eyes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_schema() -> None:
    """Each workflow follows GitHub's schema."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "github-workflows"]
    done = subprocess.run([*command, *WORKFLOWS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_zizmor() -> None:
    """Zizmor finds nothing, at its most thorough, without the network."""
    command = [
        str(Path(sys.executable).parent / "zizmor"),
        *("--offline", "--persona=pedantic", "--no-progress", "--color=never", "--quiet"),
    ]
    done = subprocess.run([*command, *WORKFLOWS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_least_privilege(path: Path) -> None:
    """No permission is given to all jobs, and every action is pinned to a commit."""
    workflow = yaml.safe_load(path.read_text())
    assert workflow["permissions"] == {}
    uses = re.findall(r"\buses: (\S+)", path.read_text())
    assert uses
    assert [action for action in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


def test_ci_run_is_the_readmes_command() -> None:
    """What CI runs is the README's test command."""
    assert (ROOT / ".ci/run").read_text().splitlines()[-1] == "exec make test"
    assert "make test" in (ROOT / "README.md").read_text()

"""What the two commands say when the machine is not ready: one clear line."""

import ast
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT

SCRIPT = ROOT / ".ci" / "environment.py"


@pytest.fixture
def environment() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("environment", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_old_python(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old Python is told apart, by a script that it can read."""
    ast.parse(SCRIPT.read_text(), feature_version=(3, 4))
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(sys, "executable", "python3")
    with pytest.raises(SystemExit) as stopped:
        environment.main("serve", "8000")
    assert str(stopped.value) == (
        "make: Python 3.11 or newer is needed, and python3 is 3.10."
        " Name a newer one: make serve PYTHON=python3.12"
    )


def test_port_in_use(environment: ModuleType) -> None:
    """A port in use is named, with the way to choose another."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as stopped:
            environment.main("serve", str(port))
    assert str(stopped.value) == (
        f"make: port {port} on 127.0.0.1 is in use. Choose another: make serve PORT={port + 1}"
    )


def test_no_network(tmp_path: Path) -> None:
    """Without a network the first run says so in its last line, and leaves no half environment."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    # Nothing listens on port 9 of this machine.
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    done = subprocess.run(
        [sys.executable, ".ci/environment.py", "site"],
        cwd=tmp_path,
        env=kept | nowhere | {"PIP_CONFIG_FILE": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "make: the packages could not be fetched: no network. Connect and run this again.\n"
    )
    assert not (tmp_path / ".venv" / "site.installed").exists()


def test_system_packages_without_root(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Someone who is not root gets the exact command for what is missing."""
    monkeypatch.setattr(environment, "missing", lambda: ["chromium", "poppler-utils"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    with pytest.raises(SystemExit) as stopped:
        environment.main("system")
    assert str(stopped.value) == (
        "make: missing: chromium, poppler-utils. Install: sudo apt-get install --yes"
        " --no-install-recommends chromium poppler-utils"
    )


def test_system_packages_elsewhere(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system without apt-get gets the names."""
    monkeypatch.setattr(environment, "missing", lambda: ["libpango-1.0-0"])
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit) as stopped:
        environment.main("system")
    assert str(stopped.value) == (
        "make: missing: libpango-1.0-0 (Debian's names). Install them with your system's tool."
    )


def test_make_lists_the_commands() -> None:
    """`make` alone lists every command with what it does."""
    done = subprocess.run(["make", "-C", ROOT], capture_output=True, text=True, check=True)  # noqa: S607
    listed = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("make ")]
    assert {"serve", "test", "check", "build"} <= set(listed)

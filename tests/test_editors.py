"""What editors, git and dev containers read of this repository leads to what is there."""

import json
import re
import tomllib

import yaml

from conftest import ROOT


def test_editor_schemas() -> None:
    """Each schema that the editor is told of is there, and so is what it is for."""
    told = json.loads((ROOT / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert told == {"./schemas/references.schema.json": "docs/references.yml"}
    assert all((ROOT / path).is_file() for pair in told.items() for path in pair)


def test_pre_commit() -> None:
    """The hook runs `make check` when what the check reads changes, and not for anything else."""
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
    (hook,) = repository["hooks"]
    assert (hook["entry"], hook["language"]) == ("make check", "system")
    assert re.search(r"^check:", (ROOT / "Makefile").read_text(), re.MULTILINE)
    read = ["docs/index.md", "docs/references.yml", "hooks/handbook/pages/reader.py", "mkdocs.yml"]
    assert all(re.search(hook["files"], path) for path in [*read, "examples/results/a.json"])
    assert not any(
        re.search(hook["files"], path) for path in ("README.md", "tests/pages/test_reader.py")
    )


def test_dev_container() -> None:
    """A dev container has the oldest Python, and installs what CI does, so that the tests pass."""
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    oldest = project["requires-python"].removeprefix(">=")
    assert container["image"] == f"mcr.microsoft.com/devcontainers/python:{oldest}-bookworm"
    workflow = (ROOT / ".github/workflows/site.yml").read_text()
    assert f"run: {container['postCreateCommand']}\n" in workflow
    assert container["forwardPorts"] == [8000]
    assert "PORT ?= 8000\n" in (ROOT / "Makefile").read_text()


def test_same_extensions() -> None:
    """The editor recommends outside of a container what it has inside."""
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text())["recommendations"]
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text())
    assert recommended == container["customizations"]["vscode"]["extensions"]

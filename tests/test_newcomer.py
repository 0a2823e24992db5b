"""A newcomer in a fresh clone gets from a new page to a pull request by CONTRIBUTING alone."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

SECTION = re.compile(r"## Your first change in five minutes\n(?P<text>.*?)\n## ", re.DOTALL)
SHELL = re.compile(r"```sh\n(?P<commands>.*?)```", re.DOTALL)
TODO = re.compile(r"TODO: (?P<what>[^\n]+?)\.")
PROBLEM = re.compile(r"(?P<path>[\w/.-]+):(?P<line>\d+):\d+: R\d+ .+")
WHO = {
    f"GIT_{role}_{key}": "a@b.invalid"
    for role in ("AUTHOR", "COMMITTER")
    for key in ("NAME", "EMAIL")
}
# What `make` says was installed, so that the tests' own environment stands in for a new one.
STAMP = r"import environment; print(*environment.stamp('site'), sep='\n')"


def commands() -> list[str]:
    """Return the commands of the first change, in their order."""
    section = SECTION.search((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert section
    blocks = SHELL.findall(section["text"])
    return [line for block in blocks for line in block.splitlines()]


# What the way must not leave out.
NEEDED = ("git clone", "handbook new", "check --fix", "make build", "handbook diff", "git push")


class Newcomer:
    """Somebody who has git, make, Python and a fork, and types what CONTRIBUTING says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | WHO | {"PYTHON": sys.executable}
        # Neither a server of continuous integration nor where the tests run is to be seen.
        for name in ("GITHUB_ACTIONS", "BASE", "FORMAT", "MAKEFLAGS", "MAKELEVEL"):
            self.environment.pop(name, None)

    def types(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run a command where the last one has left off."""
        if command.startswith("cd "):
            self.folder /= command.removeprefix("cd ")
            self.environment["PYTHONPATH"] = str(self.folder / "hooks")
            install(self.folder)
            return subprocess.CompletedProcess(command, 0, "", "")
        return subprocess.run(
            shlex.split(command),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def writes(self, problems: str) -> int:
        """Write what each TODO at the place of a problem asks for, and return how many."""
        places = [match.groupdict() for match in PROBLEM.finditer(problems)]
        for number, place in enumerate(places):
            path, index = self.folder / "docs" / place["path"], int(place["line"]) - 1
            lines = path.read_text("utf-8").split("\n")
            lines[index] = TODO.sub(f"{'abcdefghijklmnopqrstuvwxyz'[number]} thing.", lines[index])
            # Empty lines at the end are for `check --fix`.
            path.write_text("\n".join(lines).rstrip("\n") + "\n\n\n", "utf-8")
        return len(places)


def install(clone: Path) -> None:
    """Let the tests' own environment stand in for the one that the first `make` installs."""
    (clone / ".venv").mkdir()
    (clone / ".venv/bin").symlink_to(Path(sys.executable).parent)
    done = subprocess.run(
        [sys.executable, "-c", STAMP], cwd=clone / ".ci", capture_output=True, text=True, check=True
    )
    path, digest = done.stdout.splitlines()
    Path(path).write_text(digest)


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    """A fork of this repository as it is here, committed or not, to clone from and push to."""
    files = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"]
    listed = subprocess.run(files, cwd=ROOT, capture_output=True, check=True).stdout
    there = [name for name in listed.decode().split("\0") if name and (ROOT / name).exists()]
    fork = tmp_path / "fork"
    for name in there:
        (fork / name).parent.mkdir(parents=True, exist_ok=True)
        (fork / name).write_bytes((ROOT / name).read_bytes())
    for command in (["init", "-qb", "main"], ["add", "-A"], ["commit", "-qm", "The handbook"]):
        subprocess.run(["git", *command], cwd=fork, env=os.environ | WHO, check=True)  # noqa: S607
    return fork


def test_first_change(fork: Path, tmp_path: Path) -> None:
    """Each command of CONTRIBUTING works in its place, and the check fails until all is written."""
    assert [step for step in NEEDED if step not in " / ".join(commands())] == []
    newcomer, said = Newcomer(tmp_path), []
    for command in commands():
        done = newcomer.types(command.replace("ADDRESS", str(fork)))
        said.append((command, done.returncode, done.stdout))
        if command == "make check" and done.returncode:
            assert newcomer.writes(done.stdout) > 10, done.stdout + done.stderr
        else:
            assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert [command for command, code, _ in said if code] == ["make check"]
    assert (newcomer.folder / "site/takeaways/ask-before-you-build/index.html").is_file()
    diff = next(told for command, _, told in said if command.startswith(".venv/bin/handbook diff"))
    assert diff.startswith("Items added: 3\n")
    heads = subprocess.run(
        ["git", "log", "-1", "--format=%s", "my-change"],  # noqa: S607
        cwd=fork,
        capture_output=True,
        text=True,
        check=True,
    )
    assert heads.stdout == "Say when to ask before building\n"

"""The workflows: valid, safe in zizmor's eyes, and no way from a stranger's change to a secret."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def jobs(name: str) -> dict[str, Any]:
    """Return the jobs of a workflow."""
    found: dict[str, Any] = yaml.safe_load((WORKFLOWS[0].parent / f"{name}.yml").read_text())[
        "jobs"
    ]
    return found


def step(workflow: str, job: str, name: str) -> str:
    """Return the shell script of a step."""
    found = [step["run"] for step in jobs(workflow)[job]["steps"] if step.get("name") == name]
    return str(found[0])


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script with the options that GitHub gives to `bash`."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],  # noqa: S607
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_change_meets_no_secret() -> None:
    """What a pull request starts names no secret; what has one checks nothing out."""
    for path in WORKFLOWS:
        text = path.read_text()
        assert "pull_request_target" not in text
        on = yaml.load(text, yaml.BaseLoader)["on"]  # noqa: S506 - `on` would be a truth value
        if "pull_request" in on:
            assert "secrets." not in text, path
        if "workflow_run" in on:
            assert "actions/checkout" not in text, path


def test_check_may_write_nothing() -> None:
    """Annotations and summary come from a job that may only read, as a fork's token does."""
    check = jobs("check")["check"]
    assert check["permissions"] == {"contents": "read"}
    assert {"run": "make check"} in check["steps"]
    assert jobs("check")["scan"]["permissions"] == {"security-events": "write"}
    assert all(
        "uses" not in step or "download" in step["uses"] for step in jobs("check")["scan"]["steps"]
    )


def test_summary(study: Path, tmp_path: Path) -> None:
    """The job's summary says what a change does, and links to the preview where there is one."""
    (study / ".venv").mkdir()
    (study / ".venv/bin").symlink_to(Path(sys.executable).parent)
    identity = "git -c user.name=a -c user.email=a@b.invalid"
    shell(f"git init -q; git add docs; {identity} commit -qm First", study)
    with (study / "docs/habits/space-it.md").open("a") as page:
        page.write("- [ ] Do it at once. {#z9z9}\n")
    script, told = step("check", "check", "Say what the change does"), tmp_path / "summary"
    where = {"BASE": "HEAD", "GITHUB_STEP_SUMMARY": str(told), "PREVIEW": "https://p.example/7/"}
    assert shell(script, study, **where).returncode == 0
    linked = "[habits/space-it.md](https://p.example/7/habits/space-it/"
    assert told.read_text() == (
        f"## What this change does\n\n### Pages to look at: 1\n\n- {linked})\n\n"
        f"### Items added: 1\n\n- z9z9 {linked}#z9z9): Do it at once.\n"
    )
    told.unlink()
    assert shell(script, study, **where | {"PREVIEW": ""}).returncode == 0
    assert "- z9z9 habits/space-it.md: Do it at once.\n" in told.read_text()


def test_a_preview_is_of_files_alone(tmp_path: Path) -> None:
    """A site goes to the preview; one with a link, a hidden file or a repository in it does not."""
    script = step("preview", "publish", "Refuse what is no site")
    built = tmp_path / "built"
    (built / "a page").mkdir(parents=True)
    (built / "a page" / "index.html").write_text("Hello")
    assert shell(script, tmp_path).returncode == 0
    (built / "link").symlink_to("/etc/passwd")
    done = shell(script, tmp_path)
    assert (done.returncode, done.stdout) == (
        1,
        "::error::A site has neither links nor hidden files.\n",
    )
    (built / "link").unlink()
    (built / "a page" / ".gitattributes").write_text("* filter=lfs")
    assert shell(script, tmp_path).returncode == 1
    (built / "a page" / ".gitattributes").unlink()
    with (built / "large").open("wb") as file:
        file.write(os.urandom(101 * 2**20))
    done = shell(script, tmp_path)
    assert (done.returncode, done.stdout) == (1, "::error::A site has at most 100 MB.\n")


@pytest.mark.parametrize(
    ("repository", "code"), [("owner/previews", 1), ("owner-previews/site", 0), ("owner", 1)]
)
def test_a_preview_has_an_origin_of_its_own(repository: str, code: int, tmp_path: Path) -> None:
    """Previews go to another account, since all pages of one share what a browser keeps."""
    script = step("preview", "publish", "Refuse the site's own origin")
    done = shell(script, tmp_path, PREVIEW_REPOSITORY=repository, GITHUB_REPOSITORY_OWNER="owner")
    assert done.returncode == code
    said = "::error::PREVIEW_REPOSITORY must belong to another account than this repository.\n"
    assert done.stdout == (said if code else "")


def test_a_preview_is_published(tmp_path: Path) -> None:
    """A preview replaces the one before it, leaves the others, and needs no checkout of ours."""
    bare = tmp_path / "hub" / "previews" / "site.git"
    bare.parent.mkdir(parents=True)
    git = shutil.which("git") or ""
    subprocess.run([git, "init", "-q", "--bare", "-b", "main", str(bare)], check=True)
    script = step("preview", "publish", "Publish it")
    built = tmp_path / "built"
    built.mkdir()
    where = {
        "PREVIEW_REPOSITORY": "previews/site",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{tmp_path}/hub/.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/",
    }
    for number, name in (("7", "old"), ("8", "other"), ("7", "new")):
        shutil.rmtree(built)
        built.mkdir()
        (built / name).write_text(name)
        done = shell(script, tmp_path, NUMBER=number, **where)
        assert done.returncode == 0, done.stderr
    listed = subprocess.run(
        [git, "ls-tree", "-r", "--name-only", "main"],
        cwd=bare,
        capture_output=True,
        text=True,
        check=True,
    )
    assert listed.stdout.split() == [".nojekyll", "7/new", "8/other"]


def test_ci_run_is_the_readmes_command() -> None:
    """What CI runs is the README's test command."""
    assert (ROOT / ".ci/run").read_text().splitlines()[-1] == "exec make test"
    assert "make test" in (ROOT / "README.md").read_text()

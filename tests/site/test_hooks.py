"""The hooks under MkDocs: problems are warnings, a configuration fault is one line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ENGINES, NO_PANGO, ROOT, without


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A copy of the study handbook, with the hooks where its configuration looks for them."""
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
    return Path(shutil.copytree(ROOT / "tests/study", tmp_path / "tests/study"))


def build(folder: Path, engine: str, *options: str, **environment: str) -> tuple[int, str]:
    """Return exit code and output of a build."""
    done = subprocess.run(
        [sys.executable, "-m", engine, "build", *options],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "zensical"])
def test_problem_is_a_warning(engine: str, handbook: Path) -> None:
    """A problem is reported once, fails a strict build, and stays visible in a preview."""
    with (handbook / "docs/habits/space-it.md").open("a") as page:
        page.write("\n[@nobody]\n")
    message = "habits/space-it.md:27:2: R102 citation '@nobody' is not in docs/references.yml."
    code, output = build(handbook, engine)
    assert code == 0, output
    assert output.count(message) == 1
    html = (handbook / "site/habits/space-it/index.html").read_text()
    assert '<span class="hb-unknown" data-cite="nobody">@nobody</span>' in html
    assert build(handbook, engine, "--strict")[0] == 1


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "zensical"])
def test_warning_is_said_and_not_fatal(engine: str, handbook: Path) -> None:
    """What is only worth a look is said once, and a strict build goes on."""
    with (handbook / "docs/index.md").open("a") as page:
        page.write("\nIt is the best way.\n")
    code, output = build(handbook, engine, "--strict")
    assert code == 0, output
    assert output.count("INFO    -  index.md:9:7: R706 'the best' ranks without a source.") == 1


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "zensical"])
def test_unusable_configuration(engine: str, handbook: Path) -> None:
    """A configuration that can't be used is a line of the build, not a traceback."""
    (handbook / "pyproject.toml").write_text("[tool.handbook]\nkinds = []\n")
    code, output = build(handbook, engine)
    assert code == 1
    assert "pyproject.toml:1:1: [tool.handbook] kinds must be a table." in output
    assert "Traceback" not in output


@pytest.mark.parametrize("engine", [name for name in ENGINES if name != "zensical"])
def test_pdfs_left_out(engine: str, handbook: Path, tmp_path: Path) -> None:
    """Without Pango a build says so once, in no warning, and makes everything else."""
    path = without("weasyprint", tmp_path, NO_PANGO)
    code, output = build(handbook, engine, "--strict", PYTHONPATH=path)
    assert code == 0, output
    assert output.count("PDFs") == 1
    assert (
        "INFO    -  PDFs are left out: WeasyPrint needs Pango. "
        "Install libpango-1.0-0 and libpangoft2-1.0-0.\n"
    ) in output
    assert "-----" not in output
    assert (handbook / "site/checklists/habits/space-it/index.html").is_file()
    assert list((handbook / "site").rglob("*.pdf")) == []


def test_pages_written_before_change_nothing(handbook: Path) -> None:
    """A build after `handbook pages` is the build without it."""
    build(handbook, "mkdocs")
    before = {path: path.read_bytes() for path in (handbook / "site").rglob("*.html")}
    subprocess.run([sys.executable, "-m", "handbook", "pages"], cwd=handbook, check=True)
    code, output = build(handbook, "mkdocs", "--strict")
    assert code == 0, output
    assert {path: path.read_bytes() for path in (handbook / "site").rglob("*.html")} == before


def test_malformed_address_ends_the_build_without_a_traceback(handbook: Path) -> None:
    """An address that makes stock MkDocs fail with a traceback is reported at its place."""
    with (handbook / "docs/habits/space-it.md").open("a") as page:
        page.write("\nSee [this](http://[::1).\n")
    code, output = build(handbook, "mkdocs")
    assert code == 1
    assert "Traceback" not in output
    place = "habits/space-it.md:27:12: R601 The address 'http://[::1' can't be read: "
    assert place in output

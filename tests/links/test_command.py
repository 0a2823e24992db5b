"""The command `links`: what it prints, and its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, without
from handbook.command import main
from handbook.links import record
from handbook.links.record import Entry
from links.test_audit import linked

TODAY = "2026-11-24"
DEAD = Entry(TODAY, "dead", "it answers 404", failures=("2026-11-01", "2026-11-08", TODAY))
SHUT = Entry(TODAY, "can't tell", "it says '\x1b[1m\u202e'")
FINE = Entry(TODAY, "fine", first=TODAY, fine=TODAY)


def known(study: Path, **entries: Entry) -> None:
    """Write a page with a link to the host of each entry, and what is known of it."""
    for page in (study / "docs").rglob("*.md"):
        page.write_text(page.read_text("utf-8").replace("https://", "web: "), "utf-8")
    (study / "docs/references.yml").write_text("[]\n")
    named = {f"https://{name}.test/": entry for name, entry in entries.items()}
    linked(study, *named)
    record.write(study / "links.json", named)


def test_fine(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where all is fine, or can't be judged, the exit code is 0, and no terminal is deceived."""
    known(study, fine=FINE, shut=SHUT)
    assert main(["--root", str(study), "links"]) == 0
    assert capsys.readouterr() == (
        "links.md:6:11: R923 The address 'https://shut.test/' can't be judged: "
        "it says '\ufffd[1m\ufffd'. Open it yourself.\n",
        "2 addresses, 0 asked for: 1 fine, 0 moved for good, 0 dead, 1 can't tell\n",
    )


def test_dead(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where one is dead the exit code is 1, in every format."""
    known(study, fine=FINE, dead=DEAD)
    message = "The address 'https://dead.test/' is dead: it answers 404. Link to where it is now."
    assert main(["--root", str(study), "links"]) == 1
    assert capsys.readouterr().out == f"links.md:6:11: R921 {message}\n"
    assert main(["--root", str(study), "links", "--format", "json"]) == 1
    assert message in json.dumps(json.loads(capsys.readouterr().out))


def test_damaged(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged record is told, set aside, and stops nothing."""
    known(study)
    (study / "links.json").write_text("{")
    assert main(["--root", str(study), "links"]) == 0
    aside = next(study.glob("links.json.*")).name
    why = "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
    assert capsys.readouterr().err == (
        f"links.json:1:1: it can't be read: {why}. It is now {aside}.\n"
        "0 addresses, 0 asked for: 0 fine, 0 moved for good, 0 dead, 0 can't tell\n"
    )


def test_could_not_run(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be done is one line, and exits with 2."""
    assert main(["--root", str(study), "links", "--shard", "9/8"]) == 2
    said = "'9/8' is no shard. Write it as 3/8, the third of eight.\n"
    assert capsys.readouterr() == ("", said)


def test_fix_of_what_is_not_recorded(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only what is recorded can be fixed."""
    assert main(["--root", str(study), "links", "--new-since", "HEAD", "--fix"]) == 2
    said = "--fix writes what the record knows. Run it without the other option.\n"
    assert capsys.readouterr() == ("", said)


def test_not_installed(study: Path, tmp_path: Path) -> None:
    """Without the client's library the command says what to run."""
    code = "raise ModuleNotFoundError(\"No module named 'aiohttp'\", name='aiohttp')\n"
    done = subprocess.run(
        [sys.executable, "-m", "handbook", "--root", str(study), "links"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": without("aiohttp", tmp_path, code)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "'aiohttp' is not installed. Run: make links\n"


def test_crawler_that_fails(study: Path, tmp_path: Path) -> None:
    """What LinkChecker says when it can't run is told in one line."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("Hi.")
    done = subprocess.run(
        [sys.executable, "-m", "handbook", "--root", str(study), "links", "--site", str(site)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": without("linkcheck", tmp_path, "raise SystemExit('no')")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "LinkChecker could not crawl the site: no.\n"

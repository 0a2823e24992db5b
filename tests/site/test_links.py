"""LinkChecker on the built site: an independent witness of its internal links."""

import csv
import io
import subprocess
import sys

from conftest import HANDBOOKS, ROOT
from handbook import book, generated


def test_every_internal_link_holds(address: str) -> None:
    """LinkChecker reaches every page and finds no broken link on the site."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "linkcheck", "--no-warnings", "--verbose", "--output=csv"),
            *("--threads=8", "--ignore-url=^(?!http://127\\.0\\.0\\.1)", address),
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";"))
    assert [row for row in rows if row["valid"] != "True"] == []
    assert done.returncode == 0, done.stderr
    reached = {row["url"].partition("#")[0] for row in rows}
    this = book.load(ROOT / HANDBOOKS["ai"])
    for src_uri in [page.src_uri for page in this.pages] + generated.src_uris(this):
        if src_uri.endswith(".md"):
            path = src_uri.removesuffix(".md").removesuffix("index").rstrip("/")
            assert address + (f"{path}/" if path else "") in reached

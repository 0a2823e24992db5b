"""LinkChecker on the built site: an independent witness of its internal links."""

import csv
import io
import subprocess
import sys

from conftest import HANDBOOKS, ROOT
from handbook import book, download, generated


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
    pages = [src_uri for src_uri in generated.src_uris(this) if src_uri.endswith(".md")]
    expected = [*this.src_uris, *pages, *download.src_uris(this)]
    # The site is served from another address than its own.
    urls = {src_uri: this.settings.address(src_uri) for src_uri in expected}
    paths = {src_uri: url.removeprefix(this.settings.site_url) for src_uri, url in urls.items()}
    assert [src_uri for src_uri, path in paths.items() if address + path not in reached] == []

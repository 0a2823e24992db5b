"""The built site as LinkChecker sees it: a witness that knows nothing of how it was made.

It is run as a command, since it is not made for import, and never asks another site.
"""

import csv
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from handbook.problem import UnusableError

# Its own file, so that no user's settings count. Plugins, such as that for anchors, are off.
SETTINGS = """\
[checking]
threads=8
timeout=20
maxrunseconds=600
maxrequestspersecond=1000
[output]
status=0
"""
SECONDS = 660
COMMAND = (sys.executable, "-m", "linkcheck", "--verbose", "--no-warnings", "--output=csv")


@dataclass(frozen=True, order=True)
class Seen:
    """A link that the crawl has seen: its address, the page that it is on, and what is wrong."""

    address: str
    page: str
    wrong: str


class _Handler(SimpleHTTPRequestHandler):
    """Serves files and says nothing; lifts LinkChecker's limit of requests a second."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """https://linkchecker.github.io/linkchecker/faq.html."""
        self.send_header("LinkChecker", "1")
        super().end_headers()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder to this machine alone; the value is its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def crawl(folder: Path) -> list[Seen]:
    """Return each link of a built site, sorted; pages of the site by their path.

    `UnusableError` when there is no site, or LinkChecker can't crawl it.
    """
    if not (folder / "index.html").is_file():
        raise UnusableError(f"'{folder}' has no index.html. Build the site first.")
    with served(folder) as base, tempfile.TemporaryDirectory() as temporary:
        settings = Path(temporary, "linkcheckerrc")
        settings.write_text(SETTINGS)
        # As root it becomes another user, who has to read this.
        settings.parent.chmod(0o755)
        command = [*COMMAND, f"--config={settings}", f"--ignore-url=^(?!{base})", base]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        return sorted(set(_rows(done.stdout, base)) or _refused(done.stderr))


def _rows(output: str, base: str) -> Iterator[Seen]:
    lines = (line for line in output.splitlines(keepends=True) if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter=";"):
        wrong = "" if row["valid"] == "True" else row["result"]
        yield Seen(row["url"].removeprefix(base), row["parentname"].removeprefix(base), wrong)


def _refused(said: str) -> list[Seen]:
    last = said.strip().rpartition("\n")[2]
    raise UnusableError(f"LinkChecker could not crawl the site: {last or 'it said nothing'}.")

"""The printer: whether WeasyPrint and Pango are here and which they are, without importing them.

To import them takes half a second, which only what really prints has to wait for.
"""

import ctypes
import hashlib
import io
from contextlib import redirect_stdout
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.util import find_spec
from pathlib import Path

from handbook.files import asset

OLDEST = 70
# What WeasyPrint loads: weasyprint/text/ffi.py. Elsewhere than on Linux it tries more names.
LIBRARIES = (
    *("libgobject-2.0.so.0", "libpango-1.0.so.0", "libharfbuzz.so.0"),
    *("libfontconfig.so.1", "libpangoft2-1.0.so.0"),
)
PANGO = LIBRARIES[1]


@cache
def missing() -> str:
    """Return why there are no PDFs and what to install, or nothing when they can be made."""
    if _is_installed() and _pango():
        return ""
    try:
        # Before it raises, WeasyPrint prints where to read on.
        with redirect_stdout(io.StringIO()):
            from handbook.paper import press  # noqa: F401, PLC0415 - what tells for certain is slow
    except ImportError:
        return "PDFs are left out: WeasyPrint 70 or newer is not installed. Install weasyprint."
    except OSError:
        needed = "Install libpango-1.0-0 and libpangoft2-1.0-0."
        return f"PDFs are left out: WeasyPrint needs Pango. {needed}"
    return ""


def recipe(document: str, paper: str) -> str:
    """Return a digest of all that a PDF is made of and by."""
    return hashlib.sha256(f"{_digest()}\n{paper}\n{document}".encode()).hexdigest()


def _is_installed() -> bool:
    """Tell whether the package that an import finds is one whose version is known and new."""
    try:
        installed, spec = distribution("weasyprint"), find_spec("weasyprint")
    except PackageNotFoundError:
        return False
    is_new = int(installed.version.partition(".")[0]) >= OLDEST
    here = str(installed.locate_file("weasyprint/__init__.py"))
    return is_new and bool(spec and spec.origin == here)


@cache
def _pango() -> int:
    """Return the version of Pango, or nothing where one of the libraries is not found."""
    try:
        loaded = {name: ctypes.CDLL(name) for name in LIBRARIES}
    except OSError:
        return 0
    return int(loaded[PANGO].pango_version())


@cache
def _digest() -> str:
    versions = f"{version('weasyprint')} {version('pydyf')} {_pango() or _imported_pango()}"
    here = Path(__file__).parent
    files = [here / "press.py", here / "form.py", asset.FOLDER / "paper.css"]
    files += sorted(asset.FOLDER.glob("fonts/*.woff2"))
    parts = [versions.encode(), *(path.read_bytes() for path in files)]
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


def _imported_pango() -> int:
    from weasyprint.text.ffi import pango  # type: ignore[import-untyped] # noqa: PLC0415 - as above

    return int(pango.pango_version())

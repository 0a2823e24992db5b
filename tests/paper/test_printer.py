"""The printer, looked at without being imported."""

import subprocess
import sys

from handbook.paper import printer

LOOK = """
import sys
from handbook.paper import printer
assert printer.missing() == ""
printer.recipe("", "A4")
assert "weasyprint" not in sys.modules
"""


def test_nothing_is_imported() -> None:
    """Whether PDFs can be made, and by what, is known without WeasyPrint."""
    subprocess.run([sys.executable, "-c", LOOK], check=True)


def test_version_of_pango() -> None:
    """Pango is the one that WeasyPrint prints with."""
    assert printer._pango() == printer._imported_pango()

"""Reports: the same problems for a person, a program, code scanning, a test viewer and GitHub."""

from collections.abc import Callable

from handbook.report.contents import Report, of
from handbook.report.data import data
from handbook.report.github import github
from handbook.report.junit import junit
from handbook.report.sarif import sarif
from handbook.report.text import text

__all__ = ["FORMATS", "Report", "of"]

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text,
    "json": data,
    "sarif": sarif,
    "junit": junit,
    "github": github,
}

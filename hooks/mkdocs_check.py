"""MkDocs: each problem of the pages is a warning of the build, which `--strict` makes fatal.

What the generator itself calls a warning is said and never fatal.
"""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from handbook import book
from handbook.pages.pause import paused
from handbook.problem import UnusableError
from handbook.rules import FATAL, WARNINGS, check

# `--strict` counts the loggers below `mkdocs.` alone.
log = logging.getLogger("mkdocs.hooks.handbook")


@paused()
def on_pre_build(config: MkDocsConfig) -> None:
    """Say each problem before any page is rendered."""
    try:
        problems = check(book.load(Path(config.config_file_path).parent))
    except UnusableError as error:
        raise PluginError(str(error)) from None
    config.extra["problems"] = problems  # for the panel of `serve`
    for problem in problems:
        log.log(logging.INFO if problem.rule in WARNINGS else logging.WARNING, str(problem))
    if any(problem.rule in FATAL for problem in problems):
        raise PluginError("The build can't go on with an address that can't be read; see above.")

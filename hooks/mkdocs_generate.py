"""MkDocs: checklists, the bibliography and their data join the site's files."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from handbook import book, generated
from handbook.paper import printer

log = logging.getLogger("mkdocs.hooks.handbook")


def on_startup(command: str, **_: object) -> None:
    """Say once what is left out; `make serve` builds first, and has said it then."""
    if command != "serve" and printer.missing():
        log.info(printer.missing())


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated files; each replaces what `handbook pages` wrote for another engine."""
    this = book.load(Path(config.config_file_path).parent)
    for src_uri, data in generated.files(this).items():
        if written := files.get_file_from_path(src_uri):
            files.remove(written)
        files.append(File.generated(config, src_uri, content=data))
    return files

"""MkDocs: the checklist pages and their data join the site's files."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from handbook import book, generated


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the checklists of the pages."""
    this = book.load(Path(config.config_file_path).parent)
    for src_uri, text in generated.checklists(this).items():
        files.append(File.generated(config, src_uri, content=text))
    return files

"""MkDocs: while it serves, a page with problems shows them; a build never does."""

from contextvars import ContextVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from handbook.files import asset
from handbook.report import panel

# MkDocs tells what it was started for once, and before it has a configuration.
COMMAND = ContextVar("command", default="build")


def on_startup(command: str, **_: object) -> None:
    """Remember what MkDocs was started for."""
    COMMAND.set(command)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what the panel needs."""
    for name in panel.ASSETS if COMMAND.get() == "serve" else ():
        files.append(File.generated(config, f"{panel.FOLDER}/{name}", content=asset.data(name)))
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Show the problems that were found before the build."""
    mine = [one for one in config.extra.get("problems", []) if one.src_uri == page.file.src_uri]
    folder = get_relative_url(panel.FOLDER, page.url)
    return panel.inserted(output, mine, folder) if COMMAND.get() == "serve" else output

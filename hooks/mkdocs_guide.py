"""MkDocs: all pages of one build are led by one outline, read at its beginning."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.overviews import outline

EXTENSION = "handbook.guide"


def on_pre_build(config: MkDocsConfig) -> None:
    """Give the outline to the extension, which MkDocs makes anew for each page."""
    root = Path(config.config_file_path).parent
    options = config.mdx_configs.setdefault(EXTENSION, {})
    options["outline"] = outline.load(root)

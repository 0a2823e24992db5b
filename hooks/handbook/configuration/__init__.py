"""The configuration: what a handbook says of itself in pyproject.toml and mkdocs.yml."""

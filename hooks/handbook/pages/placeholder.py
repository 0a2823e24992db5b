"""Placeholders: texts that were meant to be replaced."""

import re

# With what it asks for, up to what ends a text in Markdown.
PLACEHOLDER = re.compile(
    r"@@\w+@@|\b(?:TODO|FIXME)\b(?::[^\n\[\]{}|<]*)?|\{\{[^{}\n]*\}*", re.IGNORECASE
)


def what_to_do(written: str) -> str:
    """Return what to say of a placeholder."""
    return f"'{written.rstrip()}' is a placeholder. Write what it stands for, or take it out."

"""What is folded: HTML behind a line that opens it, as Markdown has none without an extension."""

from html import escape


def folded(line: str, inside: str) -> str:
    """Return a block for a generated page; `inside` is HTML that has no blank line."""
    return f'<details class="hb-folded">\n<summary>{escape(line)}</summary>\n{inside}</details>\n'

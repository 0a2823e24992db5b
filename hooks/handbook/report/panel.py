"""The panel in which a page that is being written shows its own problems."""

import hashlib
from collections.abc import Sequence
from html import escape

from handbook.problem import Problem
from handbook.rules import WARNINGS

FOLDER = "problems"
ASSETS = ("panel.css", "panel.js")


def inserted(page: str, problems: Sequence[Problem], folder: str) -> str:
    """Return a page's HTML with the panel at its end, where it comes last for the keyboard.

    `folder` is the address of the assets as seen from the page.
    Without problems the page is as it was.
    """
    before, body, after = page.rpartition("</body>")
    if not problems or not body:
        return page
    style = f'<link rel="stylesheet" href="{escape(folder)}/panel.css">'
    script = f'<script type="module" src="{escape(folder)}/panel.js"></script>'
    return f"{before}{style}{_panel(problems)}{script}{body}{after}"


def _panel(problems: Sequence[Problem]) -> str:
    """Return a panel that folds without a script; its digest changes when the problems do."""
    said = "\n".join(map(str, problems))
    digest = hashlib.sha256(said.encode()).hexdigest()[:12]
    items = "".join(map(_item, problems))
    number = f"{len(problems)} problem{'s' * (len(problems) > 1)} of this page"
    return (
        '<section class="hb-problems" aria-label="Problems of this page">'
        f'<details open data-page="{escape(problems[0].src_uri)}" data-digest="{digest}">'
        f"<summary>{number}</summary><ol>{items}</ol></details></section>"
    )


def _item(problem: Problem) -> str:
    kind = "Warning" if problem.rule in WARNINGS else "Problem"
    place = f"{problem.line}:{problem.col}"
    message = escape(problem.message)
    return f"<li><strong>{kind}</strong> <code>{place}</code> {problem.rule} {message}</li>"

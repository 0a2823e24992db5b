"""The panel of problems, as HTML."""

from handbook.problem import Problem
from handbook.report.panel import inserted

PAGE = "<html><body><p>So.</p></body></html>"
ERROR = Problem("a&b.md", 9, 7, "R602", "'<script>alert(1)</script>' is a placeholder.")
WARNING = Problem("a&b.md", 10, 1, "R706", "'the best' ranks without a source.")


def test_panel() -> None:
    """The panel stands last, folds by itself, and shows what authors wrote as text."""
    assert inserted(PAGE, [ERROR, WARNING], "../problems") == (
        '<html><body><p>So.</p><link rel="stylesheet" href="../problems/panel.css">'
        '<section class="hb-problems" aria-label="Problems of this page">'
        '<details open data-page="a&amp;b.md" data-digest="d0">'
        "<summary>2 problems of this page</summary><ol>"
        "<li><strong>Problem</strong> <code>9:7</code> R602 &#x27;&lt;script&gt;alert(1)&lt;"
        "/script&gt;&#x27; is a placeholder.</li>"
        "<li><strong>Warning</strong> <code>10:1</code> R706 &#x27;the best&#x27; ranks without a "
        "source.</li></ol></details></section>"
        '<script type="module" src="../problems/panel.js"></script></body></html>'
    ).replace("d0", digest([ERROR, WARNING]))
    assert "1 problem of this page" in inserted(PAGE, [ERROR], "problems")


def digest(problems: list[Problem]) -> str:
    """Return the digest that a panel of some problems has."""
    return inserted(PAGE, problems, "").partition('data-digest="')[2][:12]


def test_digest() -> None:
    """The digest changes with the problems, and only with them."""
    assert digest([ERROR]) == digest([ERROR])
    assert len({digest([ERROR]), digest([WARNING]), digest([ERROR, WARNING])}) == 3


def test_nothing_to_show() -> None:
    """A page without problems, or without a body, is as it was."""
    assert inserted(PAGE, [], "problems") == PAGE
    assert inserted("<p>So.</p>", [ERROR], "problems") == "<p>So.</p>"

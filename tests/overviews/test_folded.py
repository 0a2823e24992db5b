"""What is folded."""

from markdown import Markdown

from handbook.overviews.folded import folded


def test_folded() -> None:
    """Markdown without an extension passes it as it is, and the line is text."""
    text = folded("A <b> *1*", "<ul>\n<li>*Inside*</li>\n</ul>\n")
    assert text == (
        '<details class="hb-folded">\n<summary>A &lt;b&gt; *1*</summary>\n'
        "<ul>\n<li>*Inside*</li>\n</ul>\n</details>\n"
    )
    assert Markdown().convert(f"One.\n\n{text}\n## Two") == f"<p>One.</p>\n{text}\n<h2>Two</h2>"

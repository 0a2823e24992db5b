"""Runs: the pieces of a reference."""

import pytest

from handbook.references.run import Run, joined, sentences


def text(runs: list[Run]) -> str:
    """Return the text of runs."""
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("Title", "Title."),
        ("“Title”", "“Title.”"),
        ("“Why?”", "“Why?”"),
        ("“The ‘end’”", "“The ‘end’.”"),
        ("n.d.", "n.d."),
        ("Wow!", "Wow!"),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(part: str, expected: str) -> None:
    """A full stop stands inside a quotation mark, and never after another stop."""
    assert text(sentences([[Run(part)]])) == expected


def test_empty_parts_leave_no_trace() -> None:
    """What has no text has no space and no comma either."""
    parts = [[Run("A")], [], [Run("")], [Run("B", "em")]]
    assert joined(parts, ", ") == [Run("A"), Run(", "), Run("B", "em")]
    assert text(sentences(parts)) == "A. B."


def test_html_is_the_text() -> None:
    """Whatever a text is, HTML and Markdown show it as it is."""
    assert Run("<b> *x* [@k]", "em").html == "<em>&lt;b&gt; &#42;x&#42; &#91;&#64;k&#93;</em>"
    assert Run("x", "a", 'https://a.example/"_').html == (
        '<a href="https://a.example/&quot;&#95;">x</a>'
    )

"""The form of a page's filter, and the attributes that it filters by."""

from handbook.overviews import filters


def test_form() -> None:
    """A select has each value once, with how many entries have it; one without values is left out.

    Nothing of it is seen before a script shows it, and no blank line ends it in Markdown.
    """
    found = filters.form(
        ".hb-work",
        "works",
        topic=[("b", "b"), ("deep  end", 'The "deep" <end>'), ("b", "b")],
        year=[],
    )
    assert found == (
        '<form data-filter=".hb-work" data-noun="works" autocomplete="off" data-search-exclude '
        "hidden>\n"
        '<p class="hb-bar hb-screen">\n'
        '<label>Topic <select name="topic"><option value="">All</option>'
        '<option value="b">b (2)</option>'
        '<option value="deep%20end">The &quot;deep&quot; &lt;end&gt; (1)</option>'
        "</select></label>\n"
        "</p>\n"
        '<p role="status"></p>\n'
        "</form>\n"
    )


def test_attributes() -> None:
    """Values are words: a space within one is written; no sign in one is read as Markdown."""
    assert filters.attributes(topic=["a", "deep end", '"*<'], type=[""], year=[]) == (
        'data-topic="a deep%20end &quot;&#42;&lt;" data-type="" data-year=""'
    )

"""Block parsing: the processors that are left out would have changed nothing."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from handbook.rendering.blocks import SIGNS, needed

EXTENSIONS = ["abbr", "admonition", "attr_list", "footnotes", "md_in_html", "tables"]
OURS, PLAIN = (Markdown(extensions=[*EXTENSIONS, "pymdownx.details"]) for _ in range(2))
PARTS = [
    *("a ", "\n", "\n\n", "    ", "# b\n", "> c\n", "[^d] ", "[^d]: e\n", "[f]: g\n", "[f]"),
    *("***\n", "!!! note\n    h\n", '??? tip "i"\n    j\n', "*[k]: l\n", "k ", "- q\n", "1. r\n"),
    *("m | n\n--- | ---\no | p\n", "<div markdown>\n", "</div>\n", *SIGNS.values()),
]


@given(st.lists(st.sampled_from(PARTS)))
def test_same_html(parts: list[str]) -> None:
    """A document is converted as with all processors, also what stands inside HTML."""
    text = "".join(parts)
    OURS.reset()
    with needed(OURS.parser, text):
        html = OURS.convert(text)
    assert html == PLAIN.reset().convert(text)


def test_left_out() -> None:
    """A text without signs leaves out all that look for one, and only until it is parsed."""
    registered = OURS.parser.blockprocessors
    with needed(OURS.parser, "text"):
        asked = set(map(type, OURS.parser.blockprocessors))
    assert set(map(type, registered)) - asked == SIGNS.keys()
    assert OURS.parser.blockprocessors is registered

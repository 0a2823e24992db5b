"""Inline parsing: what is left out would have changed nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor
from markdown.treeprocessors import InlineProcessor

from conftest import ROOT
from handbook.configuration import settings
from handbook.pages.reader import Reader
from handbook.rendering import cluster
from handbook.rendering.inline import ALL_SIGNS, SIGNS, SignsProcessor


def with_its_own(md: Markdown) -> Markdown:
    """Return a parser with Python-Markdown's own inline parsing."""
    md.treeprocessors.register(InlineProcessor(md), "inline", 20)
    md.inlinePatterns.register(LinkInlineProcessor(LINK_RE, md), "link", 160)
    return md


READER, PLAIN = (Reader(settings.load(ROOT)) for _ in range(2))
with_its_own(PLAIN.markdown)


@pytest.mark.parametrize("pattern", sorted(SIGNS.keys() - {cluster.BEGINNING}))
@given(st.data())
def test_signs(pattern: str, data: st.DataObject) -> None:
    """What a pattern matches has one of its signs."""
    text = data.draw(st.from_regex(re.compile(pattern, re.DOTALL), fullmatch=True))
    assert any(sign in text for sign in SIGNS[pattern])


PARTS = [
    *("a ", "[@b]", "[c](d)", "[c]", "\n\n[c]: d\n\n", "{=e.f}", "é", *"[^{~!", *ALL_SIGNS),
    *("[c](", "](", "(d)", "<d>", " 'e'", ' "e"', "\\(", *"()]'"),
]


@given(st.lists(st.sampled_from(PARTS)))
def test_same_page(parts: list[str]) -> None:
    """A page is read as with Python-Markdown's own inline parsing."""
    data = f"---\ntitle: a\n---\n\n{''.join(parts)} 5 %".encode()
    assert READER.read("a.md", data) == PLAIN.read("a.md", data)


@given(st.lists(st.sampled_from([*PARTS, "&amp;", "<b>", "x ", "**", "`", "\n\n"])))
def test_same_html(parts: list[str]) -> None:
    """A page is converted as with Python-Markdown's own inline parsing."""
    ours, plain = (
        Markdown(
            extensions=["handbook.extension", "footnotes", "attr_list"],
            extension_configs={"handbook.extension": {"root": str(ROOT)}},
        )
        for _ in range(2)
    )
    with_its_own(plain)
    assert ours.convert("".join(parts)) == plain.convert("".join(parts))


def test_it_is_what_parses() -> None:
    """Its name is the one that Python-Markdown calls: only the patterns of a text are tried."""
    READER.read("b.md", b"Just *words*.")
    inline = READER.markdown.treeprocessors["inline"]
    assert isinstance(inline, SignsProcessor)
    assert len(inline._tried["*",]) == 1

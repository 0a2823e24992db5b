"""What a parser did not read as it was meant, against what a reader is shown."""

import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import Comment
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from conftest import ROOT
from handbook.configuration import settings as handbook_settings
from handbook.pages.reader import Reader

SETTINGS = handbook_settings.load(ROOT)
READER = Reader(SETTINGS)


def missed(text: str) -> list[str]:
    """Return what is said of a text, or left to who knows the keys and tags."""
    page = READER.read("page.md", text.encode())
    told = [f"{at.line}:{at.col}: {one.rule} {one.written or one.name}" for one, at in page.unsure]
    return [
        f"{one.line}:{one.col}: {one.rule} {one.message}"
        for one in page.problems
        if one.rule in {"R014", "R103", "R608", "R609", "R610"}
    ] + told


NO_NOTE = "has no note. Write"
MERGE = "is left of a merge. Choose what stays, and take out this line and '======='."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(@a) {@b} @c.", ["1:2: R105 @a", "1:7: R105 @b", "1:11: R105 @c"]),
        ("[@ d] [ -@\ne] [f1].", ["1:1: R105 [@ d", "1:7: R105 [ -@\ne", "2:4: R105 [f1]"]),
        ("- [@ d]\n\n    > [f1]\n", ["1:3: R105 [@ d", "3:7: R105 [f1]"]),
        (
            "Text.\n\n[@a]: yes\n",
            ["3:1: R103 '[@a]: yes' is read as where a link leads, and not shown. "
             "Put a word before it."],
        ),
        ("x[^a] y[^a]", [f"1:2: R609 '[^a]' {NO_NOTE} '[^a]: text' on a line of its own.",
                         f"1:8: R609 '[^a]' {NO_NOTE} '[^a]: text' on a line of its own."]),
        ("x[^a]\n\n[^a]: b\n[^a]: c\n",
         ["4:1: R610 The note '[^a]' stands twice, and only the last is shown. Keep one."]),
        ("- x\n\n    [^a]: b\n",
         ["3:5: R610 Nothing leads to the note '[^a]'. Write '[^a]' where it belongs."]),
        ("<<<<<<< a\nb\n", [f"1:1: R014 '<<<<<<< a' {MERGE}"]),
        ("- a\n>>>>>>> # b\n", [f"2:1: R014 '>>>>>>> # b' {MERGE}"]),
    ],
)  # fmt: skip
def test_missed(text: str, found: list[str]) -> None:
    """What is shown as it was typed, or not at all, is told at its place."""
    assert missed(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "`@a` `[@ d]` `[f1]` `[^a]`\n\n    @a [f1] [^a]\n\n```\n@a [^a]\n<<<<<<< a\n```\n",
        "<!-- @a [@ d] [f1] [^a]\n<<<<<<< a\n-->\n",
        "\\[@a] \\[see @b] \\@c \\[@ d] \\[f1] \\[^a]\n",
        "a@b.org @ [@] 5 @ 6 x[f1] '@c'\n",
        "[@a](b.md) [f1](c.md) [g1][h]\n\n[h]: i.md\n",
        "[f1]\n\n[f1]: i.md\n",
        "<https://a.org/@b> [c](https://a.org/@b)\n",
        "x[^a]\n\n[^a]: b[^c]\n\n    d\n\n[^c]: e\n",
        "a\n=======\n\n<<<<<<<a\n<<<<<<<< a\n>>>>>>>> a\nx <<<<<<< a\n",
        "| a | b |\n|---|---|\n| [^a] | c |\n\n[^a]: d\n",
    ],
)
def test_not_missed(text: str) -> None:
    """What is code, a comment, escaped, an address, or read as what it is, is not told."""
    assert missed(f"Text.\n\n{text}") == []


def test_reading_again_leaves_no_trace() -> None:
    """A page is read the same after one that had to be read again."""
    text = b"Text [@a](b.md).[^a]\n\n[^a]: c\n"
    fresh = Reader(SETTINGS).read("page.md", text)
    assert missed("x[^b]\n\n</div>\n\n```\n") != []
    assert READER.read("page.md", text) == fresh


def rendered(text: str) -> BeautifulSoup:
    """Return the elements of a text as an engine makes them, without code and comments."""
    names = [name for name in SETTINGS.extensions if not name.startswith(("handbook", "toc"))]
    soup = BeautifulSoup(Markdown(extensions=names).convert(text), "html.parser")
    for comment in soup.find_all(string=lambda string: isinstance(string, Comment)):
        comment.extract()
    for code in soup.find_all(["pre", "code"]):
        code.extract()
    return soup


PIECES = [
    *("[^a]", "[^b]", "\n[^a]: ", "\n[^b]: ", "`", "x", " ", "\n", "\n", "\n\n", "\n\n"),
    *("    ", "- ", "> ", "!!! note\n", "```\n", "~~~\n", "(c.md)"),
    *("<<<<<<< c", ">>>>>>> c", "=======\n", "# ", "| ", "[", "]"),
]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_notes(text: str) -> None:
    """A sign is told that is shown as it was typed, and a note that nothing leads to."""
    text = f"Text.\n\n{text}"
    soup = rendered(text)
    said = "\n".join(missed(text))
    shown = set(re.findall(r"\[\^([ab])\]", soup.get_text()))
    notes = {str(li["id"])[3:] for li in soup.select("li[id^='fn:']")}
    signs = {str(a["href"])[4:] for a in soup.select("a.footnote-ref")}
    told = set(re.findall(r"R609 '\[\^([ab])\]'", said))
    # Of two notes of a name the first is not shown, but what it says is read.
    assert told == shown - notes or (told > shown - notes and "stands twice" in said)
    assert set(re.findall(r"leads to the note '\[\^([ab])\]'", said)) == notes - signs

"""Fences: what looks like one is reported exactly where the parser shows it as text."""

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


def reported(text: str) -> list[str]:
    """Return what is said of the fences of a text."""
    problems = READER.read("page.md", text.encode()).problems
    return [f"{one.line}:{one.col}: {one.message}" for one in problems if one.rule == "R608"]


def rendered(text: str) -> BeautifulSoup:
    """Return the elements of a text, without comments."""
    names = [name for name in SETTINGS.extensions if not name.startswith(("handbook", "toc"))]
    soup = BeautifulSoup(Markdown(extensions=names).convert(text), "html.parser")
    for comment in soup.find_all(string=lambda string: isinstance(string, Comment)):
        comment.extract()
    return soup


NO_END = (
    "begins no code, as it has no end, or a line before that stands further left. "
    "Write '```' below the code, and indent all of it alike."
)
LISTED = (
    "begins no code on the line of a list's sign. "
    "Put it on a line of its own, indented by four blanks."
)
UNREADABLE = (
    "begins no code, as what stands behind the sign can't be read. Write the language alone."
)
TAKEN = "End it before with '```', or write one sign more at its beginning and end."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```\nx\n\ny\n", f"1:1: '```' {NO_END}"),
        ("Text.\n\n```python\nx\n", f"3:1: '```python' {NO_END}"),
        ("~~~ text\nx\n", f"1:1: '~~~ text' {NO_END.replace('```', '~~~')}"),
        ("```\nx\n````\n", f"1:1: '```' {NO_END}"),
        ("- a\n\n    ```sh\n    x\n  ```\n", f"3:5: '```sh' {NO_END}"),
        ("!!! note\n    ```sh\n    x\n", f"2:5: '```sh' {NO_END}"),
        ("> ```sh\n> x\n\n```\ny\n```\n", f"1:3: '```sh' {NO_END}"),
        ("- ```sh\n  x\n  ```\n", f"1:3: '```sh' {LISTED}"),
        ("1. ```sh\n   x\n   ```\n", f"1:4: '```sh' {LISTED}"),
        ("```sh title=x\ny\n```\n\n[@a]\n\n```\nz\n```\n", f"1:1: '```sh title=x' {UNREADABLE}"),
        (
            "Text.\n\n    x\n```sh\ny\n```\n",
            "4:1: '```sh' begins no code right below indented code. Put an empty line before it.",
        ),
        (
            "```a\nx\n\ntext\n\n```b\ny\n```\n",
            f"1:1: The code that '```a' begins has '```b' in it, 5 lines below. {TAKEN}",
        ),
    ],
)
def test_reported(text: str, said: str) -> None:
    """A fence that begins no code, or whose code takes in another one, is reported once."""
    assert reported(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "```\nx\n```\n",
        '```python title="x" hl_lines="1"\nx\n\ny\n```\n',
        "~~~\n```\n~~~\n",
        "````\n```sh\nx\n```\n````\n",
        "```python\ndef f():\n    '''\n    ```sh\n    x\n    ```\n    '''\n```\n",
        "- a\n\n    ```sh\n    x\n    ```\n",
        "```\na\n```\n```b\nc\n```\n",
        "    ```\n    x\n",
        "    ```a\n    ```b\n    ```\n",
        "<!--\n```\nx\n-->\n",
        "<pre>\n```\nx\n</pre>\n",
        "``` a ``` is code, and so is ``` ` ```.\n",
        "Text with ``` in it.\n",
        "\\```\n",
    ],
)
def test_not_reported(text: str) -> None:
    """Code that ends, and what is code or a comment anyway, is not reported."""
    assert reported(text) == []


def test_code_with_a_title_is_code() -> None:
    """Options that the site's highlighter knows are read as they are when the page is built."""
    assert READER.read("page.md", b'```sh title="x"\na\n\n[@b]\n```\n').citations == ()


PIECES = [
    *("```T", "```", "~~~T", "~~~", "````T", "```T x=y", '```T title="x"', "x", "y z", "", ""),
    *("- ```T", "---", "<!--", "-->", "!!! note", "- a", "1. b", "# c"),
]


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "", "    ", "  ", "> ", "        ", "\t"]), st.sampled_from(PIECES)
        ),
        max_size=14,
    )
)
def test_parser_and_reports_agree(lines: list[tuple[str, str]]) -> None:
    """A fence with a language is reported if, and only if, a reader sees it outside of code."""
    text = "Text.\n\n" + "\n".join(
        before + piece.replace("T", f"lang{number}") for number, (before, piece) in enumerate(lines)
    )
    soup = rendered(text)
    for pre in soup.find_all("pre"):
        pre.extract()
    shown = set(re.findall(r"lang\d+", soup.get_text()))
    all_said = [line for line in reported(text) if "The code" not in line]
    said = set(re.findall(r"lang\d+", "\n".join(all_said)))
    # What backticks around it make code within a line is told at the first of them, and what is
    # within code that the parser takes back at its beginning.
    is_within = soup.find("code") or "right below" in "".join(all_said)
    assert said == shown or (said < shown and all_said and is_within)

"""The grammar of citations, on the text between two brackets, with pandoc as the oracle."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import pandoc
from handbook.syntax.citation import INSIDE, KEY, Citation, parse
from handbook.syntax.locator import LABEL


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("@key", [Citation("key")]),
        ("@a; @b", [Citation("a"), Citation("b")]),
        ("-@key", [Citation("key", author_suppressed=True)]),
        ("see @key, p. 12", [Citation("key", prefix="see", locator="p. 12")]),
        ("@key p. 12", [Citation("key", locator="p. 12")]),
        ("@key, Art. 14", [Citation("key", suffix=", Art. 14")]),
        ("@key and others", [Citation("key", suffix=" and others")]),
        (
            "see @a, p. 1; but -@b",
            [Citation("a", "see", "p. 1"), Citation("b", "but", "", "", author_suppressed=True)],
        ),
        ("@doe:2020.a/b-c_d", [Citation("doe:2020.a/b-c_d")]),
        ("@10.1/x#y$z%a&b+c?d<e>f~g", [Citation("10.1/x#y$z%a&b+c?d<e>f~g")]),
        ("@https://doi.org/10.1/x", [Citation("https://doi.org/10.1/x")]),
        ("@{https://doi.org/10.1/(x);y}", [Citation("https://doi.org/10.1/(x);y")]),
        ("@{a]b}, p. 3", [Citation("a]b", locator="p. 3")]),
        ("@{a{b}c}", [Citation("a{b}c")]),
        ("@key.", [Citation("key", suffix=".")]),
        ("@1999a", [Citation("1999a")]),
        ("@Žliobaitė2014", [Citation("Žliobaitė2014")]),
        ("see\nalso @key,\np. 3", [Citation("key", "see also", "p. 3")]),
        ("see [this](x) @key", [Citation("key", "see [this](x)")]),
        ("@", []),
        ("@ key", []),
        ("@{a b}", []),
        ("", []),
        ("no citation", []),
        ("mail a@b", []),
        ("\\@a", []),
        ("-\\@a", []),
        ("@a, see \\@b", [Citation("a", suffix=", see \\@b")]),
        ("@a;", []),
        ("; @a", []),
        ("@a;; @b", []),
        ("@a; nothing", []),
        ("[see @a]", []),
    ],
)
def test_parse(inside: str, expected: list[Citation]) -> None:
    """A bracket is read as Pandoc reads it, or is no citation at all."""
    assert list(parse(inside)) == expected


@pytest.mark.parametrize(
    ("key", "suppressed", "written"),
    [("doe:2020", False, "@doe:2020"), ("a;b", True, "-@{a;b}"), ("a.", False, "@{a.}")],
)
def test_written(key: str, suppressed: bool, written: str) -> None:
    """A citation knows how its key is written, in braces where it needs them."""
    assert Citation(key, author_suppressed=suppressed).written == written


LABELLED = re.compile(rf"^{LABEL}\s*", re.VERBOSE | re.IGNORECASE)


def read_as(bracket: str) -> str:
    """Return what a bracket is read as, in the words of `pandoc.read_as`."""
    citations = parse(bracket[1:-1])
    return bracket if not citations else "¦".join(map(shown, citations))


def shown(cited: Citation) -> str:
    """Return what a citation was read as; pandoc tells a label from the locator, we don't."""
    prefix = f"{cited.prefix} " if cited.prefix else ""
    author = "" if cited.author_suppressed else "A"
    locator = LABELLED.sub("", cited.locator)
    return f"{prefix}⟪{author}|{cited.key}|{locator}⟫{cited.suffix}"


def compared(brackets: list[str]) -> dict[str, tuple[str, str]]:
    """Return how we and how pandoc read each bracket; a bare key is text to us."""
    keys = [
        found["key"].removeprefix("{").removesuffix("}")
        for bracket in brackets
        for found in re.finditer(KEY, bracket)
    ]
    with tempfile.TemporaryDirectory() as folder:
        lines = pandoc.read_as(brackets, keys, Path(folder))
    theirs = [re.sub(r"A ⟪\|(\S*?)\|⟫", r"@\1", line) for line in lines]
    return dict(zip(brackets, zip(map(read_as, brackets), theirs, strict=True), strict=True))


# The forms of Pandoc's manual and of its own tests: test/markdown-citations.txt, and
# test/command/pandoc-citeproc-locators-*.md, 6723.md, 7272.md and others there.
SAME = [
    *("[@nonexistent]", "[-@item1]", "[-@item2 p. 44]", "[@пнкт3]", "[@item1; -@item2]"),
    *("[see @item1 chap. 3; also @пнкт3 p. 34-35]", "[see @item1 p. 34-35]"),
    *("[see @item1 chap. 3; @пнкт3; @item2]", "[@item1 and nowhere else]"),
    *("[@item1 pp. 33, 35-37, and nowhere else]", "[see @doe99, pp. 33-35; @smith04, chap. 1]"),
    *("[@Foo_bar.baz.]", "[@{Foo_bar.baz.}]", "[@Foo_bar--baz]", "[@a::b]", "[@a{b}]"),
    *("[@{https://example.com/bib?name=foobar&date=2000}, p. 33]", "[@{a{b}c;d]e}]"),
    *("[@https://openreview.net/forum?id=x]", "[@DBLP:conf/nips/VaswaniSPUJGKP17]", "[@a_b#c$d]"),
    *("[@smith{ii, A, D-Z}, with a suffix]", "[@smith, {pp. iv, vi-xi, (xv)-(xvii)} suffix]"),
    *("[@smith{}, 99 years later]", "[@citekey {35-89, 102}]", "[@citekey {abcdefg1234}]"),
    *("[@citekey {p. a}]", "[@citekey, p. {(a)}]", "[@citekey, {}]", "[@citekey, {p. VI}]"),
    *("[@citekey {} 123-35 numbers are suffix]", "[@citekey {123-35} numbers not, but text is]"),
    *("[@citekey, 89, and suffix]", "[@citekey, xi, will be entirely suffix]"),
    *("[@citekey, p. xi, gives you xi]", "[@citekey, pp. VII, 89, gives you both]"),
    *("[@citekey, p. VI, VII, VIII-IX, explicit romans]", "[@citekey, 123(4)[5]6, and suffix]"),
    *("[@citekey, 3(a), 4.4.8, 7A(2)(a)(i)-(iv)]", "[@citekey, 4B.2a.i(3.4), and suffix]"),
    *("[@citekey, IV.2A, and suffix]", "[@citekey, [28], and suffix]", "[@citekey, (13 is suffix]"),
    *("[@citekey, s 123(4)(a)(iv), and suffix]", "[@citekey, p.3, and suffix]"),
    *("[@citekey, p.a entirely suffix]", "[@citekey, s (a) entirely suffix]", "[@a {x{8}y}]"),
    *("[@a;]", "[;@a]", "[@a;;@b]", "[@a; b]", "[ @a ]", "[(@a)]", "[x/@a]", "[a-@b]", "[—@a]"),
    *("[@a--b]", "[@a's b]", "[@a (b)]", "[e.g.@a]", "[a@b]", "[@a@]", "[@]", "[@ a]", "[@a-]"),
]


def test_same_as_pandoc() -> None:
    """Keys, prefixes, locators, suffixes, and what is no citation, are those that pandoc reads."""
    found = compared(SAME)
    assert {b: ours for b, (ours, _) in found.items()} == {b: his for b, (_, his) in found.items()}


# What is read otherwise on purpose, and why; all of them show what their author wrote.
DIFFERENT = {
    "[@a @b]": "two keys without ';' between them are a slip, and reported; not a bare key",
    "[@a [@b].]": "a citation in a citation is a slip as well",
    "[see A &amp; B @a]": "';' always parts, that of an entity too",
    '["@type": x]': "data in JSON's form are text",
    "[x=@a]": "an attribute's value is text",
    "[@*]": "pandoc's word for all works, which is for its metadata",
    "[@a, p. **3**]": "a number in markup is no locator; it stays a suffix",
}


def test_different_from_pandoc() -> None:
    """What is listed as different from pandoc is."""
    assert [bracket for bracket, (ours, his) in compared([*DIFFERENT]).items() if ours == his] == []


# What no markup begins with, besides that of a citation.
WORDS = st.one_of(st.just(""), st.text("abcXYZé漢 019.,:/()–—-+", max_size=12).map("x{}".format))
SIGNS = ":.#$%&-+?<>~/"
KEYS = st.one_of(
    st.from_regex(rf"\A\w(?:\w|[{SIGNS}](?=\w))*\Z", alphabet="abzAZ09_é漢" + SIGNS),
    st.text("abZ09é:;,.()#", min_size=1, max_size=9).map("{{{}}}".format),
)
LOCATORS = st.lists(
    st.sampled_from(
        [
            *("p. ", "pp. ", "p.", "page ", "chap. ", "§", "sec. ", "s.v. ", "vol. ", "Art. "),
            *("3", "12", "iv", "x", "12-15", "5.9", "(a)", "3(b)", "{p. 3}", "{", "}", " and "),
            *("see ", ", ", " ", ".", "–", ":", "I ", "mix", "2nd", "para3", "[17]", "(see "),
        ]
    ),
    max_size=6,
).map("".join)
ITEMS = st.builds(
    "{}{}{}@{}{}{}".format,
    WORDS,
    st.sampled_from(["", " ", " ", " ", "("]),
    st.sampled_from(["", "", "-"]),
    KEYS,
    st.sampled_from(["", "", " ", ", ", ","]),
    LOCATORS,
)
BRACKETS = st.lists(ITEMS, min_size=1, max_size=3).map("; ".join).map("[{}]".format)


def is_one(bracket: str) -> bool:
    """Tell a bracket that ends at its end."""
    inside = INSIDE.match(bracket, 1)
    return bool(inside) and inside.end() == len(bracket) - 1  # type: ignore[union-attr]


# Each example is a run of pandoc, so that shrinking one would take minutes.
@settings(max_examples=30, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(BRACKETS, min_size=20, max_size=40, unique=True))
def test_any_bracket_is_read_as_by_pandoc(brackets: list[str]) -> None:
    """Whatever stands in a bracket, it is read as pandoc reads it."""
    # "[17](" may be a link.
    found = compared(["[@a]", *(one for one in brackets if is_one(one) and "](" not in one)])
    # pandoc takes spaces and doubled punctuation away, and reads bare keys where we read text.
    aside = re.compile(r"[\s¦]+|(?<=[-–])[-–]|^\[.*\]$")
    pairs = [[aside.sub("", text).replace("–", "-") for text in pair] for pair in found.values()]
    assert [(ours, theirs) for ours, theirs in pairs if ours != theirs] == []

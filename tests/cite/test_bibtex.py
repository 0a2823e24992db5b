"""BibTeX as its author wrote it: where all stands, and that nothing in it ends in a traceback."""

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.cite import bibtex
from handbook.cite.bibtex import read


def test_places() -> None:
    """An entry, its fields and its values know their lines and columns."""
    entries, faults = read('\n @misc{a,\n  Title = "A page", year=2020\n}\n')
    assert faults == []
    fields = entries[0].fields
    assert (entries[0].type, entries[0].key) == ("misc", "a")
    assert (fields.line, fields.col) == (2, 2)
    assert [(name, value) for name, value in fields.items()] == [
        ("title", "A page"),
        ("year", "2020"),
    ]
    assert [fields.place(name) for name in fields] == [(3, 3), (3, 21)]
    assert [(value.line, value.col) for value in fields.values() if isinstance(value, str)] == [
        (3, 12),
        (3, 26),
    ]


def test_strings_that_grow() -> None:
    """A @string that holds another twice, and so on, is cut off before it fills the memory."""
    doubled = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(60))
    _, faults = read(f"@string{{a0 = {{twelve signs}}}}\n{doubled}@misc{{a, title = a60}}")
    assert faults[0] == (15, 15, "This value has more than 100,000 characters. Cut it.")


def test_duplicates_on_one_line() -> None:
    """A second key on the line of the first is one too many."""
    _, faults = read("@misc{a, title = {A}} @misc{A, title = {B}}")
    assert faults == [(1, 23, "'A' stands twice; first at line 1. Keep one.")]


PIECES = st.sampled_from(
    [
        *'@{}(),=#"\\\n %\0\u2028é',
        *("@article{", "@misc(", "@string{", "@comment{", "a", "key,", "title", "\\'e", "jan"),
        *("@misc{b, title = {B}}", "@string{c = {C}}", "\n  author = {D and E},", "year = 2020"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=500, deadline=None)
def test_anything(text: str) -> None:
    """Whatever stands in a file, its entries or its faults have places in it."""
    entries, faults = bibtex.read(text)
    assert entries or faults
    lines = text.split("\n")
    places = [(line, col) for line, col, _ in faults]
    places += [(entry.fields.line, entry.fields.col) for entry in entries]
    assert all(1 <= col <= len(lines[line - 1]) + 1 for line, col in places)

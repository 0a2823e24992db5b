"""YAML read as text with places."""

from handbook.files.yamltext import Mapping, Sequence, Text, load


def test_scalars_stay_text() -> None:
    """A number, a date and a boolean are what their author typed."""
    value, problems = load("doi: 10.1000\ndate: 2026-02-30\nyes: no\n", "a.yml")
    assert value == {"doi": "10.1000", "date": "2026-02-30", "yes": "no"}
    assert problems == []


def test_places() -> None:
    """Keys, values and lists know their line and column, counted from the given line."""
    value, _ = load('a: one\nb:\n  - "two"\n  - {c: three}\n', "a.yml", 5)
    assert isinstance(value, Mapping)
    one, two = value["a"], value["b"]
    assert isinstance(one, Text)
    assert isinstance(two, Sequence)
    first, second = list(two)
    assert isinstance(first, Text)
    assert isinstance(second, Mapping)
    assert (one.line, one.col) == (5, 4)
    assert value.place("b") == (6, 1)
    assert (first.line, first.col, second.line, second.col) == (7, 6, 8, 5)


def test_nothing_expands() -> None:
    """A chain of aliases is refused before any value is built."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{b}, *{b}]\n" for b, c in [("a", "b"), ("b", "c")]
    )
    value, problems = load(bomb, "a.yml")
    assert value is None
    assert {problem.rule for problem in problems} == {"R008"}


def test_key_that_is_no_word() -> None:
    """A list as a key is reported, not a traceback."""
    _, problems = load("? [a, b]\n: c\n", "a.yml")
    assert [str(problem) for problem in problems] == [
        "a.yml:1:3: R006 A key must be a word. Did you mean a list?"
    ]


def test_signs_that_nobody_sees() -> None:
    """What YAML does not allow, or takes for the end of a line, is told at its line."""
    value, problems = load("a: \x07b\0\nc: d\ne: é\u2028f\n# \x85\ufeff\n", "a.yml", 5)
    assert value is None
    said = "R006 This YAML can't be read: the invisible sign {} stands here. Take it out."
    assert [str(problem) for problem in problems] == [
        f"a.yml:5:4: {said.format('U+0007')}",
        f"a.yml:7:5: {said.format('U+2028')}",
        f"a.yml:8:3: {said.format('U+0085')}",
    ]

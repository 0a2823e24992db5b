"""What git leaves of a merge in a file of YAML."""

import pytest

from handbook.files.yamltext import load


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> branch\n", [2, 6]),
        ('a: "b\n<<<<<<< HEAD\nc"\n', [2]),
        ("a: |\n  <<<<<<< HEAD\n  =======\nb: '<<<<<<< HEAD'\n# >>>>>>> c\n", []),
        ("a: >\n  >>>>>>> b\n", []),
    ],
)
def test_yaml(text: str, lines: list[int]) -> None:
    """A line that git left is told, also where YAML takes it for text, and no indented one is."""
    value, problems = load(text, "x.yml")
    assert [problem.line for problem in problems] == lines
    assert {problem.rule for problem in problems} == ({"R014"} if lines else set())
    assert (value is None) == bool(lines)


def test_message() -> None:
    """The line is quoted, and its number counts from where the YAML begins."""
    _, (problem,) = load("<<<<<<< HEAD\na: b\n", "x.md", 2)
    assert str(problem) == (
        "x.md:2:1: R014 '<<<<<<< HEAD' is left of a merge. "
        "Choose what stays, and take out this line and '======='."
    )

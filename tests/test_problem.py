"""A problem as its author reads it."""

from handbook.problem import Problem


def test_one_line() -> None:
    """Whatever is quoted, a problem is one line, and tells a terminal nothing."""
    problem = Problem("é.yml", 1, 2, "R201", "'a\n\x1b[2J\u200b\tb\xa0' is not – so.")
    assert str(problem) == "é.yml:1:2: R201 'a\\n\\x1b[2J\\u200b\tb\xa0' is not – so."

"""A problem as its author reads it, and what a misspelt word may have meant."""

import pytest

from handbook.problem import Problem, did_you_mean, nearest


def test_one_line() -> None:
    """Whatever is quoted, a problem is one line, and tells a terminal nothing."""
    problem = Problem("é.yml", 1, 2, "R201", "'a\n\x1b[2J\u200b\tb\xa0' is not – so.")
    assert str(problem) == "é.yml:1:2: R201 'a\\n\\x1b[2J\\u200b\tb\xa0' is not – so."


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("breck2107", ["breck2017", "brown2020"], "breck2017"),
        ("nobody2020", ["brown2020"], ""),
        ("2021", ["2020"], "2020"),
        ("takeaways/MLOps.md", ["takeaways/mlops.md", "takeaways/llmops.md"], "takeaways/mlops.md"),
        ("MLOPS", ["LLMops", "mlops"], "mlops"),
        ("doi", ["DOI", "doing"], "DOI"),
        ("Kind", ["kind", "Kind"], "Kind"),
        ("title", [], ""),
    ],
)
def test_nearest(word: str, known: list[str], expected: str) -> None:
    """It is near in its letters, whatever their case; a year alone makes nothing near."""
    assert nearest(word, known) == expected
    assert did_you_mean(word, known) == (f" Did you mean '{expected}'?" if expected else "")

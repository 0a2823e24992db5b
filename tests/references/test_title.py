"""Titles in headline capitals and with typographic quotes."""

import pytest

from handbook.references.title import headline, typographic


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("attention is all you need", "Attention Is All You Need"),
        (
            "A few useful things to know about learning",
            "A Few Useful Things to Know about Learning",
        ),
        ("BERT: pre-training of deep models", "BERT: Pre-Training of Deep Models"),
        ("MLOps: an overview", "MLOps: An Overview"),
        ("Why? A reason", "Why? A Reason"),
        ("the iPhone and NumPy", "The iPhone and NumPy"),
        ("an image is worth 16x16 words", "An Image Is Worth 16x16 Words"),
        ("end-to-end learning", "End-to-End Learning"),
        ("signed up for", "Signed up For"),
        ("what's the context of it?", "What's the Context of It?"),
        ("A/B testing in 3D (as is)", "A/B Testing in 3D (as Is)"),
        ("plan b", "Plan b"),
        ("über das lernen", "Über Das Lernen"),
        ("学习", "学习"),
        ("τ-bench: a benchmark", "τ-Bench: A Benchmark"),
        ("models with ease.ml/ci: a treatment", "Models with ease.ml/ci: A Treatment"),
        ("martinfowler.com", "martinfowler.com"),
        ("", ""),
    ],
)
def test_headline(title: str, expected: str) -> None:
    """Words in small letters become capital but for the small words inside."""
    assert headline(title) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "über das lernen"), ("en", "Über Das Lernen"), ("en-GB", "Über Das Lernen")],
)
def test_headline_of_another_language(language: str, expected: str) -> None:
    """A title in another language than English keeps its letters."""
    assert headline("über das lernen", language) == expected


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("what's new", "what’s new", "what’s new"),
        ('an "event" here', "an “event” here", "an ‘event’ here"),
        ("an 'event' here", "an “event” here", "an ‘event’ here"),
        ("\"the 'best' of\"", "“the ‘best’ of”", "‘the “best” of’"),
        ("“curved” already", "“curved” already", "‘curved’ already"),
        ('"a", "b"', "“a”, “b”", "‘a’, ‘b’"),
        ('6" pipe', '6" pipe', '6" pipe'),
        ("don't 'can't' won't", "don’t “can’t” won’t", "don’t ‘can’t’ won’t"),
    ],
)
def test_typographic(text: str, outer: str, inner: str) -> None:
    """Quotation marks are curved, and single inside those of the title itself."""
    assert typographic(text) == outer
    assert typographic(text, 1) == inner

"""Wording that asks for a source: superlatives, and authorities without a name."""

import pytest

from handbook.claims.appeal import APPEAL, RANK, may_hold


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is the best tool.", "the best"),
        ("X is the world's best tool.", "the world's best"),
        ("X is number one.", "number one"),
        ("X is state-of-the-art.", "state-of-the-art"),
        ("The easiest way is this.", "The easiest"),
        ("This is by far the most important step.", "the most important"),
    ],
)
def test_rank(text: str, said: str) -> None:
    """A superlative that ranks is found, also by the look that comes before."""
    match = RANK.search(text)
    assert match
    assert match["said"] == said
    assert may_hold(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Several studies report it.", "studies report"),
        ("Most experts think so.", "experts think"),
        ("A recent survey found it.", "A recent survey found"),
        ("Statistics show it.", "Statistics show"),
        ("It is widely accepted.", "It is widely accepted"),
        ("It’s well known.", "It’s well known"),
        ("It is generally believed.", "It is generally believed"),
        ("It has been shown to work.", "It has been shown"),
        ("So it works, according to a recent study.", "according to a recent study"),
        ("According to most experts, it works.", "According to most experts"),
        ("Everybody knows it.", "Everybody knows"),
    ],
)
def test_appeal(text: str, said: str) -> None:
    """An authority without a name is found, also by the look that comes before."""
    match = APPEAL.search(text)
    assert match
    assert match["said"] == said
    assert may_hold(text)


@pytest.mark.parametrize(
    "text",
    [
        "The best note comes first.",
        "It is best to stop.",
        "This study says more.",
        "Research reports are long.",
        "It is commonly used, and has been changed.",
    ],
)
def test_neither(text: str) -> None:
    """What only sounds like one is neither."""
    assert not RANK.search(text)
    assert not APPEAL.search(text)

"""The wins of two systems under a judge that leans to the first answer, pair by pair."""

from examples import biased_judge as example


def verdicts() -> list[tuple[str, str]]:
    """For each pair the winner with A shown first, and with B shown first."""
    return (
        [("A", "A")] * example.FOR_A
        + [("B", "B")] * example.FOR_B
        + [("A", "B")] * example.FOR_FIRST
        + [("B", "A")] * example.FOR_SECOND
    )


def test_each_pair() -> None:
    """Counted pair by pair, A wins 60 of 100 when shown first, and 35 when shown second."""
    assert len(verdicts()) == example.pairs() == 100
    assert sum(first == "A" for first, _ in verdicts()) == example.wins_of_a(first=True) == 60
    assert sum(second == "A" for _, second in verdicts()) == example.wins_of_a(first=False) == 35


def test_both_orders() -> None:
    """Where both orders agree, A wins 30 and B 35 of 65."""
    agree = [first for first, second in verdicts() if first == second]
    assert len(agree) == example.consistent() == 65
    assert (agree.count("A"), agree.count("B")) == (30, 35)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "pairs": "100",
        "a_first": "60",
        "b_first": "35",
        "consistent": "65",
        "turned": "35",
        "a_both": "46",
        "b_both": "54",
        "a_mixed": "47.5",
    }


def test_figures() -> None:
    """Three bars of two parts, besides the legend."""
    assert example.figures()["orders_figure"].count("<rect") == 2 + 3 * 2

"""E4: the numbers of the toy retrieval."""

from math import log2, sqrt

import pytest

from examples import retrieval as example

GIVEN = example.answers()
RARE = log2(6)
"""The weight of a word that one chunk of the six has."""


def test_inputs() -> None:
    """There are six chunks and six questions, of which one has no answer."""
    assert len(example.CHUNKS) == len(example.QUESTIONS) == 6
    wanted = [question.chunk for question in example.QUESTIONS.values()]
    assert wanted == ["account", "invoices", "password", "rate limit", None, "refunds"]


@pytest.mark.parametrize("depth", [1, 3])
def test_recall(depth: int) -> None:
    """Four of the five answerable questions find their chunk, at the top or not at all."""
    assert example.recall_at(depth) == 0.8
    assert example.mean_reciprocal_rank() == 0.8


def test_second_place() -> None:
    """A right chunk in second place counts for one half, and for recall only from depth 2."""
    long = "refunds of money are paid within 14 days once both sides agree on their cause and sum"
    chunks = example.CHUNKS | {"refunds": long}
    assert example.ranking(example.QUESTIONS["money"], chunks) == ["rate limit", "refunds"]
    assert (example.recall_at(1, chunks), example.recall_at(2, chunks)) == (0.8, 1)
    assert example.mean_reciprocal_rank(chunks) == pytest.approx((4 + 1 / 2) / 5)


def test_no_shared_word() -> None:
    """The question about money shares no word with the chunk that answers it."""
    question = example.QUESTIONS["money"]
    assert not set(question.text.split()) & set(example.CHUNKS["refunds"].split())
    assert example.ranking(question, example.CHUNKS) == ["rate limit"]


def test_norm_of_the_wrong_chunk() -> None:
    """The chunk on the rate limit has nine rare words and "the", of weight 1, twice."""
    length = sqrt(9 * RARE**2 + 2**2)
    assert length == pytest.approx(8.009, abs=5e-4)
    assert example.results()["norm_rate_limit"] == "8.009"


@pytest.mark.parametrize(
    ("name", "by_hand"),
    [
        ("money", RARE / sqrt(9 * RARE**2 + 4)),
        ("capital", (RARE**2 + 2) / sqrt((RARE**2 + 1) * (9 * RARE**2 + 4))),
        ("error", 2 * RARE**2 / sqrt(2 * RARE**2 * (9 * RARE**2 + 4))),
    ],
)
def test_scores_by_hand(name: str, by_hand: float) -> None:
    """Money matches on "when", the capital on "is" and "the", the error on "error" and "429"."""
    assert GIVEN[name].chunk == "rate limit"
    assert GIVEN[name].score == pytest.approx(by_hand)


def test_scores() -> None:
    """The wrong answers score 0.3228 and 0.3911, the lowest right one 0.4565."""
    assert GIVEN["money"].score == pytest.approx(0.3228, abs=5e-5)
    assert GIVEN["capital"].score == pytest.approx(0.3911, abs=5e-5)
    assert min(one.score for one in GIVEN.values() if one.right) == pytest.approx(0.4565, abs=5e-5)


@pytest.mark.parametrize(
    ("threshold", "counts"),
    [(0, (4, 2, 0)), (0.15, (4, 2, 0)), (0.42, (4, 0, 2)), (0.5, (3, 0, 3)), (1, (0, 0, 6))],
)
def test_outcomes(threshold: float, counts: tuple[int, int, int]) -> None:
    """A threshold of 0.42 withholds both wrong answers; a higher one withholds right ones too."""
    assert example.outcomes(threshold, list(GIVEN.values())) == counts


def test_risk_coverage() -> None:
    """Risk is 0 up to four questions of six, then 1/5 and 2/6."""
    steps = example.risk_coverage(list(GIVEN.values()))
    assert [coverage for _, coverage, _ in steps] == pytest.approx([n / 6 for n in range(1, 7)])
    assert [risk for _, _, risk in steps] == pytest.approx([0, 0, 0, 0, 1 / 5, 2 / 6])


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "recall_1": "0.80",
        "recall_3": "0.80",
        "mrr": "0.80",
        "idf_one_chunk": "2.585",
        "idf_the": "1",
        "norm_rate_limit": "8.009",
        "lowest_right": "0.4565",
        "highest_wrong": "0.3911",
        "threshold": "0.42",
        "score_account": "0.7160",
        "score_invoices": "0.6859",
        "score_password": "0.6156",
        "score_error": "0.4565",
        "score_capital": "0.3911",
        "score_money": "0.3228",
        "chunk_account": "account",
        "chunk_invoices": "invoices",
        "chunk_password": "password",
        "chunk_error": "rate limit",
        "chunk_capital": "rate limit",
        "chunk_money": "rate limit",
        "right_at_0": "4",
        "wrong_at_0": "2",
        "abstained_at_0": "0",
        "right_at_15": "4",
        "wrong_at_15": "2",
        "abstained_at_15": "0",
        "right_at_42": "4",
        "wrong_at_42": "0",
        "abstained_at_42": "2",
        "try_recall_1": "1.00",
        "try_score_money": "0.4318",
        "try_right": "5",
        "try_wrong": "0",
        "try_abstained": "1",
    }


def test_figures() -> None:
    """The figures show six bars, two of them wrong, and six marks on the staircase."""
    figures = example.figures()
    assert list(figures) == ["scores_figure", "risk_figure"]
    assert figures["scores_figure"].count("<rect") == 6
    assert figures["scores_figure"].count('class="hb-mark-2"') == 2
    assert figures["risk_figure"].count("<circle") == 6

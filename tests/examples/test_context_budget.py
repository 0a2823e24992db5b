"""E11: the numbers of the context budget and of the memory that it takes."""

import pytest

from examples import context_budget as example


def test_budget() -> None:
    """Of 8,192 tokens 4,168 are left after answer, system, tools, history and question."""
    assert sorted(example.RESERVED.values()) == [100, 600, 800, 1024, 1500]
    assert example.left() == 8192 - 1024 - 600 - 800 - 1500 - 100 == 4168


def test_chunks() -> None:
    """Eight chunks of 520 fit with 8 tokens to spare, and a ninth would not."""
    assert (example.CHUNK, example.OVERHEAD) == (500, 20)
    assert example.chunks_that_fit(4168) == (8, 8)
    assert 8 * 520 <= 4168 < 9 * 520


def test_longer_history() -> None:
    """Twice the history leaves room for five chunks."""
    assert example.chunks_that_fit(example.left(example.LONGER_HISTORY)) == (5, 68)


@pytest.mark.parametrize(
    ("ranks", "order"), [(0, []), (1, [1]), (3, [1, 3, 2]), (8, [1, 3, 5, 7, 8, 6, 4, 2])]
)
def test_best_at_the_edges(ranks: int, order: list[int]) -> None:
    """The best two stand at the two ends and the worst in the middle."""
    assert example.best_at_the_edges(ranks) == order


def test_cache() -> None:
    """A token takes 128 KiB, 8,192 of them exactly 1 GiB, and 4 GiB with 32 heads."""
    assert example.cache_bytes(1) == 2 * 32 * 8 * 128 * 2 == 131_072 == 128 * 1024
    assert example.cache_bytes(8192) == 2**30
    assert example.cache_bytes(8192, 32) == 4 * 2**30


def test_requests_at_once() -> None:
    """Forty free GiB hold forty caches of 1 GiB, and half as many of twice the length."""
    assert example.requests_at_once(8192) == 40
    assert example.requests_at_once(16_384) == 20
    assert example.requests_at_once(8192, 32) == 10


def test_scores() -> None:
    """Twice the context has four times the scores and twice the cache."""
    assert example.score_cells(16_384) == 4 * example.score_cells(8_192)
    assert example.cache_bytes(16_384) == 2 * example.cache_bytes(8_192)


def test_parts() -> None:
    """The parts of the figure fill the window to the last token."""
    assert sum(example.parts().values()) == example.WINDOW


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "window": "8,192",
        "reserved": "4,024",
        "left": "4,168",
        "chunk_with_overhead": "520",
        "chunks": "8",
        "chunk_tokens": "4,160",
        "spare": "8",
        "edge_order": "1 3 5 7 8 6 4 2",
        "cache_bytes_per_token": "131,072",
        "cache_kib_per_token": "128",
        "cache_gib": "1",
        "cache_gib_all_heads": "4",
        "cache_gib_doubled": "2",
        "free_gib": "40",
        "at_once": "40",
        "at_once_doubled": "20",
        "at_once_all_heads": "10",
        "scores_when_doubled": "4",
        "try_left": "2,668",
        "try_chunks": "5",
        "try_spare": "68",
    }


def test_figures() -> None:
    """The figures show seven parts of the window, and two lines marked at 8,192 tokens."""
    figures = example.figures()
    assert list(figures) == ["budget_figure", "cache_figure"]
    assert figures["budget_figure"].count("<rect") == 7
    assert "49\N{NO-BREAK SPACE}% of the window" in figures["budget_figure"]
    assert figures["cache_figure"].count("<circle") == 2

"""The size and price of an index, and the fusion of two rankings."""

import pytest

from examples import index_cost as example


def test_size() -> None:
    """800,000 vectors of 768 numbers of 4 bytes are 2.46 GB, and a quarter of it in bytes."""
    assert example.chunks() == 100_000 * 8
    assert example.gigabytes() == pytest.approx(800_000 * 768 * 4 / 1e9)
    assert example.gigabytes(1) == pytest.approx(example.gigabytes() / 4)


def test_price() -> None:
    """400 million tokens at 10 cents a million are 40 dollars."""
    assert example.dollars() == pytest.approx(400 * 0.10)


def test_fused_by_hand() -> None:
    """What both rankings hold beats what one of them ranks first: 1/61 + 1/63 against 1/61."""
    scores = example.fused(example.BY_WORDS, example.BY_MEANING)
    assert list(scores) == ["rate limit", "refunds", "invoices"]
    assert scores["rate limit"] == pytest.approx(1 / 61 + 1 / 63)
    assert scores["refunds"] == pytest.approx(1 / 61)


def test_fused_alone() -> None:
    """One ranking alone keeps its order."""
    assert list(example.fused("abc")) == ["a", "b", "c"]


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "chunks": "800,000",
        "gigabytes": "2.46",
        "gigabytes_bytes": "0.61",
        "tokens": "400",
        "dollars": "40",
        "first": "rate limit",
        "fused_refunds": "0.0164",
        "fused_rate_limit": "0.0323",
    }

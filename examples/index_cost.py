"""What an index of embeddings holds and costs, and how two rankings of it are fused.

Sizes, prices and rankings are invented; the formulas are not.
"""

from collections.abc import Sequence

DOCUMENTS = 100_000
CHUNKS_EACH = 8
CHUNK = 500  # tokens
NUMBERS = 768  # in one embedding
NUMBER_SIZE = 4  # bytes, 32-bit floating point
PRICE = 0.10  # dollars a million tokens embedded

CONSTANT = 60
"""The k of reciprocal rank fusion, as its authors set it (Cormack et al. 2009)."""
BY_WORDS = ("rate limit",)
BY_MEANING = ("refunds", "invoices", "rate limit")
"""Both for "when do i get my money back": by words only one chunk shares any of weight."""


def chunks() -> int:
    return DOCUMENTS * CHUNKS_EACH


def gigabytes(number_size: int = NUMBER_SIZE) -> float:
    """Size of the vectors alone, without texts and without what makes the search fast."""
    return chunks() * NUMBERS * number_size / 1e9


def dollars() -> float:
    """Price to embed every chunk once, and again for each change of the model."""
    return chunks() * CHUNK / 1e6 * PRICE


def fused(*rankings: Sequence[str]) -> dict[str, float]:
    """Sum of 1 / (k + rank) over the rankings that hold a chunk, best first."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, name in enumerate(ranking, 1):
            scores[name] = scores.get(name, 0) + 1 / (CONSTANT + rank)
    return dict(sorted(scores.items(), key=lambda item: -item[1]))


def results() -> dict[str, str]:
    scores = fused(BY_WORDS, BY_MEANING)
    return {
        "chunks": f"{chunks():,}",
        "gigabytes": f"{gigabytes():.2f}",
        "gigabytes_bytes": f"{gigabytes(1):.2f}",
        "tokens": f"{chunks() * CHUNK / 1e6:.0f}",
        "dollars": f"{dollars():.0f}",
        "first": next(iter(scores)),
        "fused_refunds": f"{scores['refunds']:.4f}",
        "fused_rate_limit": f"{scores['rate limit']:.4f}",
    }

"""E15: the merges, and the words that they cut."""

import pytest

from examples import byte_pair_encoding as example

LEARNT = example.learn()


def test_inputs() -> None:
    """The example starts from the four words that the page prints."""
    assert example.COUNTS == {"low": 5, "lower": 2, "newest": 6, "widest": 3}


def test_pair_counts() -> None:
    """In the letters e, s stand together 9 times, w, e 8 times and l, o 7 times."""
    words = {example.letters(word): count for word, count in example.COUNTS.items()}
    counts = example.pair_counts(words)
    found = {pair: counts[pair] for pair in [("e", "s"), ("s", "t"), ("w", "e"), ("l", "o")]}
    assert found == {("e", "s"): 9, ("s", "t"): 9, ("w", "e"): 8, ("l", "o"): 7}


def test_merges() -> None:
    """The five merges are e+s (9), es+t (9), est+end (9), l+o (7) and lo+w (7)."""
    assert LEARNT == {
        ("e", "s"): 9,
        ("es", "t"): 9,
        ("est", "·"): 9,
        ("l", "o"): 7,
        ("lo", "w"): 7,
    }
    assert list(LEARNT) == [("e", "s"), ("es", "t"), ("est", "·"), ("l", "o"), ("lo", "w")]


@pytest.mark.parametrize(
    ("pieces", "pair", "joined"),
    [
        ("aaa", ("a", "a"), ("aa", "a")),
        ("abab", ("a", "b"), ("ab", "ab")),
        ("ba", ("a", "b"), ("b", "a")),
    ],
)
def test_join(pieces: str, pair: example.Pair, joined: example.Pieces) -> None:
    """Pairs are joined from left to right, and no letter twice."""
    assert example.join(pieces, pair) == joined


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("low", "low ·"),
        ("lower", "low e r ·"),
        ("newest", "n e w est·"),
        ("widest", "w i d est·"),
        ("lowest", "low est·"),
        ("newer", "n e w e r ·"),
        ("estate", "est a t e ·"),
    ],
)
def test_split(word: str, pieces: str) -> None:
    """A word becomes the pieces that were learnt, and letters where none fits."""
    assert " ".join(example.split(word, LEARNT)) == pieces


def test_each_merge_shortens_by_its_count() -> None:
    """The text has 95 pieces before the merges, and 95 - 9 - 9 - 9 - 7 - 7 = 54 after them."""
    lengths = [example.length(list(LEARNT)[:merges]) for merges in range(6)]
    assert lengths == [95, 86, 77, 68, 61, 54]
    assert lengths[0] - sum(LEARNT.values()) == lengths[-1]


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "merge_1": "e + s",
        "merge_1_count": "9",
        "merge_2": "es + t",
        "merge_2_count": "9",
        "merge_3": "est + ·",
        "merge_3_count": "9",
        "merge_4": "l + o",
        "merge_4_count": "7",
        "merge_5": "lo + w",
        "merge_5_count": "7",
        "pieces_low": "low ·",
        "tokens_low": "2",
        "pieces_lower": "low e r ·",
        "tokens_lower": "4",
        "pieces_newest": "n e w est·",
        "tokens_newest": "4",
        "pieces_widest": "w i d est·",
        "tokens_widest": "4",
        "pieces_lowest": "low est·",
        "tokens_lowest": "2",
        "pieces_newer": "n e w e r ·",
        "tokens_newer": "6",
        "length_before": "95",
        "length_after": "54",
    }


def test_trees() -> None:
    """The trees of a word end in the pieces into which it is cut."""
    nodes = example.trees("lowest", LEARNT)
    assert tuple(node.piece for node in nodes) == example.split("lowest", LEARNT)
    assert [(node.level, node.merge) for node in nodes] == [(2, 5), (3, 3)]


def test_figures() -> None:
    """The tree has seven letters, five joined pieces and ten lines between them."""
    html = example.figures()["tree_figure"]
    assert html.count("<rect") == 7 + 5
    assert html.count("<line") == 2 * 5

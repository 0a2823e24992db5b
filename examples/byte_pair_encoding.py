"""E15: joining the most frequent neighbours, again and again, cuts words into known pieces."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from examples import figure as fig

Pieces = tuple[str, ...]
Pair = tuple[str, str]

COUNTS = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
"""How often each word occurs: the toy text of Sennrich, Haddow and Birch (2016)."""

END = "·"
"""Stands after each word's last letter, so that a piece knows whether a word ends with it."""

MERGES = 5
UNSEEN = ("lowest", "newer")


def letters(word: str) -> Pieces:
    return (*word, END)


def pair_counts(words: Mapping[Pieces, int]) -> Counter[Pair]:
    """How often two pieces stand side by side in all words."""
    counts: Counter[Pair] = Counter()
    for pieces, count in words.items():
        for pair in pairwise(pieces):
            counts[pair] += count
    return counts


def join(pieces: Iterable[str], pair: Pair) -> Pieces:
    """Make one piece of each occurrence of the pair, from left to right."""
    joined: list[str] = []
    for piece in pieces:
        if joined and (joined[-1], piece) == pair:
            joined[-1] += piece
        else:
            joined.append(piece)
    return tuple(joined)


def learn(counts: Mapping[str, int] = COUNTS, merges: int = MERGES) -> dict[Pair, int]:
    """Return each joined pair, in order, with its count at that time.

    Of equal counts the pair that was met first wins.
    """
    words = {letters(word): count for word, count in counts.items()}
    learnt = {}
    for _ in range(merges):
        found = pair_counts(words)
        pair = max(found, key=found.__getitem__)
        learnt[pair] = found[pair]
        words = {join(pieces, pair): count for pieces, count in words.items()}
    return learnt


def split(word: str, learnt: Iterable[Pair]) -> Pieces:
    """Cut a word, known or not, by joining its letters in the order that was learnt."""
    pieces = letters(word)
    for pair in learnt:
        pieces = join(pieces, pair)
    return pieces


def length(learnt: Iterable[Pair]) -> int:
    """How many pieces the whole text has."""
    merges = list(learnt)
    return sum(count * len(split(word, merges)) for word, count in COUNTS.items())


def results() -> dict[str, str]:
    learnt = learn()
    values = {}
    for place, (pair, count) in enumerate(learnt.items(), start=1):
        values[f"merge_{place}"] = " + ".join(pair)
        values[f"merge_{place}_count"] = str(count)
    for word in (*COUNTS, *UNSEEN):
        values[f"pieces_{word}"] = " ".join(split(word, learnt))
        values[f"tokens_{word}"] = str(len(split(word, learnt)))
    values["length_before"] = str(length([]))
    values["length_after"] = str(length(learnt))
    return values


def figures() -> dict[str, str]:
    return {"tree_figure": tree_figure()}


@dataclass(frozen=True)
class Node:
    """A piece in the drawing, the two that it was joined from, and the number of that merge."""

    piece: str
    x: float
    level: int = 0
    below: tuple["Node", ...] = ()
    merge: int = 0

    @property
    def y(self) -> float:
        return 236 - 64.0 * self.level


def above(left: Node, right: Node, merge: int) -> Node:
    level = 1 + max(left.level, right.level)
    return Node(left.piece + right.piece, (left.x + right.x) / 2, level, (left, right), merge)


def trees(word: str, learnt: Iterable[Pair]) -> list[Node]:
    """The word's pieces, each with all that it was joined from."""
    row = [Node(piece, 35.0 + 55 * place) for place, piece in enumerate(letters(word))]
    for merge, pair in enumerate(learnt, start=1):
        joined: list[Node] = []
        for node in row:
            if joined and (joined[-1].piece, node.piece) == pair:
                joined[-1] = above(joined[-1], node, merge)
            else:
                joined.append(node)
        row = joined
    return row


def drawn(node: Node, counts: Sequence[int]) -> list[str]:
    """The node's box, its merge and count, and everything below it."""
    count = counts[node.merge - 1] if node.merge else 0
    corner = (node.x - 22, node.y - 14)
    shapes = [fig.heat_cell(corner, (44, 28), count / max(counts), node.piece)]
    if count:
        label = f"{node.merge}: {count}×"
        shapes.append(fig.text(node.x - 26, node.y + 4.5, label, "hb-small", "end"))
    for child in node.below:
        shapes.append(fig.line((node.x, node.y + 14), (child.x, child.y - 14), "hb-axis"))
        shapes += drawn(child, counts)
    return shapes


def tree_figure() -> str:
    """How the learnt merges build an unseen word from its letters."""
    learnt = learn()
    word, counts = UNSEEN[0], list(learnt.values())
    rows = [
        [str(merge), " + ".join(pair), str(learnt[pair]), str(length(list(learnt)[:merge]))]
        for merge, pair in enumerate(learnt, start=1)
    ]
    return fig.figure(
        "byte-pair-tree",
        alt=f"A tree that joins the letters of {word} to the two pieces low and est.",
        desc="From the letters upwards: l and o make lo, lo and w make low; e and s make es, "
        "es and t make est, est and the end sign make the ending est.",
        height=256,
        shapes=[shape for node in trees(word, learnt) for shape in drawn(node, counts)],
        caption=f"The word {word} was never seen, yet {MERGES} merges make it of two known pieces.",
        data=fig.table(["Merge", "Pair", "Count", "Pieces in the text after it"], rows),
    )

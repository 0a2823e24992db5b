"""E3: word vectors from the company that words keep in eight short sentences."""

from collections.abc import Sequence
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from examples import figure as fig
from examples.tf_idf import scores

Matrix = NDArray[np.float64]

SENTENCES = (
    "cat drinks milk",
    "dog drinks milk",
    "cat chases mouse",
    "dog chases ball",
    "engine burns oil",
    "motor burns oil",
    "engine drives car",
    "motor drives car",
)
WORDS = tuple(sorted({word for sentence in SENTENCES for word in sentence.split()}))

ROWS_DRAWN = ("cat", "dog", "engine", "motor")
COLUMNS_DRAWN = ("drinks", "milk", "chases", "mouse", "ball", "burns", "oil", "drives", "car")


def co_occurrence(sentences: Sequence[str] = SENTENCES) -> Matrix:
    """How often two words share a sentence; symmetric, words in the order of `WORDS`."""
    counts = np.zeros((len(WORDS), len(WORDS)))
    for sentence in sentences:
        for word, other in permutations(sentence.split(), 2):
            counts[WORDS.index(word), WORDS.index(other)] += 1
    return counts


def ppmi(counts: Matrix) -> Matrix:
    """Positive pointwise mutual information in bits: log2(count * total / (row * column)) or 0."""
    sums = counts.sum(axis=1)
    ratio = counts * counts.sum() / np.outer(sums, sums)
    return np.asarray(np.log2(np.maximum(ratio, 1.0)), dtype=np.float64)


def embed(matrix: Matrix, rank: int) -> Matrix:
    """One row of `rank` numbers for each word: left singular vectors times singular values.

    The sign of a singular vector is arbitrary: its largest entry is made positive here.
    """
    vectors, sizes, _ = np.linalg.svd(matrix)
    largest = np.abs(vectors).argmax(axis=0)
    signs = np.sign(vectors[largest, np.arange(len(sizes))])
    return np.asarray((vectors * signs * sizes)[:, :rank], dtype=np.float64)


def kept(matrix: Matrix, rank: int) -> float:
    """Share of the squared norm that the first `rank` dimensions keep."""
    sizes = np.linalg.svd(matrix, compute_uv=False)
    return float((sizes[:rank] ** 2).sum() / (sizes**2).sum())


def cosine(matrix: Matrix, word: str, other: str) -> float:
    left, right = matrix[WORDS.index(word)], matrix[WORDS.index(other)]
    return float(left @ right / (np.linalg.norm(left) * np.linalg.norm(right)))


def value(matrix: Matrix, word: str, other: str) -> float:
    return float(matrix[WORDS.index(word), WORDS.index(other)])


def results() -> dict[str, str]:
    counts = co_occurrence()
    positive = ppmi(counts)
    rank_3, rank_2 = embed(positive, 3), embed(positive, 2)
    met = co_occurrence([*SENTENCES, "dog chases cat"])
    by_words = scores("motor", {sentence: sentence for sentence in SENTENCES})
    return {
        "words": str(len(WORDS)),
        "total": f"{counts.sum():.0f}",
        "count_cat_dog": f"{value(counts, 'cat', 'dog'):.0f}",
        "count_engine_motor": f"{value(counts, 'engine', 'motor'):.0f}",
        "raw_cat_dog": f"{cosine(counts, 'cat', 'dog'):.2f}",
        "raw_engine_motor": f"{cosine(counts, 'engine', 'motor'):.2f}",
        "raw_cat_milk": f"{cosine(counts, 'cat', 'milk'):.2f}",
        "raw_cat_engine": f"{cosine(counts, 'cat', 'engine'):.2f}",
        "raw_cat_dog_met": f"{cosine(met, 'cat', 'dog'):.2f}",
        "ppmi_cat_drinks": f"{value(positive, 'cat', 'drinks'):.3f}",
        "ppmi_cat_mouse": f"{value(positive, 'cat', 'mouse'):.3f}",
        "ppmi_cosine_cat_dog": f"{cosine(positive, 'cat', 'dog'):.3f}",
        "ppmi_cosine_engine_motor": f"{cosine(positive, 'engine', 'motor'):.3f}",
        "ppmi_cosine_milk_oil": f"{cosine(positive, 'milk', 'oil'):.3f}",
        "ppmi_cosine_cat_milk": f"{cosine(positive, 'cat', 'milk'):.3f}",
        "rank_3_cat_dog": f"{cosine(rank_3, 'cat', 'dog'):.3f}",
        "rank_3_engine_motor": f"{cosine(rank_3, 'engine', 'motor'):.3f}",
        "rank_3_mouse_ball": f"{cosine(rank_3, 'mouse', 'ball'):.3f}",
        "rank_3_cat_milk": f"{cosine(rank_3, 'cat', 'milk'):.3f}",
        "rank_3_milk_oil": f"{abs(cosine(rank_3, 'milk', 'oil')):.3f}",
        "rank_3_kept": f"{100 * kept(positive, 3):.1f}\N{NO-BREAK SPACE}%",
        "rank_2_cat_dog": f"{cosine(rank_2, 'cat', 'dog'):.3f}",
        "rank_2_engine_motor": f"{cosine(rank_2, 'engine', 'motor'):.3f}",
        "rank_2_milk_oil": f"{abs(cosine(rank_2, 'milk', 'oil')):.3f}",
        "rank_2_cat_milk": f"{cosine(rank_2, 'cat', 'milk'):.3f}",
        "rank_2_kept": f"{100 * kept(positive, 2):.1f}\N{NO-BREAK SPACE}%",
        "tf_idf_motor_engine_note": f"{by_words['engine burns oil']:.0f}",
    }


def figures() -> dict[str, str]:
    return {"ppmi_figure": ppmi_figure(), "plane_figure": plane_figure()}


def heat_map(title: str, top: float, matrix: Matrix, places: int) -> list[str]:
    """Four words down, the words beside them across, each cell with its number; 186 high."""
    left, width, height = 55, 38, 28
    largest = float(matrix.max())
    shapes = [fig.text(0, top + 14, title)]
    for column, word in enumerate(COLUMNS_DRAWN):
        x, y = left + width * column + 16, top + 66
        turn = f"rotate(-45 {fig.coordinate(x)} {fig.coordinate(y)})"
        shapes.append(f'<g transform="{turn}">{fig.text(x, y, word)}</g>')
    for row, word in enumerate(ROWS_DRAWN):
        y = top + 72 + height * row
        shapes.append(fig.text(0, y + height / 2 + 4, word))
        for column, other in enumerate(COLUMNS_DRAWN):
            cell = value(matrix, word, other)
            corner, size = (left + width * column, y), (width - 2, height - 2)
            label = f"{cell:.{places}f}" if cell else "0"
            shapes.append(fig.heat_cell(corner, size, cell / largest, label))
    return shapes


def ppmi_figure() -> str:
    """Counts and PPMI of four words with the words of their sentences."""
    counts = co_occurrence()
    positive = ppmi(counts)
    rows = [
        [
            other,
            *(
                fig.change(value(counts, word, other), value(positive, word, other), 2)
                for word in ROWS_DRAWN
            ),
        ]
        for other in COLUMNS_DRAWN
    ]
    return fig.figure(
        "embedding-ppmi",
        alt="Two tables of cat, dog, engine and motor by the words they share a note with.",
        desc="The rows of engine and motor are the same; the rows of cat and dog differ only in "
        "mouse and ball, which weigh most after the change from counts to PPMI.",
        height=382,
        shapes=[
            *heat_map("Notes shared", 0, counts, 0),
            *heat_map("The same as PPMI, in bits", 196, positive, 1),
        ],
        caption="Two words are alike when their rows are alike, even if they never share a note.",
        data=fig.table(["Beside: count → bits", *ROWS_DRAWN], rows),
    )


def plane_figure() -> str:
    """The household words as arrows in the plane of the first and third dimension."""
    vectors = embed(ppmi(co_occurrence()), 3)
    places: dict[fig.Point, list[str]] = {}
    for word, (x, _, y) in zip(WORDS, vectors, strict=True):
        places.setdefault((round(float(x), 2), round(float(y), 2)), []).append(word)
    machines = places.pop((0.0, 0.0))
    # Both axes have 80 units a step, so that angles are true.
    across, up = fig.scale((0, 4.6), (24, 392)), fig.scale((-2.1, 2.1), (344, 8))
    origin = across(0), up(0)
    shapes = [fig.line(origin, (392, up(0)), "hb-grid"), fig.circle(origin, "hb-mark-2")]
    for (x, y), words in places.items():
        tip = across(x), up(y)
        shapes += [
            fig.line(origin, tip, "hb-line-1"),
            fig.circle(tip, "hb-mark-1"),
            fig.text(tip[0] + 9, tip[1] + 5, ", ".join(words)),
        ]
    shapes.append(fig.text(24, 366, f"At the start: {', '.join(machines)}"))
    shown = ("cat", "dog", "milk", "mouse", "oil")
    rows = [
        [word, *(f"{abs(cosine(vectors, word, other)):.3f}" for other in shown)] for word in shown
    ]
    return fig.figure(
        "embedding-plane",
        alt="Seven household words as arrows, some of them on top of each other.",
        desc="Cat and dog share one arrow, drinks and milk another, mouse and ball a third; "
        "the six machine words stay at the start, because they point out of this plane.",
        height=376,
        shapes=shapes,
        caption="Words that keep the same company point the same way; what counts is the angle, "
        "not the place.",
        data=fig.table(["Cosine", *shown], rows),
    )

"""E5: attention on three tokens, an average whose weights come from comparing vectors.

The vectors are invented so that the weights are sixths; in a model they are learnt.
"""

from collections.abc import Sequence
from math import exp, log, sqrt

from examples import figure as fig

Vector = Sequence[float]

TOKENS = ("the", "model", "drifts")

QUERY = (1.0, 0.0, 0.0, 0.0)
"""What the last token looks for."""
KEYS = ((0.0, 0.0, 0.0, 0.0), (2 * log(2), 0.0, 0.0, 0.0), (2 * log(3), 0.0, 0.0, 0.0))
"""What each token offers to be found by."""
VALUES = ((6.0, 0.0), (0.0, 6.0), (6.0, 6.0))
"""What each token hands over."""

STRONGER_QUERY = (2.0, 0.0, 0.0, 0.0)

WIDE = 64
"""Numbers in a query or key of common size; the scores are divided by the root, 8."""


def dot(left: Vector, right: Vector) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def softmax(scores: Vector) -> list[float]:
    """Shares in proportion to exp(score); the largest score is taken off first, for range."""
    powers = [exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


def scaled_scores(query: Vector, keys: Sequence[Vector]) -> list[float]:
    """Query · key / sqrt(d_k), with d_k the length of both (Vaswani et al. 2017, 3.2.1)."""
    return [dot(query, key) / sqrt(len(query)) for key in keys]


def weighted_mean(weights: Vector, values: Sequence[Vector]) -> list[float]:
    return [dot(weights, column) for column in zip(*values, strict=True)]


def attend(query: Vector, keys: Sequence[Vector], values: Sequence[Vector]) -> list[float]:
    """softmax(Q Kᵀ / sqrt(d_k)) V for one query (Vaswani et al. 2017, equation 1)."""
    return weighted_mean(softmax(scaled_scores(query, keys)), values)


def causal_weights(scores: Sequence[Vector]) -> list[list[float]]:
    """Weights of each token when it may look at itself and at what stands before it.

    `scores` has a row for each token that looks; what is masked gets the weight 0.
    """
    return [
        [*softmax(row[:place]), *[0.0] * (len(row) - place)] for place, row in enumerate(scores, 1)
    ]


def results() -> dict[str, str]:
    scores = scaled_scores(QUERY, KEYS)
    mean = attend(QUERY, KEYS, VALUES)
    shuffled = attend(QUERY, KEYS[::-1], VALUES[::-1])
    even = causal_weights([[0.0] * 3] * 3)
    stronger = softmax(scaled_scores(STRONGER_QUERY, KEYS))
    sharper = weighted_mean(stronger, VALUES)
    values = {
        "output_x": f"{mean[0]:.2f}",
        "output_y": f"{mean[1]:.2f}",
        "shuffled_x": f"{shuffled[0]:.2f}",
        "shuffled_y": f"{shuffled[1]:.2f}",
        "even_row_1": f"{even[0][0]:.2f}",
        "even_row_2": f"{even[1][0]:.2f}",
        "even_row_3": f"{even[2][0]:.2f}",
        "wide_unscaled": f"{softmax([8.0, 0.0, 0.0])[0]:.4f}",
        "wide_scaled": f"{softmax([8.0 / sqrt(WIDE), 0.0, 0.0])[0]:.4f}",
        "try_output_x": f"{sharper[0]:.2f}",
        "try_output_y": f"{sharper[1]:.2f}",
    }
    for token, score, weight, sharp in zip(TOKENS, scores, softmax(scores), stronger, strict=True):
        values[f"score_{token}"] = f"{score:.4f}"
        values[f"weight_{token}"] = f"{weight:.4f}"
        values[f"try_weight_{token}"] = f"{sharp:.4f}"
    return values


def figures() -> dict[str, str]:
    return {"weights_figure": weights_figure(), "mask_figure": mask_figure()}


def sixths(weight: float) -> str:
    return f"{6 * weight:.0f}/6"


def point(vector: Vector) -> str:
    return "(" + ", ".join(f"{number:.0f}" for number in vector) + ")"


def ribbon(token: str, weight: float, start: float, end: float) -> list[str]:
    """From the query, its middle at `start`, to a token at `end`; 96 thick for a weight of 1."""
    half = 48 * weight
    corners = [(96, start - half), (236, end - half), (236, end + half), (96, start + half)]
    return [
        fig.path(corners, "hb-heat-2", closed=True),
        fig.text(166, (start + end) / 2 + 4.5, sixths(weight), anchor="middle"),
        fig.text(246, end + 5, token),
    ]


def weights_figure() -> str:
    """The weights as ribbons from the query to the three tokens, and the average they make."""
    scores = scaled_scores(QUERY, KEYS)
    weights, mean = softmax(scores), attend(QUERY, KEYS, VALUES)
    shapes = [
        fig.text(88, 104, "drifts", anchor="end"),
        fig.text(88, 122, "(query)", "hb-small", "end"),
        fig.text(392, 14, "value", anchor="end"),
    ]
    for place, (token, weight, value) in enumerate(zip(TOKENS, weights, VALUES, strict=True)):
        middle = 96 * (sum(weights[:place]) + weight / 2)
        end = 28 + 36 * place + middle
        shapes += ribbon(token, weight, 58 + middle, end)
        shapes.append(fig.text(392, end + 5, point(value), anchor="end"))
    terms = " + ".join(
        f"{sixths(weight)} {point(value)}" for weight, value in zip(weights, VALUES, strict=True)
    )
    shapes.append(fig.text(200, 226, f"{terms} = {point(mean)}", anchor="middle"))
    rows = [
        [token, f"{score:.4f}", f"{weight:.4f}", point(value)]
        for token, score, weight, value in zip(TOKENS, scores, weights, VALUES, strict=True)
    ]
    return fig.figure(
        "attention-weights",
        alt="Three ribbons from the query of one token to three tokens, as thick as its weights.",
        desc="The query belongs to the third token; its ribbons to the first, the second and to "
        f"itself weigh {', '.join(map(sixths, weights))}, and the values average to {point(mean)}.",
        height=236,
        shapes=shapes,
        caption="Attention is a weighted average: the output takes most from the token whose key "
        "fits the query best (invented vectors).",
        data=fig.table(["Token", "Scaled score", "Weight", "Value"], rows),
    )


def mask_figure() -> str:
    """Who may look at whom under the causal mask, with the weights for equal scores."""
    weights = causal_weights([[0.0] * 3] * 3)
    shares = ("1", "1/2", "1/3")
    left, width, height = 110, 90, 44
    shapes = [fig.text(0, 16, "Rows: the token that looks. Columns: at which one.")]
    for column, token in enumerate(TOKENS):
        shapes.append(fig.text(left + width * column + 44, 40, token, anchor="middle"))
    for row, token in enumerate(TOKENS):
        y = 50 + height * row
        shapes.append(fig.text(0, y + 26, token))
        for column, weight in enumerate(weights[row]):
            label = shares[row] if weight else "masked"
            corner, size = (left + width * column, y), (width - 2, height - 2)
            shapes.append(fig.heat_cell(corner, size, weight, label))
    rows = [
        [token, *(f"{weight:.2f}" for weight in row)]
        for token, row in zip(TOKENS, weights, strict=True)
    ]
    return fig.figure(
        "attention-mask",
        alt="A square of three tokens by three, of which the upper right triangle is masked.",
        desc="The first token gives all its weight to itself, the second shares it between two "
        "and the third among three.",
        height=186,
        shapes=shapes,
        caption="Under the causal mask a token sees itself and what stands before it, never what "
        "comes next.",
        data=fig.table(["Token", *TOKENS], rows),
    )

"""What a token costs in a transformer, and the length at which attention costs more than the rest.

Operations for one token forward: 2N, plus 2 × layers × context × width for attention, with
N = 12 × layers × width² parameters without embeddings (Kaplan et al. 2020, section 2.1).
The second is a mean over the text: comparing and taking over a value are 4 × width for each token
in view, and under a mask that is half of the text on average.
"""

from examples import figure as fig

LAYERS, WIDTH = 32, 4096
"""A model of a common shape."""
LENGTHS = (1024, 8192, 32768, 131072)
BYTES = 2  # for a weight in half precision


def parameters(layers: int, width: int) -> int:
    """Weights of all layers, without embeddings: 4 width² for attention, 8 for the rest."""
    return 12 * layers * width**2


def operations(layers: int, width: int, context: int) -> int:
    """Multiplications and additions for one token forward, in a text of so many."""
    return 2 * parameters(layers, width) + 2 * layers * context * width


def attention_share(width: int, context: int) -> float:
    """The part of these that compares tokens; the number of layers cancels out."""
    return context / (context + 12 * width)


def even_length(width: int) -> int:
    """Tokens of text at which comparing them takes as much as all weights."""
    return 12 * width


def results() -> dict[str, str]:
    first, last = LENGTHS[0], LENGTHS[-1]
    token_ratio = operations(LAYERS, WIDTH, last) / operations(LAYERS, WIDTH, first)
    values = {
        "layers": str(LAYERS),
        "width": f"{WIDTH:,}",
        "billion": f"{parameters(LAYERS, WIDTH) / 1e9:.1f}",
        "gigabytes": f"{BYTES * parameters(LAYERS, WIDTH) / 1e9:.1f}",
        "even_length": f"{even_length(WIDTH):,}",
        "try_even_length": f"{even_length(WIDTH // 2):,}",
        "try_share": f"{100 * attention_share(WIDTH // 2, 8192):.0f}",
        "token_ratio": f"{token_ratio:.1f}",
        "prompt_ratio": f"{token_ratio * last / first:.0f}",
    }
    for length in LENGTHS:
        values[f"share_{length}"] = f"{100 * attention_share(WIDTH, length):.1f}"
    return values


def figures() -> dict[str, str]:
    return {"cost_figure": cost_figure()}


def bar(length: int, top: float) -> list[str]:
    """The operations of one token, those of the weights first; 48 high."""
    across = fig.scale((0, operations(LAYERS, WIDTH, LENGTHS[-1])), (8, 312))
    weights, all_of_it = (across(operations(LAYERS, WIDTH, context)) for context in (0, length))
    total = f"{operations(LAYERS, WIDTH, length) / 1e9:.1f}"
    return [
        fig.text(8, top + 14, f"{length:,} tokens of text"),
        fig.rect((8, top + 20), (weights - 8, 20), "hb-heat-2"),
        fig.rect((weights, top + 20), (all_of_it - weights, 20), "hb-mark-2"),
        fig.text(all_of_it + 8, top + 35, total),
    ]


def cost_figure() -> str:
    """The cost of one token at four lengths, split into weights and attention."""
    shapes = [shape for row, length in enumerate(LENGTHS) for shape in bar(length, 52 * row)]
    shapes += [
        fig.text(8, 226, "Billion operations for one token"),
        *fig.legend((8, 248), (104, 0), {"hb-heat-2": "weights", "hb-mark-2": "comparing tokens"}),
    ]
    rows = [
        [
            f"{length:,}",
            f"{2 * parameters(LAYERS, WIDTH) / 1e9:.1f}",
            f"{2 * LAYERS * length * WIDTH / 1e9:.1f}",
            f"{100 * attention_share(WIDTH, length):.1f} %",
        ]
        for length in LENGTHS
    ]
    return fig.figure(
        "attention-cost",
        alt="Four bars of the cost of one token, of which the part for comparing tokens grows.",
        desc="The part for the weights is the same in all four bars; the part for comparing "
        "tokens can hardly be seen in the first and is the larger one in the last.",
        height=262,
        shapes=shapes,
        caption="The weights cost the same for each token; comparing it with the text "
        f"overtakes them beyond {even_length(WIDTH):,} tokens.",
        data=fig.table(["Tokens of text", "Weights", "Comparing", "Share of comparing"], rows),
    )

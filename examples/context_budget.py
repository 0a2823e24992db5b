"""E11: what fits into a context window, in which order, and what it costs in memory.

The window, its shares and the model are invented; the formulas are not.
"""

from collections.abc import Mapping

from examples import figure as fig

WINDOW = 8192  # tokens, in and out together
RESERVED = {
    "System prompt": 600,
    "Tool descriptions": 800,
    "History": 1500,
    "Question": 100,
    "Answer": 1024,
}
"""Tokens that are taken before the first chunk comes in."""
LONGER_HISTORY = RESERVED | {"History": 3000}

CHUNK = 500  # tokens
OVERHEAD = 20  # tokens around each chunk: its title, its source, a separator

LAYERS = 32
KV_HEADS = 8
"""Heads that keep keys and values; here four of the heads that ask share one of them."""
QUERY_HEADS = 32
HEAD_SIZE = 128  # numbers in a key or a value
NUMBER_SIZE = 2  # bytes, 16-bit floating point
GIB = 2**30  # bytes
FREE = 40 * GIB  # memory of a machine beside the weights


def left(reserved: Mapping[str, int] = RESERVED) -> int:
    """Tokens left for chunks."""
    return WINDOW - sum(reserved.values())


def chunks_that_fit(tokens: int) -> tuple[int, int]:
    """Whole chunks that fit with their overhead, and the tokens to spare."""
    return divmod(tokens, CHUNK + OVERHEAD)


def best_at_the_edges(ranks: int) -> list[int]:
    """Ranks 1 to `ranks` in an order that puts the worst in the middle.

    Models used what stands there least (Liu et al. 2024).
    """
    return [*range(1, ranks + 1, 2), *reversed(range(2, ranks + 1, 2))]


def cache_bytes(tokens: int, kv_heads: int = KV_HEADS) -> int:
    """Key-value cache of one request: key and value, for each layer, head, number and token.

    The product of Kwon et al. (2023), section 3, with heads times head size for the hidden size.
    """
    return 2 * LAYERS * kv_heads * HEAD_SIZE * NUMBER_SIZE * tokens


def requests_at_once(tokens: int, kv_heads: int = KV_HEADS) -> int:
    """Requests of this length whose caches fit into the free memory together."""
    return FREE // cache_bytes(tokens, kv_heads)


def score_cells(tokens: int) -> int:
    """Cells in the score matrix of one attention head: each token meets each token."""
    return tokens**2


def results() -> dict[str, str]:
    chunks, spare = chunks_that_fit(left())
    try_chunks, try_spare = chunks_that_fit(left(LONGER_HISTORY))
    return {
        "window": f"{WINDOW:,}",
        "reserved": f"{sum(RESERVED.values()):,}",
        "left": f"{left():,}",
        "chunk_with_overhead": f"{CHUNK + OVERHEAD}",
        "chunks": str(chunks),
        "chunk_tokens": f"{chunks * (CHUNK + OVERHEAD):,}",
        "spare": str(spare),
        "edge_order": " ".join(map(str, best_at_the_edges(chunks))),
        "cache_bytes_per_token": f"{cache_bytes(1):,}",
        "cache_kib_per_token": f"{cache_bytes(1) / 1024:.0f}",
        "cache_gib": f"{cache_bytes(WINDOW) / GIB:g}",
        "cache_gib_all_heads": f"{cache_bytes(WINDOW, QUERY_HEADS) / GIB:g}",
        "cache_gib_doubled": f"{cache_bytes(2 * WINDOW) / GIB:g}",
        "free_gib": f"{FREE / GIB:g}",
        "at_once": str(requests_at_once(WINDOW)),
        "at_once_doubled": str(requests_at_once(2 * WINDOW)),
        "at_once_all_heads": str(requests_at_once(WINDOW, QUERY_HEADS)),
        "scores_when_doubled": f"{score_cells(2 * WINDOW) / score_cells(WINDOW):g}",
        "try_left": f"{left(LONGER_HISTORY):,}",
        "try_chunks": str(try_chunks),
        "try_spare": str(try_spare),
    }


def figures() -> dict[str, str]:
    return {"budget_figure": budget_figure(), "cache_figure": cache_figure()}


def parts() -> dict[str, int]:
    """The window from its first token to its last: chunks come before the question."""
    chunks, spare = chunks_that_fit(left())
    before = {name: RESERVED[name] for name in ("System prompt", "Tool descriptions", "History")}
    after = {name: RESERVED[name] for name in ("Question", "Answer")}
    return before | {f"{chunks} chunks": left() - spare} | after | {"Spare": spare}


def budget_figure() -> str:
    """The window as one upright bar, from its first token down to its last."""
    down = fig.scale((0, WINDOW), (24, 324))
    classes = ("hb-mark-4", "hb-mark-3", "hb-mark-2", "hb-mark-1", "hb-mark-4", "hb-mark-3")
    shapes, rows, now = [fig.text(392, 14, "tokens", anchor="end")], [], 0
    for (name, tokens), filled in zip(parts().items(), (*classes, "hb-heat-1"), strict=True):
        top, bottom = down(now), down(now + tokens)
        now += tokens
        middle = (top + bottom) / 2 + 5
        shapes += [
            fig.rect((8, top), (72, max(0.3, bottom - top - 1)), filled),
            fig.text(92, middle, name),
            fig.text(392, middle, f"{tokens:,}", anchor="end"),
        ]
        rows.append([name, f"{tokens:,}", f"{100 * tokens / WINDOW:.1f} %"])
    shapes.append(fig.line((8, 24), (8, 324), "hb-axis"))
    chunks, spare = chunks_that_fit(left())
    return fig.figure(
        "context-budget",
        alt=f"A bar of {WINDOW:,} tokens, cut into what is reserved, the chunks and what is spare.",
        desc=f"System prompt, tools and history come first, then {chunks} chunks, the question and "
        f"room for the answer; {spare} tokens are spare.",
        height=336,
        shapes=shapes,
        caption=f"{100 * sum(RESERVED.values()) / WINDOW:.0f}\N{NO-BREAK SPACE}% of the window is "
        f"taken before the first chunk comes in, and {chunks} chunks fill the rest (illustrative "
        "sizes).",
        data=fig.table(["Part", "Tokens", "Share"], rows),
    )


def cache_figure() -> str:
    """Memory for keys and values against the length of the context."""
    longest = 4 * WINDOW
    across, up = fig.scale((0, longest), (48, 368)), fig.scale((0, 16), (220, 12))
    shapes = fig.levels(up, (48, 368), {level: str(level) for level in (0, 4, 8, 12, 16)})
    shapes += [
        fig.text(across(tokens), 240, f"{tokens:,}", anchor="middle")
        for tokens in (0, WINDOW, 2 * WINDOW, longest)
    ]
    for heads, line, beside, anchor, label_at in (
        (QUERY_HEADS, "hb-line-2 hb-dash-2", -8, "end", 14.2),
        (KV_HEADS, "hb-line-1", 8, "start", 4.6),
    ):
        end = up(cache_bytes(longest, heads) / GIB)
        here = cache_bytes(WINDOW, heads) / GIB
        shapes += [
            fig.line((across(0), up(0)), (across(longest), end), line),
            fig.circle((across(WINDOW), up(here)), f"hb-mark-{line[8]}"),
            fig.text(across(WINDOW) + beside, up(here) - 11, f"{here:g} GiB", anchor=anchor),
            fig.text(across(27500), up(label_at), f"{heads} heads", anchor="end"),
        ]
    shapes += [
        fig.line((48, 220), (368, 220), "hb-axis"),
        fig.text(208, 262, "Tokens in the context", anchor="middle"),
        fig.text(56, 30, "GiB for one request"),
    ]
    rows = [
        [f"{tokens:,}", *(f"{cache_bytes(tokens, heads) / GIB:g}" for heads in (8, 32))]
        for tokens in (WINDOW, 2 * WINDOW, 3 * WINDOW, longest)
    ]
    return fig.figure(
        "context-cache",
        alt="Two straight lines: memory for keys and values against the tokens in the context.",
        desc=f"With {KV_HEADS} heads that keep keys and values, {WINDOW:,} tokens take "
        f"{cache_bytes(WINDOW) / GIB:g} GiB; with {QUERY_HEADS} they take "
        f"{cache_bytes(WINDOW, QUERY_HEADS) / GIB:g}.",
        height=270,
        shapes=shapes,
        caption="Every token in the context is paid for in memory, for each request and for as "
        "long as it runs.",
        data=fig.table(["Tokens", "GiB, 8 heads", "GiB, 32 heads"], rows),
    )

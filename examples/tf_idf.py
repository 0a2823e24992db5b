"""E2: four short notes, weighted so that a rare word says more than a common one."""

from collections.abc import Callable, Mapping, Sequence
from math import log, log2, sqrt

from examples import explorer
from examples import figure as fig

Weights = dict[str, float]

NOTES = {
    "d1": "the model reads the data",
    "d2": "the data drifts",
    "d3": "the model drifts",
    "d4": "the user reads the report",
}
TERMS = ("the", "model", "reads", "data", "drifts", "user", "report")


def document_frequency(term: str, notes: Sequence[str]) -> int:
    """In how many notes the term occurs at all."""
    return sum(term in note.split() for note in notes)


def idf_log2(term: str, notes: Sequence[str]) -> float:
    """log2(N / df) in bits, after Spärck Jones (1972); zero for a term of every note or of none."""
    found = document_frequency(term, notes)
    return log2(len(notes) / found) if found else 0.0


def idf_smoothed(term: str, notes: Sequence[str]) -> float:
    """ln((1 + N) / (1 + df)) + 1, scikit-learn's default; zero for a term of no note."""
    found = document_frequency(term, notes)
    return log((1 + len(notes)) / (1 + found)) + 1 if found else 0.0


Idf = Callable[[str, Sequence[str]], float]


def weights(words: str, notes: Sequence[str], idf: Idf = idf_log2) -> Weights:
    """Count in `words` times the term's idf in `notes`."""
    return {term: words.split().count(term) * idf(term, notes) for term in words.split()}


def norm(vector: Mapping[str, float]) -> float:
    return sqrt(sum(value**2 for value in vector.values()))


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Zero when one side has no weight at all, as a search engine would score it."""
    scale = norm(left) * norm(right)
    shared = sum(value * right.get(term, 0.0) for term, value in left.items())
    return shared / scale if scale else 0.0


def scores(query: str, notes: Mapping[str, str] = NOTES, idf: Idf = idf_log2) -> dict[str, float]:
    """Cosine of the query with each note."""
    texts = list(notes.values())
    asked = weights(query, texts, idf)
    return {name: cosine(asked, weights(note, texts, idf)) for name, note in notes.items()}


def shares(query: str, notes: Mapping[str, str] = NOTES, idf: Idf = idf_log2) -> dict[str, Weights]:
    """For each note what each word of the query adds to its score."""
    texts = list(notes.values())
    asked = weights(query, texts, idf)
    found = {}
    for name, note in notes.items():
        vector = weights(note, texts, idf)
        scale = norm(asked) * norm(vector)
        found[name] = {
            term: value * vector.get(term, 0.0) / scale if scale else 0.0
            for term, value in asked.items()
        }
    return found


def results() -> dict[str, str]:
    texts = list(NOTES.values())
    values = {f"idf_{term}": f"{idf_log2(term, texts):.0f}" for term in TERMS}
    values["sklearn_idf_the"] = f"{idf_smoothed('the', texts):.0f}"
    values["norm_d4"] = f"{norm(weights(NOTES['d4'], texts)):.0f}"
    for query in ("model drifts", "the report", "the", "model drift", "model report"):
        name = query.replace(" ", "_")
        for note, score in scores(query).items():
            values[f"{name}_{note}"] = f"{score:.4f}"
        for note, score in scores(query, idf=idf_smoothed).items():
            values[f"sklearn_{name}_{note}"] = f"{score:.4f}"
    return values


def figures() -> dict[str, str]:
    return {"weights_figure": weights_figure(), "ranking_figure": ranking_figure()}


def explorers() -> dict[str, str]:
    return {"ranking_explorer": ranking_explorer()}


def heat_map(title: str, top: float, cells: Mapping[str, Weights]) -> list[str]:
    """Notes down, terms across, each cell with its number; 150 high."""
    left, width, height = 32, 52, 28
    shapes = [fig.text(0, top + 14, title)]
    for column, term in enumerate(TERMS):
        middle = left + width * column + width / 2
        shapes.append(fig.text(middle, top + 34, term, anchor="middle"))
    for row, (note, vector) in enumerate(cells.items()):
        y = top + 40 + height * row
        shapes.append(fig.text(0, y + height / 2 + 4, note))
        for column, term in enumerate(TERMS):
            value = vector.get(term, 0.0)
            corner, size = (left + width * column, y), (width - 2, height - 2)
            shapes.append(fig.heat_cell(corner, size, value / 2, f"{value:.0f}"))
    return shapes


def weights_figure() -> str:
    """The document-term table before and after the idf."""
    texts = list(NOTES.values())
    counts = {name: weights(note, texts, lambda _term, _notes: 1.0) for name, note in NOTES.items()}
    weighted = {name: weights(note, texts) for name, note in NOTES.items()}
    rows = [
        [
            term,
            f"{idf_log2(term, texts):.0f}",
            *(fig.change(counts[note].get(term, 0), weighted[note].get(term, 0)) for note in NOTES),
        ]
        for term in TERMS
    ]
    return fig.figure(
        "tf-idf-weights",
        alt="Two tables of the four notes by seven words: counts, then counts times rarity.",
        desc="In the counts the strongest cells are those of the word the; after weighting they "
        "are zero, and user and report are strongest.",
        height=324,
        shapes=[
            *heat_map("How often each word occurs", 0, counts),
            *heat_map("The same, times the word's rarity (idf)", 168, weighted),
        ],
        caption="Rarity weighting silences the word that every note has and doubles the words "
        "that one note has.",
        data=fig.table(["Word: count → weight", "idf", *NOTES], rows),
    )


def ranking_figure() -> str:
    """The scores of the notes for one query, each bar cut into what its words add."""
    query = "model drifts"
    first, second = query.split()
    found = shares(query)
    ranked = sorted(found, key=lambda note: -sum(found[note].values()))
    across = fig.scale((0, 1), (32, 352))
    shapes = []
    for place, note in enumerate(ranked):
        y = 8 + 40.0 * place
        shapes.append(fig.text(0, y + 20, note))
        start = 0.0
        for term, fill in ((first, "hb-mark-1"), (second, "hb-mark-2")):
            end = start + found[note][term]
            if end > start:
                shapes.append(fig.rect((across(start), y), (across(end) - across(start), 30), fill))
                middle = across((start + end) / 2)
                shapes.append(fig.text(middle, y + 20, term, "hb-on-heat", "middle"))
            start = end
        shapes.append(fig.text(across(start) + 6, y + 20, f"{start:.2f}"))
    shapes.append(fig.line((32, 4), (32, 166), "hb-axis"))
    rows = [
        [
            note,
            *(f"{found[note][term]:.2f}" for term in (first, second)),
            f"{sum(found[note].values()):.2f}",
        ]
        for note in ranked
    ]
    return fig.figure(
        "tf-idf-ranking",
        alt=f"Bars of the four notes' scores for the query {query}, cut into its two words.",
        desc="The bar of d3 has a part for each word and reaches 1; d2 has drifts alone, d1 model "
        "alone, and d4 has no bar.",
        height=172,
        shapes=shapes,
        caption="A score is the sum of what each shared word adds, so a miss can be explained "
        "word by word.",
        data=fig.table(["Note", first, second, "Score"], rows),
    )


def ranking_explorer() -> str:
    """The ranking of the notes, with a query and texts that the reader types."""
    rows = [
        f'<li><span data-part="row-{place}"></span>'
        + explorer.picture(12, [explorer.window(((0, 1), (0, 1)), (0, 0), (400, 12), bar)])
        + "</li>"
        for place in range(len(NOTES))
        for bar in [[explorer.drawn(f"bar-{place}-{at}", f"hb-mark-{at + 1}") for at in range(4)]]
    ]
    return explorer.explorer(
        "ranking",
        title="Try your own query.",
        hint="Take a letter from a word, or write a word into every note, and notice which words "
        "stop counting; then choose the other formula.",
        given={"colours": 4},
        parts=[
            explorer.words("query", "Query", "model drifts"),
            *(explorer.words(name, name, note) for name, note in NOTES.items()),
            explorer.choice(
                "idf",
                "Rarity",
                {"log2": "log2(N / df)", "smoothed": "ln((1 + N) / (1 + df)) + 1, scikit-learn"},
                "log2",
            ),
            f'<ol class="hb-ranking">{"".join(rows)}</ol>',
        ],
    )

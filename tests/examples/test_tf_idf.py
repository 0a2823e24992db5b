"""E2: the numbers of the four weighted notes."""

import pytest

from examples import tf_idf as example

TEXTS = list(example.NOTES.values())


def test_inputs() -> None:
    """The example starts from the four notes that the page prints."""
    assert TEXTS == [
        "the model reads the data",
        "the data drifts",
        "the model drifts",
        "the user reads the report",
    ]


@pytest.mark.parametrize(
    ("term", "found", "idf"),
    [
        ("the", 4, 0),
        ("model", 2, 1),
        ("reads", 2, 1),
        ("data", 2, 1),
        ("drifts", 2, 1),
        ("user", 1, 2),
        ("report", 1, 2),
    ],
)
def test_idf(term: str, found: int, idf: int) -> None:
    """A word of every note weighs 0, of two notes 1, of one note 2."""
    assert example.document_frequency(term, TEXTS) == found
    assert example.idf_log2(term, TEXTS) == idf


def test_norms() -> None:
    """The notes have lengths sqrt 3, sqrt 2, sqrt 2 and 3."""
    assert [example.norm(example.weights(text, TEXTS)) for text in TEXTS] == pytest.approx(
        [3**0.5, 2**0.5, 2**0.5, 3]
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("model drifts", [1 / 6**0.5, 0.5, 1, 0]),
        ("the report", [0, 0, 0, 2 / 3]),
        ("the", [0, 0, 0, 0]),
        ("vehicle", [0, 0, 0, 0]),
        ("model drift", [1 / 3**0.5, 0, 1 / 2**0.5, 0]),
        ("model report", [1 / 15**0.5, 0, 1 / 10**0.5, 4 / 45**0.5]),
    ],
)
def test_log2_scores(query: str, expected: list[float]) -> None:
    """With log2 a word of every note counts for nothing, and so does an unknown one."""
    assert list(example.scores(query).values()) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("model drifts", [0.3244, 0.4529, 0.9057, 0]),
        ("the report", [0.2809, 0.1961, 0.1961, 0.7109]),
        ("the", [0.6072, 0.4239, 0.4239, 0.5418]),
        ("vehicle", [0, 0, 0, 0]),
    ],
)
def test_smoothed_scores(query: str, expected: list[float]) -> None:
    """With scikit-learn's default a word of every note still ranks the notes."""
    found = example.scores(query, idf=example.idf_smoothed)
    assert list(found.values()) == pytest.approx(expected, abs=5e-5)


def test_shares_add_up() -> None:
    """What the words of a query add to a note's score is that score."""
    shares = example.shares("model drifts")
    assert shares["d3"] == pytest.approx({"model": 0.5, "drifts": 0.5})
    sums = {note: sum(added.values()) for note, added in shares.items()}
    assert sums == pytest.approx(example.scores("model drifts"))


def test_smoothed_idf_of_a_common_word() -> None:
    """scikit-learn's default gives a word of every note the weight 1, not 0."""
    assert example.idf_smoothed("the", TEXTS) == 1


def test_results() -> None:
    """The page prints these strings."""
    values = example.results()
    assert {name: text for name, text in values.items() if "idf" in name or "norm" in name} == {
        "idf_the": "0",
        "idf_model": "1",
        "idf_reads": "1",
        "idf_data": "1",
        "idf_drifts": "1",
        "idf_user": "2",
        "idf_report": "2",
        "sklearn_idf_the": "1",
        "norm_d4": "3",
    }
    assert [values[f"model_drifts_d{note}"] for note in (3, 2, 1, 4)] == [
        "1.0000",
        "0.5000",
        "0.4082",
        "0.0000",
    ]
    assert [values[f"sklearn_model_drifts_d{note}"] for note in (3, 2, 1, 4)] == [
        "0.9057",
        "0.4529",
        "0.3244",
        "0.0000",
    ]
    assert [values[f"the_report_d{note}"] for note in (4, 1, 2, 3)] == [
        "0.6667",
        "0.0000",
        "0.0000",
        "0.0000",
    ]
    assert [values[f"sklearn_the_report_d{note}"] for note in (4, 1, 2, 3)] == [
        "0.7109",
        "0.2809",
        "0.1961",
        "0.1961",
    ]

    assert [values[f"model_drift_d{note}"] for note in (3, 1, 2)] == ["0.7071", "0.5774", "0.0000"]
    assert [values[f"model_report_d{note}"] for note in (4, 3, 1)] == ["0.5963", "0.3162", "0.2582"]


def test_ranking() -> None:
    """The four parts of three bars are drawn, and no bar for the note without a shared word."""
    html = example.figures()["ranking_figure"]
    assert html.count("<rect") == 4
    assert html.index(">d3<") < html.index(">d2<") < html.index(">d1<") < html.index(">d4<")


def test_figures() -> None:
    """The figure has two tables of four notes by seven words."""
    html = example.figures()["weights_figure"]
    assert html.count("<rect") == 2 * 4 * 7
    assert html.count("hb-heat-5") == 4

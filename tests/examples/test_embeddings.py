"""E3: the numbers of the word vectors."""

import numpy as np
import pytest

from examples import embeddings as example

COUNTS = example.co_occurrence()
PPMI = example.ppmi(COUNTS)


def test_counts() -> None:
    """The total is 48, every main word has 4, and cat and dog never meet."""
    sums = dict(zip(example.WORDS, COUNTS.sum(axis=1), strict=True))
    assert COUNTS.sum() == 48
    assert {word: total for word, total in sums.items() if total != 4} == {"ball": 2, "mouse": 2}
    assert example.value(COUNTS, "cat", "dog") == 0
    assert example.value(COUNTS, "engine", "motor") == 0
    assert (COUNTS == COUNTS.T).all()


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("cat", "dog", 0.75),
        ("engine", "motor", 1),
        ("cat", "milk", 1 / 6**0.5),
        ("cat", "engine", 0),
    ],
)
def test_raw_cosines(word: str, other: str, expected: float) -> None:
    """Cat and dog share three of four context words, engine and motor all, cat and engine none."""
    assert example.cosine(COUNTS, word, other) == pytest.approx(expected)


def test_ppmi() -> None:
    """PPMI is log2(48 / 16) for cat and drinks, log2(48 / 8) for cat and mouse, 0 for strangers."""
    assert example.value(PPMI, "cat", "drinks") == pytest.approx(np.log2(3))
    assert example.value(PPMI, "cat", "mouse") == pytest.approx(np.log2(6))
    assert example.value(PPMI, "cat", "oil") == 0
    assert example.cosine(PPMI, "cat", "dog") == pytest.approx(0.530, abs=5e-4)


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("cat", "dog", 1),
        ("engine", "motor", 1),
        ("mouse", "ball", 1),
        ("cat", "milk", 0.841),
        ("milk", "oil", 0),
    ],
)
def test_rank_3_cosines(word: str, other: str, expected: float) -> None:
    """Three numbers a word keep the two themes apart and cat apart from milk."""
    assert example.cosine(example.embed(PPMI, 3), word, other) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("cat", "dog", 1),
        ("engine", "motor", 1),
        ("cat", "milk", 1),
        ("mouse", "drinks", 1),
        ("milk", "oil", 0),
    ],
)
def test_rank_2_cosines(word: str, other: str, expected: float) -> None:
    """Two numbers a word are too few: all household words fall on one line."""
    assert example.cosine(example.embed(PPMI, 2), word, other) == pytest.approx(expected, abs=5e-4)


def test_kept() -> None:
    """Rank 3 keeps 56.5 % of the squared norm, full rank all of it."""
    assert example.kept(PPMI, 3) == pytest.approx(0.565, abs=5e-4)
    assert example.kept(PPMI, len(example.WORDS)) == pytest.approx(1)


def test_ranks_are_cut_at_a_gap() -> None:
    """The singular values after rank 2 and rank 3 are smaller, so both cuts are well defined."""
    sizes = np.linalg.svd(PPMI, compute_uv=False)
    assert sizes[1] > sizes[2] + 0.1
    assert sizes[2] > sizes[3] + 0.1


def test_sign_convention() -> None:
    """The largest entry of each dimension is positive, whatever the library returns."""
    vectors = example.embed(PPMI, 3)
    assert (vectors[np.abs(vectors).argmax(axis=0), range(3)] > 0).all()


def test_meeting_is_not_likeness() -> None:
    """Adding "dog chases cat" lets cat and dog meet and leaves their raw cosine at 0.75."""
    met = example.co_occurrence([*example.SENTENCES, "dog chases cat"])
    assert example.value(met, "cat", "dog") == 1
    assert example.cosine(met, "cat", "dog") == pytest.approx(0.75)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "words": "13",
        "total": "48",
        "count_cat_dog": "0",
        "count_engine_motor": "0",
        "raw_cat_dog": "0.75",
        "raw_engine_motor": "1.00",
        "raw_cat_milk": "0.41",
        "raw_cat_engine": "0.00",
        "raw_cat_dog_met": "0.75",
        "ppmi_cat_drinks": "1.585",
        "ppmi_cat_mouse": "2.585",
        "ppmi_cosine_cat_dog": "0.530",
        "ppmi_cosine_engine_motor": "1.000",
        "ppmi_cosine_milk_oil": "0.000",
        "ppmi_cosine_cat_milk": "0.318",
        "rank_3_cat_dog": "1.000",
        "rank_3_engine_motor": "1.000",
        "rank_3_mouse_ball": "1.000",
        "rank_3_cat_milk": "0.841",
        "rank_3_milk_oil": "0.000",
        "rank_3_kept": "56.5\N{NO-BREAK SPACE}%",
        "rank_2_cat_dog": "1.000",
        "rank_2_engine_motor": "1.000",
        "rank_2_milk_oil": "0.000",
        "rank_2_cat_milk": "1.000",
        "rank_2_kept": "47.9\N{NO-BREAK SPACE}%",
        "tf_idf_motor_engine_note": "0",
    }


def test_plane() -> None:
    """In the plane words of the same company fall together, and the machines on the start."""
    html = example.figures()["plane_figure"]
    labels = ("ball, mouse", "cat, dog", "chases", "drinks, milk")
    assert all(f">{label}</text>" in html for label in labels)
    assert "burns, car, drives, engine, motor, oil" in html
    assert html.count("hb-line-1") == len(labels)


def test_figures() -> None:
    """The figure has two tables of four words by nine, and only mouse and ball are strongest."""
    html = example.figures()["ppmi_figure"]
    assert html.count("<rect") == 2 * 4 * 9
    assert html.count("hb-heat-5") == 2

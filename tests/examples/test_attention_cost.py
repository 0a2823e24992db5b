"""The cost of a token in a transformer."""

import pytest

from examples import attention_cost as example


def test_parameters_by_hand() -> None:
    """12 × 32 × 4,096² are 6.4 thousand million weights."""
    assert example.parameters(32, 4096) == 12 * 32 * 16_777_216 == 6_442_450_944


def test_share_by_hand() -> None:
    """8,192 of 8,192 + 49,152 is one seventh."""
    assert example.attention_share(4096, 8192) == pytest.approx(1 / 7)


@pytest.mark.parametrize("layers", [1, 32])
def test_share_is_that_of_the_operations(layers: int) -> None:
    """The short formula agrees with the operations, whatever the number of layers."""
    without, whole = (example.operations(layers, 4096, context) for context in (0, 8192))
    assert example.attention_share(4096, 8192) == pytest.approx(1 - without / whole)


def test_even_length() -> None:
    """At twelve times the width half of the operations compare tokens."""
    assert example.attention_share(4096, example.even_length(4096)) == 0.5


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "layers": "32",
        "width": "4,096",
        "billion": "6.4",
        "gigabytes": "12.9",
        "even_length": "49,152",
        "try_even_length": "24,576",
        "try_share": "25",
        "token_ratio": "3.6",
        "prompt_ratio": "460",
        "share_1024": "2.0",
        "share_8192": "14.3",
        "share_32768": "40.0",
        "share_131072": "72.7",
    }


def test_figures() -> None:
    """Each length has a bar of two parts, and the key one of each."""
    html = example.figures()["cost_figure"]
    assert html.count('class="hb-heat-2"') == html.count('class="hb-mark-2"') == 5
    assert "beyond 49,152" in html

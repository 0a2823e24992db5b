"""The ways out of an agent, before and after a review."""

import pytest

from examples import reach as example


def test_as_built_by_hand() -> None:
    """Tickets and web in, three tables, mail and web out: 2 × 3 × 2 = 12."""
    assert example.factors(example.AS_BUILT) == (2, 3, 2)
    assert example.ways(example.AS_BUILT) == 12


@pytest.mark.parametrize(
    ("agent", "factors", "grants"),
    [
        (example.AS_BUILT, (2, 3, 2), 8),
        (example.NO_WEB, (1, 3, 1), 6),
        (example.OWN_ROWS, (1, 1, 1), 4),
        (example.OWN_MAIL, (1, 0, 0), 4),
    ],
)
def test_steps(agent: example.Agent, factors: tuple[int, int, int], grants: int) -> None:
    """Each step takes away a factor or makes it smaller."""
    assert example.factors(agent) == factors
    assert example.grants(agent) == grants


@pytest.mark.parametrize("missing", [0, 2, 4])
def test_any_factor_missing(missing: int) -> None:
    """An agent that lacks strangers' texts, sensitive data or a way to strangers has no way out."""
    whole = (example.TICKETS, example.NOTES, example.TABLES, example.NOTES, example.MAIL)
    assert example.ways(whole) == 3
    assert example.ways(whole[:missing] + whole[missing + 1 :]) == 0


def test_filter_by_hand() -> None:
    """0.99^300 = 0.049, so a filter that stops 99 % lets one of 300 through in 95 % of cases."""
    assert example.one_gets_through(300) == pytest.approx(0.951, abs=5e-4)
    assert example.one_gets_through(1) == pytest.approx(0.01)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "by_hand": "0.049",
        "filter_300": "95",
        "filter_30": "26",
        "try_better_filter": "26",
        "try_no_mail": "6",
        "as_built_grants": "8",
        "as_built_factors": "2 × 3 × 2",
        "as_built_ways": "12",
        "no_web_grants": "6",
        "no_web_factors": "1 × 3 × 1",
        "no_web_ways": "3",
        "orders_only_grants": "4",
        "orders_only_factors": "1 × 1 × 1",
        "orders_only_ways": "1",
        "own_rows_and_mail_grants": "4",
        "own_rows_and_mail_factors": "1 × 0 × 0",
        "own_rows_and_mail_ways": "0",
    }


def test_figures() -> None:
    """Each design has two bars, and the caption says what is left."""
    html = example.figures()["ways_figure"]
    assert html.count("<rect") == 2 * 4 + 2
    assert "keeps 4 of 8 grants" in html
    assert "of 12 ways out none is left" in html

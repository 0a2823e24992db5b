"""Sample sizes for effects of a given size."""

from examples import sample_size


def test_conversion() -> None:
    """To see 3 % more conversions takes a third of a million users per arm."""
    assert sample_size.users_per_arm(0.05, 0.03) == 336_102
    assert sample_size.users_per_arm(0.05, 0.01) == 2_996_698
    assert sample_size.users_per_arm(0.05, 0.10) == 31_234


def test_level_and_power() -> None:
    """A stricter level or more power takes more users; 1.96 and 0.84 are the usual quantiles."""
    assert round(sample_size.level_quantile(0.05), 2) == 1.96
    assert round(sample_size.power_quantile(0.80), 2) == 0.84
    usual = sample_size.users_per_arm(0.05, 0.10)
    assert sample_size.users_per_arm(0.05, 0.10, alpha=0.01) > usual
    assert sample_size.users_per_arm(0.05, 0.10, power=0.90) > usual


def test_weeks() -> None:
    """Two arms of 15,000 users take two weeks at 20,000 a week."""
    assert sample_size.weeks(15_000) == 2


def test_rule_of_sixteen() -> None:
    """The rule of thumb is within one percent of the formula."""
    rule = sample_size.rule_of_sixteen(0.05 * 0.95, 0.0015)
    assert rule == 337_778
    assert abs(rule / sample_size.users_per_arm(0.05, 0.03) - 1) < 0.01


def test_revenue() -> None:
    """Revenue varies more than conversion, so its tests need more users still."""
    found = [sample_size.revenue_users_per_arm(cv, 0.03) for cv in (2, 5, 10)]
    assert found == [71_111, 444_444, 1_777_778]


def test_results() -> None:
    """The page prints the numbers as computed here."""
    assert sample_size.results()["conversion_3"] == "336,102"
    assert sample_size.results()["weeks"] == "34"


def test_figures() -> None:
    """The figure marks three uplifts, and its caption says 96 times the users."""
    html = sample_size.figures()["users_figure"]
    assert html.count("<circle") == 3
    assert "takes 96 times the users" in html

"""E7: the numbers of the latency budget, the tail, the queue and the break-even."""

from itertools import pairwise

import pytest

from examples import latency_budget as example


def test_inputs() -> None:
    """The budget starts from the step times that the page prints."""
    assert list(example.STEPS.values()) == [40, 10, 25, 15, 60, 5, 350, 15]
    assert (example.BUDGET, example.ANSWER_TOKENS, example.TOKENS_PER_SECOND) == (500, 300, 50)


def test_waterfall() -> None:
    """The first token takes 520 ms, 20 over the budget, and 300 tokens more take 6,520 ms."""
    assert (example.FIRST_TOKEN, example.FULL_ANSWER) == (520, 6520)
    assert example.answer_time(example.FIRST_TOKEN, 300) == example.FULL_ANSWER
    values = example.results()
    assert (values["first_token"], values["full_answer"]) == ("520", "6,520")
    assert values["over_budget"] == "20"
    assert values["share_of_model"] == "67"


def test_which_latency() -> None:
    """Saving 200 ms is 38 % of the time to the first token and 3 % of the full answer."""
    values = example.results()
    assert (values["saving_of_first_token"], values["saving_of_answer"]) == ("38", "3")


def test_ways_under_the_budget() -> None:
    """A parallel sign-in is not enough, no reranking is, and half the tokens save 3,000 ms."""
    values = example.results()
    assert (values["sign_in_in_parallel"], values["without_rerank"]) == ("510", "460")
    assert (values["half_answer"], values["half_answer_saving"]) == ("3,520", "3,000")


@pytest.mark.parametrize(
    ("calls", "percent"), [(1, "1.0"), (10, "9.6"), (50, "39.5"), (100, "63.4")]
)
def test_tail(calls: int, percent: str) -> None:
    """With 1 % slow calls, 1, 10, 50 and 100 of them make 1, 9.6, 39.5 and 63.4 % slow."""
    assert example.results()[f"slow_{calls}"] == percent


def test_tail_allowed() -> None:
    """For 1 % slow requests over 100 calls, one call in about 10,000 may be slow."""
    allowed = example.slow_share_allowed(0.01, 100)
    assert example.slow_share(allowed, 100) == pytest.approx(0.01)
    assert example.results()["slow_allowed_100"] == "0.010"


def test_in_flight() -> None:
    """At 20 requests a second and 6.52 s each, 130.4 are in flight; half the answer, 70.4."""
    values = example.results()
    assert (values["in_flight"], values["in_flight_half_answer"]) == ("130.4", "70.4")


@pytest.mark.parametrize(
    ("percent", "seconds"), [(50, "0.2"), (80, "0.5"), (90, "1"), (95, "2"), (99, "10")]
)
def test_queue(percent: int, seconds: str) -> None:
    """At 10 a second the mean time is 0.2, 0.5, 1, 2 and 10 s at 50, 80, 90, 95 and 99 %."""
    assert example.time_in_system(10, percent / 100) == pytest.approx(float(seconds))
    assert example.results()[f"wait_{percent}"] == seconds


def test_two_workers() -> None:
    """Half of 90 % is 45 %, and 1 / (10 × 0.55) is 0.18 s."""
    assert example.results()["try_two_workers"] == "0.18"


def test_queue_obeys_little() -> None:
    """An M/M/1 queue holds busy over idle share: at 80 %, 4 requests, as Little's law has it."""
    rate = 0.8 * example.SERVICE_RATE
    assert example.in_flight(rate, example.time_in_system(10, 0.8)) == pytest.approx(4)


def test_prices() -> None:
    """A request costs $0.0027 at the API, and self-hosting $3,650 + $3,000 = $6,650 a month."""
    values = example.results()
    assert values["request_price"] == "0.0027"
    assert (values["gpus_monthly"], values["self_host_monthly"]) == ("3,650", "6,650")


def test_break_even() -> None:
    """The costs meet at 2,462,963 requests a month, which is 0.94 a second."""
    values = example.results()
    assert (values["break_even"], values["break_even_rate"]) == ("2,462,963", "0.94")


def test_break_even_moves() -> None:
    """Half the API's price doubles the break-even, and people left out nearly halve it."""
    values = example.results()
    assert values["break_even_half_price"] == "4,925,926"
    assert values["break_even_without_people"] == "1,351,852"


def test_capacity() -> None:
    """Two GPUs at 40 % serve 2.67 requests a second, and then a request costs $0.00095."""
    values = example.results()
    assert (values["capacity"], values["capacity_full"]) == ("2.67", "6.67")
    assert values["price_at_capacity"] == "0.00095"


def test_limits_of_self_hosting() -> None:
    """Two GPUs must be busy for 14 % of the time, and lose to an API at 35 % of the price."""
    values = example.results()
    assert (values["break_even_utilisation"], values["peak_over_mean_limit"]) == ("14", "7.1")
    assert values["price_never_wins"] == "35"


def test_traffic_with_a_peak() -> None:
    """A peak of 20 a second takes six GPUs, which pay from a mean of 1.97 a second, not 1."""
    assert example.gpus_for(example.PEAK_RATE) == 6
    values = example.results()
    assert (values["peak_gpus"], values["peak_monthly"]) == ("6", "13,950")
    assert values["peak_break_even_rate"] == "1.97"
    assert values["api_at_mean"] == "7,096"


def test_utilisation_agrees_with_little() -> None:
    """Two ways to count the answers being written at capacity agree: 16 of 40."""
    writing = example.in_flight(example.capacity(), (example.FULL_ANSWER - 520) / 1000)
    at_once = example.GPUS * example.GPU_TOKENS_PER_SECOND / example.TOKENS_PER_SECOND
    assert writing == pytest.approx(16)
    assert at_once == 40
    assert writing / at_once == pytest.approx(example.GPU_UTILISATION)


def test_waterfall_starts() -> None:
    """Each step starts when the one before it ends, and the last one ends at the first token."""
    steps = example.starts()
    assert all(start + taken == then for (_, start, taken), (_, then, _) in pairwise(steps))
    assert steps[-1][1] + steps[-1][2] == example.FIRST_TOKEN


def test_captions() -> None:
    """The captions say 20 ms and 8 %, 63 %, and ten times the time at 95 % as at 50 %."""
    figures = example.figures()
    assert "20 ms over the budget" in figures["waterfall_figure"]
    assert "are 8 % of the time to the full answer" in figures["waterfall_figure"]
    assert "slow 63 % of the time" in figures["tail_figure"]
    assert "grows 10-fold" in figures["utilisation_figure"]


def test_figures() -> None:
    """The figures show eight steps and the answer, four tails, four waits and three crossings."""
    figures = example.figures()
    assert figures["waterfall_figure"].count("<rect") == 8 + 2
    assert figures["tail_figure"].count("<circle") == 4
    assert figures["utilisation_figure"].count("<circle") == 4
    assert figures["break_even_figure"].count('class="hb-mark-4"') == 3

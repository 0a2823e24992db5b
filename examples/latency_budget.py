"""E7: the time and the money that one answer costs, worked out before a model is chosen.

Step times, prices and traffic are invented round numbers; the formulas are not.
"""

from math import ceil

from examples import explorer
from examples import figure as fig

STEPS = {
    "Network": 40,
    "Sign-in check": 10,
    "Embed question": 25,
    "Search notes": 15,
    "Rerank notes": 60,
    "Build prompt": 5,
    "Model, first token": 350,
    "Output filter": 15,
}
"""Mean milliseconds of what happens, one after the other, before the reader sees a word."""

# Of each step, milliseconds that a reader may try; no model answers at once.
STEP_LIMITS = (
    (0, 300),
    (0, 100),
    (0, 200),
    (0, 300),
    (0, 300),
    (0, 50),
    (10, 1000),
    (0, 200),
)

BUDGET = 500  # ms to the first token
ANSWER_TOKENS = 300
TOKENS_PER_SECOND = 50  # of one answer, after its first token

FIRST_TOKEN = sum(STEPS.values())
"""Milliseconds to the first token."""
FULL_ANSWER = FIRST_TOKEN + 1000 * ANSWER_TOKENS // TOKENS_PER_SECOND
"""Milliseconds to the last token."""

SAVING = 200  # ms, the article's example
SLOW = 0.01  # share of calls that are slow
FAN_OUT = (1, 10, 50, 100)  # calls in parallel
MEAN_RATE, PEAK_RATE = 1, 20  # requests a second
SERVICE_RATE = 10  # requests that one worker can finish in a second
UTILISATIONS = (0.50, 0.80, 0.90, 0.95, 0.99)

INPUT_TOKENS = 1500
INPUT_PRICE, OUTPUT_PRICE = 1.00, 4.00  # dollars a million tokens
GPUS = 2
GPU_HOUR = 2.50  # dollars
HOURS = 730  # a month
PEOPLE = 3000  # dollars a month
GPU_TOKENS_PER_SECOND = 1000  # one GPU, all its answers together, at full load
GPU_UTILISATION = 0.40  # average over the month; the rest is room for peaks


def answer_time(first_token: float, tokens: float, speed: float = TOKENS_PER_SECOND) -> float:
    """Milliseconds to the last token; `speed` is tokens a second."""
    return first_token + 1000 * tokens / speed


def slow_share(slow: float, calls: int) -> float:
    """1 - (1 - slow)^calls, after Dean and Barroso (2013).

    The share of requests that wait for a slow call, if calls are slow independently.
    """
    all_fast: float = (1 - slow) ** calls
    return 1 - all_fast


def slow_share_allowed(target: float, calls: int) -> float:
    """The inverse: how rare a slow call must be so that `target` of the requests are slow."""
    each_fast: float = (1 - target) ** (1 / calls)
    return 1 - each_fast


def in_flight(rate: float, seconds: float) -> float:
    """Mean number of requests in the system, L = λW (Little 1961); `rate` is a second."""
    return rate * seconds


def time_in_system(service_rate: float, utilisation: float) -> float:
    """Mean seconds of waiting and service, one over (service rate times idle share).

    The textbook M/M/1 queue (Kleinrock 1975, Queueing Systems I, 3.2): one worker, random
    arrivals, random service times. `service_rate` is a second; `utilisation` is below 1.
    """
    return 1 / (service_rate * (1 - utilisation))


def request_price(
    input_tokens: float = INPUT_TOKENS,
    output_tokens: float = ANSWER_TOKENS,
    input_price: float = INPUT_PRICE,
    output_price: float = OUTPUT_PRICE,
) -> float:
    """Dollars for one request to the API; prices are for a million tokens."""
    return (input_tokens * input_price + output_tokens * output_price) / 1_000_000


def self_hosting(gpus: int = GPUS, people: float = PEOPLE) -> float:
    """Dollars a month, the same at every load."""
    return gpus * GPU_HOUR * HOURS + people


def break_even(monthly: float, price: float) -> float:
    """Requests a month above which `monthly` dollars are less than `price` for each request."""
    return monthly / price


def per_second(requests: float) -> float:
    """Mean requests a second from requests a month."""
    return requests / (HOURS * 3600)


def capacity(
    gpus: int = GPUS, utilisation: float = GPU_UTILISATION, tokens: float = ANSWER_TOKENS
) -> float:
    """Requests a second, with so many tokens in an answer, that the GPUs serve."""
    return gpus * GPU_TOKENS_PER_SECOND * utilisation / tokens


def a_month(rate: float) -> float:
    """Requests a month from mean requests a second."""
    return rate * HOURS * 3600


def gpus_for(rate: float) -> int:
    """The fewest GPUs that serve `rate` requests a second at full load."""
    return ceil(rate / capacity(1, 1.0))


def results() -> dict[str, str]:
    return latency_results() | load_results() | cost_results()


def latency_results() -> dict[str, str]:
    short = answer_time(FIRST_TOKEN, ANSWER_TOKENS / 2)
    values = {
        "first_token": f"{FIRST_TOKEN:,}",
        "full_answer": f"{FULL_ANSWER:,}",
        "over_budget": f"{FIRST_TOKEN - BUDGET}",
        "share_of_model": f"{100 * STEPS['Model, first token'] / FIRST_TOKEN:.0f}",
        "saving_of_first_token": f"{100 * SAVING / FIRST_TOKEN:.0f}",
        "saving_of_answer": f"{100 * SAVING / FULL_ANSWER:.0f}",
        "sign_in_in_parallel": f"{FIRST_TOKEN - STEPS['Sign-in check']}",
        "without_rerank": f"{FIRST_TOKEN - STEPS['Rerank notes']}",
        "half_answer": f"{short:,.0f}",
        "half_answer_saving": f"{FULL_ANSWER - short:,.0f}",
        "slow_allowed_100": f"{100 * slow_share_allowed(SLOW, 100):.3f}",
    }
    for calls in FAN_OUT:
        values[f"slow_{calls}"] = f"{100 * slow_share(SLOW, calls):.1f}"
    return values


def load_results() -> dict[str, str]:
    half_answer = answer_time(FIRST_TOKEN, ANSWER_TOKENS / 2) / 1000
    values = {
        "in_flight": f"{in_flight(PEAK_RATE, FULL_ANSWER / 1000):.1f}",
        "in_flight_half_answer": f"{in_flight(PEAK_RATE, half_answer):.1f}",
    }
    for utilisation in UTILISATIONS:
        seconds = time_in_system(SERVICE_RATE, utilisation)
        values[f"wait_{100 * utilisation:.0f}"] = f"{seconds:.3g}"
    return values


def cost_results() -> dict[str, str]:
    price, monthly = request_price(), self_hosting()
    needed = break_even(monthly, price)
    at_capacity = monthly / a_month(capacity())
    peak_gpus = gpus_for(PEAK_RATE)
    peak_monthly = self_hosting(peak_gpus)
    return {
        "request_price": f"{price:.4f}",
        "gpus_monthly": f"{self_hosting(people=0):,.0f}",
        "self_host_monthly": f"{monthly:,.0f}",
        "break_even": f"{needed:,.0f}",
        "break_even_rate": f"{per_second(needed):.2f}",
        "break_even_half_price": f"{break_even(monthly, price / 2):,.0f}",
        "break_even_without_people": f"{break_even(self_hosting(people=0), price):,.0f}",
        "break_even_utilisation": f"{100 * per_second(needed) / capacity(utilisation=1):.0f}",
        "peak_over_mean_limit": f"{capacity(utilisation=1) / per_second(needed):.1f}",
        "capacity": f"{capacity():.2f}",
        "try_two_workers": f"{time_in_system(SERVICE_RATE, 0.9 / 2):.2f}",
        "capacity_full": f"{capacity(utilisation=1):.2f}",
        "price_at_capacity": f"{at_capacity:.5f}",
        "price_never_wins": f"{100 * at_capacity / price:.0f}",
        "api_at_mean": f"{a_month(MEAN_RATE) * price:,.0f}",
        "peak_gpus": f"{peak_gpus}",
        "peak_monthly": f"{peak_monthly:,.0f}",
        "peak_break_even_rate": f"{per_second(break_even(peak_monthly, price)):.2f}",
    }


def figures() -> dict[str, str]:
    return {
        "waterfall_figure": waterfall_figure(),
        "tail_figure": tail_figure(),
        "utilisation_figure": utilisation_figure(),
        "break_even_figure": break_even_figure(),
    }


def explorers() -> dict[str, str]:
    return {
        "budget_explorer": budget_explorer(),
        "tail_explorer": tail_explorer(),
        "break_even_explorer": break_even_explorer(),
    }


def starts() -> list[tuple[str, int, int]]:
    """Each step with the milliseconds at which it starts and that it takes."""
    found, now = [], 0
    for step, taken in STEPS.items():
        found.append((step, now, taken))
        now += taken
    return found


def waterfall_figure() -> str:
    """The steps to the first token, each starting where the last one ended, and the answer."""
    left, right, row = 132, 392, 24
    across = fig.scale((0, 560), (left, right))
    whole = fig.scale((0, FULL_ANSWER), (left, right))
    bottom = 8 + row * len(STEPS)
    shapes = [
        fig.line((across(BUDGET), 4), (across(BUDGET), bottom), "hb-line-2 hb-dash-2"),
        fig.line((left, 4), (left, bottom), "hb-axis"),
        fig.text(right, bottom + 16, f"budget {BUDGET} ms", anchor="end"),
        fig.text(0, bottom + 48, "Full answer"),
        fig.rect((left, bottom + 34), (whole(FIRST_TOKEN) - left, 18), "hb-mark-1"),
        fig.rect((whole(FIRST_TOKEN), bottom + 34), (right - whole(FIRST_TOKEN), 18), "hb-heat-2"),
        fig.text(left, bottom + 70, f"{FIRST_TOKEN} ms"),
        fig.text(right, bottom + 70, f"{FULL_ANSWER:,} ms", anchor="end"),
    ]
    for number, (step, start, taken) in enumerate(starts()):
        y = 8 + row * number
        shapes += [
            fig.text(0, y + 15, step),
            fig.rect((across(start), y), (across(taken) - left, 18), "hb-mark-1"),
        ]
        widest = taken == max(STEPS.values())
        label = (across(start) - 6, "end") if widest else (across(start + taken) + 6, "start")
        shapes.append(fig.text(label[0], y + 14, str(taken), anchor=label[1]))
    rows = [[step, str(start), str(taken), str(start + taken)] for step, start, taken in starts()]
    writing = FULL_ANSWER - FIRST_TOKEN
    rows.append(["Rest of the answer", str(FIRST_TOKEN), f"{writing:,}", f"{FULL_ANSWER:,}"])
    return fig.figure(
        "latency-waterfall",
        alt="A waterfall of eight steps to the first token, and below it the whole answer.",
        desc=f"The model's first token takes {STEPS['Model, first token']} of {FIRST_TOKEN} ms, "
        f"and the last step ends {FIRST_TOKEN - BUDGET} ms after the budget; on the scale of the "
        "full answer all eight steps are a thin first slice.",
        height=bottom + 76,
        shapes=shapes,
        caption=f"The steps end {FIRST_TOKEN - BUDGET} ms over the budget, and all of them are "
        f"{100 * FIRST_TOKEN / FULL_ANSWER:.0f} % of the time to the full answer.",
        data=fig.table(["Step", "Starts, ms", "Takes, ms", "Ends, ms"], rows),
    )


def tail_axes(across: fig.Scale, up: fig.Scale, top: int) -> list[str]:
    """Grid and labels of calls in parallel and of the share of slow requests, up to `top`."""
    return [
        *fig.levels(up, (48, 384), {level: str(level) for level in range(0, top + 1, 20)}),
        *(fig.text(across(n), 240, str(n), anchor="middle") for n in (0, 25, 50, 75, 100)),
        fig.line((48, 220), (384, 220), "hb-axis"),
        fig.text(216, 262, "Calls in parallel", anchor="middle"),
        fig.text(12, 14, "Slow requests, %"),
    ]


def tail_figure() -> str:
    """Share of slow requests against the number of parallel calls."""
    across, up = fig.scale((0, 100), (48, 384)), fig.scale((0, 70), (220, 14))
    curve = [(across(n), up(100 * slow_share(SLOW, n))) for n in range(101)]
    shapes = [*tail_axes(across, up, 60), fig.path(curve, "hb-line-1")]
    # The curve runs through where the first label would stand, and the edge through the last.
    labels = {min(FAN_OUT): (16, 2, "start"), max(FAN_OUT): (-8, -8, "end")}
    for calls in FAN_OUT:
        percent = 100 * slow_share(SLOW, calls)
        point = across(calls), up(percent)
        right, down, anchor = labels.get(calls, (9, 14, "start"))
        shapes += [
            fig.circle(point, "hb-mark-2"),
            fig.text(point[0] + right, point[1] + down, f"{percent:.1f}", anchor=anchor),
        ]
    rows = [[str(calls), f"{100 * slow_share(SLOW, calls):.1f}"] for calls in FAN_OUT]
    return fig.figure(
        "latency-tail",
        alt="A curve of the share of slow requests, rising with the number of parallel calls.",
        desc="It rises steeply at first and bends: the marks stand at 1, 10, 50 and 100 calls.",
        height=270,
        shapes=shapes,
        caption=f"When {100 * SLOW:.0f} call in 100 is slow, a request that waits for 100 calls "
        f"is slow {100 * slow_share(SLOW, 100):.0f} % of the time.",
        data=fig.table(["Calls in parallel", "Slow requests, %"], rows),
    )


def utilisation_figure() -> str:
    """Mean time in the system against utilisation, up to where it leaves the chart."""
    across, up = fig.scale((0, 100), (48, 384)), fig.scale((0, 2.2), (220, 8))
    drawn = UTILISATIONS[:-1]
    curve = [
        (across(percent), up(time_in_system(SERVICE_RATE, percent / 100))) for percent in range(96)
    ]
    shapes = fig.levels(up, (48, 384), {level: str(level) for level in (0, 1, 2)})
    shapes += [fig.text(across(p), 240, str(p), anchor="middle") for p in (0, 25, 50, 75, 100)]
    shapes += [
        fig.line((48, 220), (384, 220), "hb-axis"),
        fig.line((across(100), 8), (across(100), 220), "hb-line-2 hb-dash-2"),
        fig.text(216, 262, "Utilisation, %", anchor="middle"),
        fig.text(56, 48, "Mean time, seconds"),
        fig.path(curve, "hb-line-1"),
    ]
    for utilisation in drawn:
        seconds = time_in_system(SERVICE_RATE, utilisation)
        x, y = across(100 * utilisation), up(seconds)
        label = f"{100 * utilisation:.0f} %: {seconds:.1f}"
        shapes += [
            fig.circle((x, y), "hb-mark-2"),
            fig.text(x - 9, y - 6 if seconds < 1 else y + 16, label, anchor="end"),
        ]
    rows = [
        [f"{100 * utilisation:.0f} %", f"{time_in_system(SERVICE_RATE, utilisation):.1f}"]
        for utilisation in UTILISATIONS
    ]
    ratio = time_in_system(SERVICE_RATE, drawn[-1]) / time_in_system(SERVICE_RATE, drawn[0])
    return fig.figure(
        "utilisation",
        alt="A curve of mean time in the system, nearly flat and then almost upright.",
        desc="Up to a utilisation of 50 % it hardly rises; it passes 1 second at 90 %, 2 seconds "
        "at 95 %, and has no bound on the way to the dashed line at 100 %.",
        height=270,
        shapes=shapes,
        caption=f"From {100 * drawn[0]:.0f} to {100 * drawn[-1]:.0f} % utilisation the mean time "
        f"grows {ratio:.0f}-fold.",
        data=fig.table(["Utilisation", "Mean time, s"], rows),
    )


def money_axes(across: fig.Scale, up: fig.Scale) -> list[str]:
    """Grid and labels of requests a month and of their cost."""
    return [
        *fig.levels(up, (48, 388), {level: str(level) for level in (0, 5, 10, 15, 20)}),
        *(fig.text(across(m), 256, str(m), anchor="middle") for m in (0, 2, 4, 6)),
        *requests_axis(),
        fig.text(56, 36, "$1,000 a month"),
    ]


def requests_axis() -> list[str]:
    return [
        fig.line((48, 236), (388, 236), "hb-axis"),
        fig.text(218, 278, "Million requests a month", anchor="middle"),
    ]


def break_even_figure() -> str:
    """Monthly cost of the API and of two GPUs against requests a month."""
    full = a_month(capacity()) / 1e6
    across, up = fig.scale((0, 7.6), (48, 388)), fig.scale((0, 21), (236, 8))
    price = request_price() * 1e3  # $1,000 a million requests
    half = price / 2
    with_people, without = self_hosting() / 1e3, self_hosting(people=0) / 1e3
    shapes = [
        *money_axes(across, up),
        fig.line((across(full), up(with_people)), (across(full), 236), "hb-line-3 hb-dash-3"),
        fig.text(across(full) - 6, 230, "GPUs full", anchor="end"),
        fig.line((across(0), up(0)), (across(7.4), up(7.4 * price)), "hb-line-1"),
        fig.line((across(0), up(0)), (across(7.4), up(7.4 * half)), "hb-line-1 hb-dash-2"),
        fig.line((across(0), up(with_people)), (across(full), up(with_people)), "hb-line-2"),
        fig.line((across(0), up(without)), (across(full), up(without)), "hb-line-2 hb-dash-2"),
        fig.text(across(5.3), up(15.8), "API", anchor="end"),
        fig.text(across(7.4), up(10.8), "API, half price", anchor="end"),
        fig.text(across(0.15), up(with_people) - 7, "self-host"),
        fig.text(across(2.9), up(without) + 16, "people left out"),
    ]
    for mark, thousands, cost in (
        (fig.circle, price, with_people),
        (fig.square, half, with_people),
        (fig.diamond, price, without),
    ):
        millions = cost / thousands
        point = across(millions), up(cost)
        label = fig.text(point[0] - 6, point[1] - 8, f"{millions:.1f}", anchor="end")
        shapes += [mark(point, "hb-mark-4"), label]
    rows = [
        [str(m), *(f"{1e3 * cost:,.0f}" for cost in (m * price, m * half, with_people, without))]
        for m in range(1, 8)
    ]
    return fig.figure(
        "break-even",
        alt="Two rising lines for the API and two level ones for self-hosting, which cross.",
        desc=f"At the invented prices the API meets self-hosting at {with_people / price:.1f} "
        f"million requests a month, at half the price at {with_people / half:.1f}; with people "
        f"left out the crossing moves to {without / price:.1f}. Two GPUs are full at {full:.1f}.",
        height=286,
        shapes=shapes,
        caption="The crossing moves with the price of the API and with whether people are counted "
        "(illustrative prices).",
        data=fig.table(
            ["Million requests", "API, $", "Half price, $", "Self-host, $", "Without people, $"],
            rows,
        ),
    )


def budget_explorer() -> str:
    """The steps against the budget, and the first wait within the whole one."""
    unit = (0, 1), (0, 1)
    steps = [explorer.drawn("steps", "hb-mark-1"), explorer.drawn("longest", "hb-mark-2")]
    limit = explorer.drawn("limit", "hb-limit")
    answer = [explorer.drawn("first", "hb-mark-1"), explorer.drawn("rest", "hb-heat-2")]
    return explorer.explorer(
        "budget",
        title="Try your own steps.",
        hint="Bring the upper bar to the left of the dashed budget; then notice how little that "
        "moves the lower bar, and what shorter answers do.",
        given={"steps": list(STEPS), "budget": BUDGET},
        parts=[
            *(
                explorer.number(f"step-{at}", f"{step}, ms", taken, low=low, high=high)
                for at, ((step, taken), (low, high)) in enumerate(
                    zip(STEPS.items(), STEP_LIMITS, strict=True)
                )
            ),
            explorer.number("tokens", "Tokens in the answer", ANSWER_TOKENS, low=1, high=2000),
            explorer.number("speed", "Tokens a second", TOKENS_PER_SECOND, low=5, high=500),
            explorer.picture(
                104,
                [
                    fig.text(0, 14, f"To the first token (dashed: {BUDGET} ms)"),
                    explorer.window(unit, (0, 22), (400, 22), [*steps, limit]),
                    fig.text(0, 72, "To the full answer"),
                    explorer.window(unit, (0, 80), (400, 22), answer),
                ],
            ),
        ],
    )


def tail_explorer() -> str:
    """The share of slow requests, with calls and a share of slow calls that the reader chooses."""
    domain = (0, 100), (0, 100)
    across, up = fig.scale(domain[0], (48, 384)), fig.scale(domain[1], (220, 34))
    curve = [explorer.drawn("curve", "hb-line-1"), explorer.drawn("point", "hb-dot-4")]
    return explorer.explorer(
        "tail",
        title="Try your own calls.",
        hint="Add calls until half of the requests are slow; then see how rare a slow call must "
        "become to take that back.",
        given={"target": SLOW},
        parts=[
            explorer.number("calls", "Calls in parallel", 10, low=1, high=100),
            explorer.number("slow", "Slow calls, %", 100 * SLOW, low=0.1, high=10, step=0.1),
            explorer.picture(
                270,
                [
                    *tail_axes(across, up, 100),
                    explorer.window(domain, (48, 34), (336, 186), curve, 6),
                ],
            ),
        ],
    )


def break_even_explorer() -> str:
    """The two costs, with tokens, prices and machines that the reader chooses.

    Its script ends the axes a little beyond where the costs meet.
    """
    unit = (0, 1), (0, 1)
    across, up = fig.scale(unit[0], (48, 376)), fig.scale(unit[1], (236, 34))
    axes = [fig.text(40, 241, "0", anchor="end"), fig.text(48, 256, "0", anchor="middle")]
    for quarter in range(1, 5):
        x, y = across(quarter / 4), up(quarter / 4)
        axes += [
            fig.line((48, y), (376, y), "hb-grid"),
            explorer.written(f"cost-{quarter}", 40, y + 5, "end"),
            explorer.written(f"requests-{quarter}", x, 256, "middle"),
        ]
    lines = [
        explorer.drawn("api", "hb-line-1"),
        explorer.drawn("own", "hb-line-2"),
        explorer.drawn("full", "hb-line-3 hb-dash-3"),
        explorer.drawn("cross", "hb-dot-4"),
    ]
    return explorer.explorer(
        "break_even",
        title="Try your own prices.",
        hint="Make the answers longer, and notice that the API gets dearer but the GPUs also fill "
        "up sooner; then leave the people out.",
        given={
            "hours": HOURS,
            "gpuHour": GPU_HOUR,
            "gpuSpeed": GPU_TOKENS_PER_SECOND,
        },
        parts=[
            explorer.number("input", "Tokens in", INPUT_TOKENS, low=100, high=20_000, step=100),
            explorer.number("output", "Tokens out", ANSWER_TOKENS, low=10, high=4_000, step=10),
            explorer.number(
                "inputPrice", "$ a million in", INPUT_PRICE, low=0.05, high=20, step=0.05
            ),
            explorer.number(
                "outputPrice", "$ a million out", OUTPUT_PRICE, low=0.05, high=80, step=0.05
            ),
            explorer.number("gpus", "GPUs", GPUS, low=1, high=16),
            explorer.number("people", "People, $ a month", PEOPLE, low=0, high=20_000, step=100),
            explorer.number("use", "GPU use, %", 100 * GPU_UTILISATION, low=1, high=100),
            explorer.picture(
                286,
                [
                    *axes,
                    *requests_axis(),
                    explorer.window(unit, (48, 34), (328, 202), lines),
                    fig.text(12, 14, "$1,000 a month"),
                    fig.text(388, 14, "rising: API · level: self-host", "hb-small", "end"),
                ],
            ),
        ],
    )

"""Explorers in a real browser: what they say is what the Python code computes."""

import gzip
import re
from collections.abc import Callable, Iterator
from itertools import product
from math import floor, log10
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import ROOT, no_script_fails
from examples import latency_budget, linear_regression, sample_size, tf_idf

ASSETS = ROOT / "docs" / "assets"
PAGES = {
    "descent": "takeaways/fundamentals/",
    "ranking": "concepts/tf-idf/",
    "budget": "takeaways/system-design/",
    "tail": "takeaways/system-design/",
    "break_even": "takeaways/system-design/",
    "users": "takeaways/communication/",
}
NO_RESULT = "No result while a value above is out of order."

each_explorer = pytest.mark.parametrize("name", PAGES)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page as wide as a small phone, on which no script may fail."""
    with no_script_fails(browser.new_page(viewport={"width": 360, "height": 800})) as found:
        yield found
    found.close()


def explorer(page: Page, address: str, name: str) -> Locator:
    """Open an explorer's page, and wait until the explorer is there."""
    page.goto(address + PAGES[name])
    form = page.locator(f"[data-explorer={name}]")
    expect(form).to_be_visible()
    return form


def set_by_keyboard(form: Locator, values: dict[str, Any]) -> None:
    """Type each value into the field of its name; a select chooses by how its option begins."""
    for name, value in values.items():
        field = form.locator(f"[name='{name}']")
        field.focus()
        if field.evaluate("field => field.tagName") == "INPUT":
            field.press("Control+a")
            field.press("Delete")
        form.page.keyboard.type(str(value))


def says(form: Locator) -> str:
    """Return what the live region of an explorer says."""
    return form.get_by_role("status").inner_text()


def descent(rate: float = 0.08, steps: int = 20) -> str:
    loss = linear_regression.loss_after(rate, steps)
    largest = 2 / linear_regression.curvatures()[1]
    reached = "more than a million" if loss > 1e6 else f"{loss:,.4f}"
    verdict = "diverges" if rate > largest else "closes in"
    return (
        f"After {steps} {'step' if steps == 1 else 'steps'} of size {rate:g} the loss is "
        f"{reached}. The walk {verdict}, because the step size is "
        f"{'above' if rate > largest else 'at most'} {largest:.4f}."
    )


def budget(tokens: int = 300, speed: int = 50, **changed: int) -> str:
    given = latency_budget.STEPS.items()
    steps = {name: changed.get(f"step_{at}", ms) for at, (name, ms) in enumerate(given)}
    first, limit = sum(steps.values()), latency_budget.BUDGET
    longest = max(steps, key=lambda name: steps[name])
    verdict = f"{first - limit} ms over" if first > limit else f"{limit - first} ms left in"
    return (
        f"The first token comes after {first:,} ms, {verdict} the budget of {limit}, and the last "
        f"after {latency_budget.answer_time(first, tokens, speed):,.0f} ms. The longest step, "
        f"{longest}, takes {100 * steps[longest] / first:.0f} % of the first wait."
    )


def tail(calls: int = 10, slow: float = 1) -> str:
    target = latency_budget.SLOW
    return (
        f"{100 * latency_budget.slow_share(slow / 100, calls):.1f} % of the requests wait for a "
        f"slow call. To keep that at {100 * target:.0f} %, at most "
        f"{100 * latency_budget.slow_share_allowed(target, calls):.3f} % of the calls may be slow."
    )


def break_even(**changed: Any) -> str:
    of = {"input": 1500, "output": 300, "inputPrice": 1, "outputPrice": 4} | changed
    gpus, use = of.get("gpus", 2), of.get("use", 40)
    price = latency_budget.request_price(
        of["input"], of["output"], of["inputPrice"], of["outputPrice"]
    )
    monthly = latency_budget.self_hosting(gpus, of.get("people", 3000))
    requests = latency_budget.break_even(monthly, price)
    rate = latency_budget.per_second(requests)
    capacity = latency_budget.capacity(gpus, use / 100, of["output"])
    verdict = "they pay from there" if rate <= capacity else "the API always costs less"
    # At least four decimals, and of a small price the first two digits that are not zero.
    places = max(4, 1 - floor(log10(price)))
    return (
        f"A request costs ${price:.{places}f} at the API, and the GPUs cost ${monthly:,.0f} "
        f"a month. They meet at {requests:,.0f} requests a month, {rate:,.2f} a second; at {use} % "
        f"use the GPUs serve {capacity:,.2f} a second, so {verdict}."
    )


def users(**changed: Any) -> str:
    of = {"base": 5, "uplift": 3, "weekly": 20_000, "level": 5, "power": 80} | changed
    arm = sample_size.users_per_arm(
        of["base"] / 100, of["uplift"] / 100, of["level"] / 100, of["power"] / 100
    )
    weeks = sample_size.weeks(arm, of["weekly"])
    return (
        f"{arm:,} users in each arm. "
        f"Both arms are full after {weeks:,} {'week' if weeks == 1 else 'weeks'}."
    )


GRID: list[tuple[str, Callable[..., str], list[dict[str, Any]]]] = [
    (
        "descent",
        descent,
        [
            {"rate": rate, "steps": steps}
            for rate in (0.005, 0.02, 0.08, 0.0845, 0.085, 0.12)
            for steps in (1, 20, 100)
        ],
    ),
    (
        "budget",
        budget,
        [
            {"step-4": 0},
            {"step-1": 0, "step-4": 30, "step-5": 5},
            {"step-0": 300, "step-6": 10, "tokens": 1},
            {"step-6": 1000, "tokens": 2000, "speed": 7},
            {"step-6": 40, "tokens": 150},
        ],
    ),
    (
        "tail",
        tail,
        [{"calls": calls, "slow": slow} for calls in (1, 7, 50, 100) for slow in (0.1, 1, 2.5, 10)],
    ),
    (
        "break_even",
        break_even,
        [
            {"inputPrice": 0.5, "outputPrice": 2},
            {"people": 0},
            {"gpus": 6, "use": 15},
            {"input": 100, "output": 10, "inputPrice": 0.05, "outputPrice": 0.05},
            {"input": 20_000, "output": 4000, "outputPrice": 80},
            {"output": 550, "inputPrice": 1.1},
        ],
    ),
    (
        "users",
        users,
        [
            {"base": base, "uplift": uplift, "weekly": weekly}
            for base in (0.5, 5, 50)
            for uplift in (1, 7.5, 20)
            for weekly in (500, 200_000)
        ]
        + [{"level": 10, "power": 95}, {"level": 1, "power": 90}],
    ),
]


@pytest.mark.parametrize(("name", "expected", "cases"), GRID, ids=[name for name, _, _ in GRID])
def test_same_numbers(
    name: str,
    expected: Callable[..., str],
    cases: list[dict[str, Any]],
    page: Page,
    address: str,
) -> None:
    """What an explorer says is what the Python functions return, to the same digit."""
    form = explorer(page, address, name)
    assert says(form) == expected()
    for values in cases:
        set_by_keyboard(form, values)
        assert says(form) == expected(**{key.replace("-", "_"): of for key, of in values.items()})
        form.get_by_role("button", name="Start values").press("Enter")
        expect(form.get_by_role("status")).to_have_text(expected())


def ranking(query: str, notes: dict[str, str], idf: tf_idf.Idf) -> list[str]:
    """Return the rows of the ranking; equal scores stay in the order of the notes."""
    scores = {note: f"{score:.4f}" for note, score in tf_idf.scores(query, notes, idf).items()}
    shares = tf_idf.shares(query, notes, idf)
    rows = []
    for note in sorted(scores, key=lambda name: -float(scores[name])):
        added = [f"{term} {share:.4f}" for term, share in shares[note].items() if share]
        rows.append(f"{note}: {scores[note]}{' = ' if added else ''}{' + '.join(added)}")
    return rows


@pytest.mark.parametrize("idf", [tf_idf.idf_log2, tf_idf.idf_smoothed])
@pytest.mark.parametrize(
    ("query", "changed"),
    [
        ("model drifts", {}),
        ("model drift", {}),
        ("the report", {}),
        ("the", {}),
        ("unknown", {}),
        ("reads the data model drifts drifts", {"d2": "data data drifts", "d4": "the user"}),
    ],
)
def test_same_ranking(
    query: str, changed: dict[str, str], idf: tf_idf.Idf, page: Page, address: str
) -> None:
    """The notes come in the order, with the scores and the shares, that Python computes."""
    form = explorer(page, address, "ranking")
    chosen = "log" if idf is tf_idf.idf_log2 else "ln"
    set_by_keyboard(form, {"query": query, **changed, "idf": chosen})
    rows = form.locator("[data-part^=row]").all_inner_texts()
    assert rows == ranking(query, tf_idf.NOTES | changed, idf)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("model drifts", "d3 leads with 1.0000."),
        ("drifts drift", "d2 and d3 lead with 0.7071. No note has “drift”."),
        ("the", "Every score is 0. Every note has “the”, so it counts for nothing."),
    ],
)
def test_ranking_says_why(query: str, said: str, page: Page, address: str) -> None:
    """The result names who leads, and which words count for nothing and why."""
    form = explorer(page, address, "ranking")
    set_by_keyboard(form, {"query": query})
    assert says(form) == said


@each_explorer
def test_keyboard(name: str, page: Page, address: str) -> None:
    """Tab comes to each control in turn, and an arrow moves a slider and its field together."""
    form = explorer(page, address, name)
    controls = form.locator("input, select, button")
    controls.first.focus()
    for control in controls.all():
        expect(control).to_be_focused()
        page.keyboard.press("Tab")
    for slider in form.get_by_role("slider").all():
        slider.press("ArrowLeft")
        field = slider.locator("xpath=following-sibling::input")
        assert field.input_value() == slider.input_value() != field.get_attribute("value")
    assert says(form) != NO_RESULT


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "Type a number."),
        ("e", "Type a number."),
        ("-3", "At least 1."),
        ("1e9", "At most 100."),
        ("2.5", "In steps of 1."),
    ],
)
def test_bad_number(typed: str, fault: str, page: Page, address: str) -> None:
    """A value that can't be used is named at its field, and gives no result until it is mended."""
    form = explorer(page, address, "descent")
    set_by_keyboard(form, {"steps": typed})
    field = form.get_by_role("spinbutton", name="Steps")
    expect(field).to_have_accessible_description(fault)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(form.get_by_text(fault)).to_be_visible()
    assert says(form) == NO_RESULT
    set_by_keyboard(form, {"steps": 20})
    expect(field).to_have_accessible_description("")
    assert says(form) == descent()


@pytest.mark.parametrize("typed", ["", "   "])
def test_no_word(typed: str, page: Page, address: str) -> None:
    """A query without a word is named at its field."""
    form = explorer(page, address, "ranking")
    set_by_keyboard(form, {"query": typed})
    query = form.get_by_role("textbox", name="Query")
    expect(query).to_have_accessible_description("Type at least one word.")
    assert says(form) == NO_RESULT


@each_explorer
def test_ends(name: str, page: Page, address: str) -> None:
    """At both ends of every slider there is a result, and every number in it is one."""
    form = explorer(page, address, name)
    for key in ("Home", "End"):
        for slider in form.get_by_role("slider").all():
            slider.press(key)
            assert says(form) != NO_RESULT
            html = form.inner_html()
            assert not any(word in html for word in ("NaN", "Infinity", "undefined"))


# The distances of a dot from the sides of its window, in units of the picture.
DISTANCES = """
(dot) => {
  const [x, y] = dot.getAttribute("d").match(/-?[\\d.e+-]+/g).map(Number);
  const window = dot.ownerSVGElement;
  const { x: left, y: top, width, height } = window.viewBox.baseVal;
  const across = window.width.baseVal.value / width;
  const up = window.height.baseVal.value / height;
  const sideways = [x - left, left + width - x].map((distance) => distance * across);
  return [...sideways, ...[-y - top, top + height + y].map((distance) => distance * up)];
}
"""


@pytest.mark.parametrize("name", ["tail", "users"])
@pytest.mark.parametrize("keys", list(product(("Home", "End"), repeat=2)))
def test_dot_is_whole(name: str, keys: tuple[str, str], page: Page, address: str) -> None:
    """At the ends of the sliders, too, the dot, whose radius is 5, is inside its window."""
    form = explorer(page, address, name)
    for slider, key in zip(form.get_by_role("slider").all(), keys, strict=False):
        slider.press(key)
    assert min(form.locator("[data-part=point]").evaluate(DISTANCES)) >= 5


@pytest.mark.parametrize("key", ["", "Home", "End"])
def test_break_even_is_in_sight(key: str, page: Page, address: str) -> None:
    """The axes reach a little beyond the crossing, or beyond full GPUs where there is none."""
    form = explorer(page, address, "break_even")
    for slider in form.get_by_role("slider").all() if key else ():
        slider.press(key)
    cross, full = (
        [float(found) for found in re.findall(r"[\d.]+", str(part.get_attribute("d")))]
        for part in (form.locator(f"[data-part={name}]") for name in ("cross", "full"))
    )
    assert bool(cross) == says(form).endswith("so they pay from there.")
    across, *ups = cross or full
    assert 0.1 < across < 0.9
    assert 0.3 < max(ups) < 0.9


@pytest.mark.parametrize(
    ("key", "requests", "cost"),
    [
        ("", ["2.5", "5", "7.5", "10"], ["2.5", "5", "7.5", "10"]),
        ("Home", ["1", "2", "3", "4"], ["1", "2", "3", "4"]),
        ("End", ["0.1", "0.2", "0.3", "0.4"], ["20", "40", "60", "80"]),
    ],
)
def test_break_even_axes(
    key: str, requests: list[str], cost: list[str], page: Page, address: str
) -> None:
    """The axes are labelled with what they reach."""
    form = explorer(page, address, "break_even")
    for slider in form.get_by_role("slider").all() if key else ():
        slider.press(key)
    assert form.locator("[data-part^=requests]").all_text_contents() == requests
    assert form.locator("[data-part^=cost]").all_text_contents() == cost


@each_explorer
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(name: str, scheme: Any, page: Page, address: str) -> None:
    """axe-core finds nothing wrong with an explorer, which fits a small phone and keeps still."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    form = explorer(page, address, name)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    found = Axe().run(page, context=f"[data-explorer={name}]")
    assert found.violations_count == 0, found.generate_report()
    assert form.evaluate("form => form.getAnimations({subtree: true}).length") == 0


@each_explorer
def test_print(name: str, page: Page, address: str) -> None:
    """Paper has the figure before the explorer, and not the explorer."""
    form = explorer(page, address, name)
    page.emulate_media(media="print")
    expect(form).to_be_hidden()
    expect(form.locator("xpath=preceding-sibling::*[1][self::figure]")).to_be_visible()


@each_explorer
def test_without_script(name: str, browser: Browser, address: str) -> None:
    """Without JavaScript there is the figure, and no dead control."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + PAGES[name])
    form = page.locator(f"[data-explorer={name}]")
    expect(form).to_be_hidden()
    expect(form.locator("xpath=preceding-sibling::*[1][self::figure]")).to_be_visible()
    page.close()


@each_explorer
def test_strict_policy(name: str, page: Page, address: str) -> None:
    """An explorer keeps a strict Content-Security-Policy."""

    def answer(route: Any) -> None:
        answered = route.fetch()
        policy = "default-src 'none'; script-src 'self'; style-src 'self'"
        route.fulfill(
            response=answered, headers=answered.headers | {"content-security-policy": policy}
        )

    page.route("**/bundle.*.js", lambda route: route.abort())
    page.route(address + PAGES[name], answer)
    form = explorer(page, address, name)
    form.locator("input").first.press("ArrowRight")
    assert says(form) != NO_RESULT


def test_loaded_where_needed(page: Page, address: str) -> None:
    """A page without an explorer loads the small script alone."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if "/explore" in url] == [f"{address}assets/explorer.js"]


@each_explorer
def test_size(name: str) -> None:
    """An explorer adds at most 5 KB to its page, as a server compresses it, shared code counted."""
    scripts = [ASSETS / "explorer.js", ASSETS / "explore" / "numerals.js"]
    scripts.append(ASSETS / "explore" / f"{name}.js")
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts) <= 5000

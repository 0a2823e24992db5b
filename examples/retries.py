"""What becomes of requests that are sent again: success, load, and work that is done twice."""

from dataclasses import dataclass
from fractions import Fraction

from examples import figure as fig

REQUESTS = 1_600
FAILS = Fraction(1, 20)  # share of calls without an answer
LOST = Fraction(1, 2)  # share of those in which the work was done and only the answer got lost

CALL = ("answered", "done, answer lost", "not done")
TIMES = ("never", "once", "twice")
"""Names of the outcomes of `first_call`, in its order, and of how often work was done."""

DONE = ("hb-grid", "hb-heat-1", "hb-heat-5")
"""An outline where work was never done, and the stronger a colour the more often it was."""


@dataclass(frozen=True)
class Outcome:
    """What calls have led to: whether an answer came, and how often the work was done."""

    answered: bool
    done: int


Counts = dict[Outcome, Fraction]


def first_call() -> Counts:
    """The share of requests with each outcome after one call."""
    return {
        Outcome(answered=True, done=1): 1 - FAILS,
        Outcome(answered=False, done=1): FAILS * LOST,
        Outcome(answered=False, done=0): FAILS * (1 - LOST),
    }


def after(tries: int) -> Counts:
    """The share of requests with each outcome when each is called until answered, at most so often.

    Calls fail independently of each other.
    """
    shares = first_call()
    for _ in range(tries - 1):
        shares = again(shares)
    return shares


def again(shares: Counts) -> Counts:
    """Call once more what has no answer."""
    nothing = {Outcome(answered=True, done=0): Fraction(1)}
    found: Counts = {}
    for outcome, share in shares.items():
        for call, chance in (nothing if outcome.answered else first_call()).items():
            both = Outcome(call.answered, outcome.done + call.done)
            found[both] = found.get(both, Fraction(0)) + share * chance
    return found


def calls(fails: float | Fraction, tries: int) -> float:
    """Mean calls for each request: the sum of fails^k for k below `tries`."""
    return float(sum(fails**k for k in range(tries)))


def unanswered(shares: Counts) -> Fraction:
    """Share of requests without an answer."""
    return sum((share for outcome, share in shares.items() if not outcome.answered), Fraction(0))


def done_twice(shares: Counts) -> Fraction:
    """Share of requests whose work was done more than once."""
    return sum((share for outcome, share in shares.items() if outcome.done > 1), Fraction(0))


def results() -> dict[str, str]:
    twice = after(2)
    values = {
        "with_retry": f"{100 * float(unanswered(twice)):g}",
        "unanswered": requests(unanswered(twice)),
        "twice": requests(done_twice(twice)),
        "twice_percent": f"{100 * float(done_twice(twice)):.1f}",
        "calls": f"{REQUESTS * calls(FAILS, 2):,.0f}",
        "unanswered_4": f"{100 * float(unanswered(after(4))):.3g}",
    }
    return values | {f"calls_4_at_{p}": f"{calls(p / 100, 4):.2f}" for p in (5, 50, 90)}


def figures() -> dict[str, str]:
    return {"tree_figure": tree_figure()}


def requests(share: Fraction) -> str:
    """How many of the requests a share is."""
    return f"{int(REQUESTS * share):,}"


def box(label: str, corner: fig.Point, done: int) -> list[str]:
    """A labelled box, 170 wide and 26 high, marked by how often the work was done."""
    x, y = corner
    on_heat = " hb-on-heat" if done > 1 else ""
    return [
        fig.rect(corner, (170, 26), DONE[done]),
        fig.text(x + 85, y + 18, label, f"hb-label{on_heat}", "middle"),
    ]


def second_calls() -> list[tuple[int, int, Fraction, int]]:
    """For each second call the places of both outcomes in `CALL`, the share, and the work done."""
    outcomes = list(enumerate(first_call().items()))
    return [
        (first, second, share * chance, before.done + after.done)
        for first, (before, share) in outcomes
        if not before.answered
        for second, (after, chance) in outcomes
    ]


def tree_figure() -> str:
    """What becomes of the requests in one call and, where no answer came, in a second one."""
    shapes = [
        fig.text(8, 14, "First call"),
        fig.text(222, 14, "Second call"),
        fig.line((8, 22), (392, 22), "hb-grid"),
        fig.text(8, 323, "Work done:"),
    ]
    for place, (outcome, share) in enumerate(first_call().items()):
        top = 34 if outcome.answered else 110 * place
        shapes += box(f"{requests(share)} {CALL[place]}", (8, top), outcome.done)
    for first, second, share, done in second_calls():
        middle, y = 110 * first + 13, 110 * first + 32 * (second - 1)
        shapes.append(fig.line((178, middle), (222, y + 13), "hb-grid"))
        shapes += box(f"{requests(share)} {CALL[second]}", (222, y), done)
    shapes += fig.legend((92, 318), (100, 0), dict(zip(DONE, TIMES, strict=True)))
    answered = requests(first_call()[Outcome(answered=True, done=1)])
    rows = [[CALL[0], "", answered, TIMES[1]]] + [
        [CALL[first], CALL[second], requests(share), TIMES[done]]
        for first, second, share, done in second_calls()
    ]
    shares = after(2)
    return fig.figure(
        "retries-tree",
        alt="A tree of what becomes of requests in a first call and in a second one.",
        desc=f"Of {REQUESTS:,} requests {answered} are answered at once; the other two branches "
        "split again, and the work of two leaves was done twice.",
        height=332,
        shapes=shapes,
        caption=f"The retry answers all but {requests(unanswered(shares))} of {REQUESTS:,} "
        f"requests, and does the work of {requests(done_twice(shares))} twice.",
        data=fig.table(["First call", "Second call", "Requests", "Work done"], rows),
    )

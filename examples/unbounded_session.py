"""What a session costs whose history grows with each turn, and a loop that nothing stops.

Turns, tokens, prices and limits are invented.
"""

from examples import figure as fig
from examples.latency_budget import INPUT_PRICE, request_price

TURN = 500  # tokens that a turn adds, question and answer together
TURNS = 20
KEPT = 4  # turns that are sent along, the present one included, when the history is cut

LOOP_RATE = 1  # requests a second
WEEKEND = 60  # hours from Friday evening to Monday morning
CAP = 20  # dollars, at which the key stops working


def read_at(turn: int, kept: int | None = None) -> int:
    """Tokens that the model reads in this turn, counted from 1."""
    return TURN * (turn if kept is None else min(turn, kept))


def read_in(turns: int, kept: int | None = None) -> int:
    """Tokens that the model reads in a whole session."""
    return sum(read_at(turn, kept) for turn in range(1, turns + 1))


def dollars(tokens: int) -> float:
    return tokens * INPUT_PRICE / 1_000_000


def loop_requests(hours: float) -> float:
    return LOOP_RATE * 3600 * hours


def hours_until(cap: float) -> float:
    """Hours in which the loop has spent `cap` dollars."""
    return cap / request_price() / (LOOP_RATE * 3600)


def results() -> dict[str, str]:
    whole, cut = read_in(TURNS), read_in(TURNS, KEPT)
    return {
        "turns": str(TURNS),
        "first_turn": f"{read_at(1):,}",
        "last_turn": f"{read_at(TURNS):,}",
        "whole": f"{whole:,}",
        "cut": f"{cut:,}",
        "whole_per_thousand": f"{1000 * dollars(whole):,.0f}",
        "cut_per_thousand": f"{1000 * dollars(cut):,.0f}",
        "once": f"{TURN * TURNS:,}",
        "times_once": f"{whole / (TURN * TURNS):.1f}",
        "saved": f"{100 * (1 - cut / whole):.0f}",
        "doubled": f"{read_in(2 * TURNS) / whole:.1f}",
        "loop_requests": f"{loop_requests(WEEKEND):,.0f}",
        "loop_dollars": f"{loop_requests(WEEKEND) * request_price():,.0f}",
        "hours_to_cap": f"{hours_until(CAP):.1f}",
        "loop_times_cap": f"{loop_requests(WEEKEND) * request_price() / CAP:.0f}",
        "try_turns": f"{read_in(10):,}",
    }


def figures() -> dict[str, str]:
    return {"turns_figure": turns_figure()}


def turns_figure() -> str:
    """Tokens read in all after each turn, with the whole history and with a cut one."""
    across, up = fig.scale((0, TURNS), (52, 372)), fig.scale((0, 110_000), (200, 12))
    shapes = fig.levels(
        up, (52, 372), {level: f"{level // 1000}" for level in (0, 25_000, 50_000, 75_000, 100_000)}
    )
    shapes += [
        fig.text(across(turn), 218, str(turn), "hb-small", "middle") for turn in (0, 5, 10, 15, 20)
    ]
    for kept, classes in ((None, "hb-line-1"), (KEPT, "hb-line-2 hb-dash-2")):
        curve = [(across(turn), up(read_in(turn, kept))) for turn in range(TURNS + 1)]
        shapes.append(fig.path(curve, classes))
    shapes += [
        fig.text(across(14.4), up(62_000), "whole history", anchor="end"),
        fig.text(across(TURNS), up(9_000), f"last {KEPT} turns", anchor="end"),
        fig.text(60, 26, "1,000 tokens read"),
        fig.text(212, 240, "Turns", anchor="middle"),
    ]
    rows = [
        [str(turn), f"{read_in(turn):,}", f"{read_in(turn, KEPT):,}"] for turn in (1, 5, 10, 15, 20)
    ]
    return fig.figure(
        "unbounded-session-turns",
        alt="Two lines of tokens read in a session: one bends upwards, one is straight.",
        desc=f"After {TURNS} turns the model has read {read_in(TURNS):,} tokens when each turn "
        f"sends the whole history, and {read_in(TURNS, KEPT):,} when it sends the last {KEPT}.",
        height=248,
        shapes=shapes,
        caption="A history that is sent again with each turn makes the cost of a session grow with "
        "the square of its length.",
        data=fig.table(["Turns", "Whole history", f"Last {KEPT} turns"], rows),
    )

"""A judge that leans to the answer it reads first, and what asking in both orders tells.

The verdicts on the pairs of answers are invented.
"""

from examples import figure as fig

FOR_A, FOR_B = 30, 35
"""Pairs in which the judge prefers this system's answer in either order."""
FOR_FIRST, FOR_SECOND = 30, 5
"""Pairs in which it prefers whichever answer comes first, or second."""


def pairs() -> int:
    return FOR_A + FOR_B + FOR_FIRST + FOR_SECOND


def wins_of_a(*, first: bool) -> int:
    """Pairs that A wins when all are shown in one order."""
    return FOR_A + (FOR_FIRST if first else FOR_SECOND)


def consistent() -> int:
    """Pairs with the same winner in both orders."""
    return FOR_A + FOR_B


def rows() -> list[tuple[str, int, int]]:
    """Each way of asking with the wins of A and of B."""
    orders = [("A shown first", True), ("B shown first", False)]
    shown = [(name, wins_of_a(first=first)) for name, first in orders]
    return [*((name, won, pairs() - won) for name, won in shown), ("Both orders", FOR_A, FOR_B)]


def results() -> dict[str, str]:
    total = pairs()
    return {
        "pairs": str(total),
        "a_first": str(wins_of_a(first=True)),
        "b_first": str(wins_of_a(first=False)),
        "consistent": str(consistent()),
        "turned": str(total - consistent()),
        "a_both": f"{100 * FOR_A / consistent():.0f}",
        "b_both": f"{100 * FOR_B / consistent():.0f}",
        "a_mixed": f"{(wins_of_a(first=True) + wins_of_a(first=False)) / 2:.1f}",
    }


def figures() -> dict[str, str]:
    return {"orders_figure": orders_figure()}


def orders_figure() -> str:
    """The pairs that A and B win, for each way of asking."""
    across = fig.scale((0, pairs()), (108, 388))
    shapes = fig.legend((108, 11), (100, 0), {"hb-mark-1": "A wins", "hb-mark-2": "B wins"})
    shapes += fig.columns(
        across, (28, 158), {tick: str(tick) for tick in (0, 25, 50, 75, 100)}, "hb-small"
    )
    for row, (name, won, lost) in enumerate(rows()):
        y = 36 + 42 * row
        shapes += [
            fig.text(100, y + 20, name, "hb-small", "end"),
            fig.rect((across(0), y), (across(won) - across(0), 28), "hb-mark-1"),
            fig.rect((across(won), y), (across(lost) - across(0), 28), "hb-mark-2"),
        ]
    shapes += [
        fig.line((across(0), 28), (across(0), 158), "hb-axis"),
        fig.text(248, 198, "Pairs of answers", anchor="middle"),
    ]
    return fig.figure(
        "biased-judge-orders",
        alt="Three bars, each cut into the pairs that system A wins and those that B wins.",
        desc=f"With A shown first A wins {wins_of_a(first=True)} of {pairs()} pairs, with B shown "
        f"first {wins_of_a(first=False)}; where both orders agree, A wins {FOR_A} and B {FOR_B}.",
        height=206,
        shapes=shapes,
        caption="The order of the answers decides who wins; where the order does not matter, B is "
        "slightly ahead.",
        data=fig.table(
            ["Asked", "A wins", "B wins"], [[name, str(a), str(b)] for name, a, b in rows()]
        ),
    )

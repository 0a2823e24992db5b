"""Reach: in how many ways a text from a stranger can carry data out through an agent's tools.

A way out is a tool that reads what strangers write, a tool that reads what is sensitive, and a
tool that sends to strangers: all in one agent. The agent is invented, and no model is called.
"""

from dataclasses import dataclass, replace

from examples import figure as fig

STRANGERS_WRITE = {"tickets", "web"}
SENSITIVE = {"all orders", "all customers", "salaries"}
STRANGERS_READ = {"any address", "any site"}


@dataclass(frozen=True)
class Tool:
    """What a tool lets the model read, and to whom it lets it send."""

    name: str
    reads: frozenset[str] = frozenset()
    sends: frozenset[str] = frozenset()


Agent = tuple[Tool, ...]

TICKETS = Tool("read_tickets", frozenset({"tickets"}))
NOTES = Tool("read_notes", frozenset({"notes"}))
TABLES = Tool("query_tables", frozenset({"all orders", "all customers", "salaries"}))
WEB = Tool("fetch_page", frozenset({"web"}), frozenset({"any site"}))
MAIL = Tool("send_mail", sends=frozenset({"any address"}))

AS_BUILT: Agent = (TICKETS, NOTES, TABLES, WEB, MAIL)
NO_WEB: Agent = (TICKETS, NOTES, TABLES, MAIL)
OWN_ROWS: Agent = (TICKETS, NOTES, replace(TABLES, reads=frozenset({"all orders"})), MAIL)
OWN_MAIL: Agent = (
    TICKETS,
    NOTES,
    replace(TABLES, reads=frozenset({"the writer's orders"})),
    replace(MAIL, sends=frozenset({"the ticket's writer"})),
)
STEPS = {
    "As built": AS_BUILT,
    "No web": NO_WEB,
    "Orders only": OWN_ROWS,
    "Own rows and mail": OWN_MAIL,
}

STOPPED = 0.99  # share of attack texts that a filter stops
ATTEMPTS = 300


def grants(agent: Agent) -> int:
    """Pairs of a tool and what it may read or whom it may reach."""
    return sum(len(tool.reads) + len(tool.sends) for tool in agent)


def factors(agent: Agent) -> tuple[int, int, int]:
    """Ways in, sensitive data, and ways out."""
    reads = [data for tool in agent for data in tool.reads]
    return (
        sum(data in STRANGERS_WRITE for data in reads),
        sum(data in SENSITIVE for data in reads),
        sum(target in STRANGERS_READ for tool in agent for target in tool.sends),
    )


def ways(agent: Agent) -> int:
    """One of each: a way in, what is taken, a way out."""
    entries, data, exits = factors(agent)
    return entries * data * exits


def one_gets_through(attempts: int, stopped: float = STOPPED) -> float:
    """Chance that at least one of so many independent attack texts passes a filter."""
    nothing: float = stopped**attempts
    return 1 - nothing


def results() -> dict[str, str]:
    values = {
        "by_hand": f"{STOPPED**ATTEMPTS:.3f}",
        "filter_300": f"{100 * one_gets_through(ATTEMPTS):.0f}",
        "filter_30": f"{100 * one_gets_through(30):.0f}",
        "try_better_filter": f"{100 * one_gets_through(ATTEMPTS, 0.999):.0f}",
        "try_no_mail": str(ways((TICKETS, NOTES, TABLES, WEB))),
    }
    for name, agent in STEPS.items():
        key = name.lower().replace(" ", "_")
        entries, data, exits = factors(agent)
        values |= {
            f"{key}_grants": str(grants(agent)),
            f"{key}_factors": f"{entries} × {data} × {exits}",
            f"{key}_ways": str(ways(agent)),
        }
    return values


def figures() -> dict[str, str]:
    return {"ways_figure": ways_figure()}


def ways_figure() -> str:
    """Ways out and grants of each design, as bars."""
    across = fig.scale((0, 12), (0, 228))
    shapes, rows = [], []
    for row, (name, agent) in enumerate(STEPS.items()):
        top = 6 + 54 * row
        entries, data, exits = factors(agent)
        rows.append([name, f"{entries} × {data} × {exits}", str(ways(agent)), str(grants(agent))])
        shapes.append(fig.text(0, top + 25, name))
        for offset, number, mark in ((0, ways(agent), 2), (22, grants(agent), 1)):
            shapes += [
                fig.rect((140, top + offset), (across(number), 18), f"hb-mark-{mark}"),
                fig.text(146 + across(number), top + offset + 14, str(number)),
            ]
    bottom = 6 + 54 * len(STEPS)
    return fig.figure(
        "reach-ways",
        alt="Four pairs of bars: ways out and grants, for an agent as built and after each change.",
        desc="The ways out fall in three steps to none; the grants fall more slowly, because the "
        "agent still reads tickets, notes and orders and still writes mail.",
        height=bottom + 30,
        shapes=[
            *shapes,
            fig.line((140, 2), (140, bottom - 8), "hb-axis"),
            *fig.legend(
                (140, bottom + 12), (116, 0), {"hb-mark-2": "ways out", "hb-mark-1": "grants"}
            ),
        ],
        caption=f"The agent keeps {grants(OWN_MAIL)} of {grants(AS_BUILT)} grants and does its "
        f"task, and of {ways(AS_BUILT)} ways out none is left.",
        data=fig.table(["Design", "In × data × out", "Ways out", "Grants"], rows),
    )

"""E19: a share of people measured through answers that are partly chance, and what that costs.

Each person tells the truth with a fixed chance, and otherwise lets a fair coin answer.
The numbers of people and of answers are invented.
"""

from math import log, sqrt

from examples import figure as fig

PEOPLE = 1000
SAID_YES = 0.40  # share of the answers
TRUTH = 0.5  # chance that an answer is true and not a coin's
CHOICES = (0.25, 0.5, 0.75)
Z = 1.959964  # standard errors on either side that hold 95 % of a normal distribution


def yes(truth: float, share: float) -> float:
    """Share that says yes when `share` of the people would truly say so."""
    return truth * share + (1 - truth) / 2


def estimate(truth: float, said: float) -> float:
    """The share of true yes, from the share that said yes (after Warner 1965)."""
    return (said - (1 - truth) / 2) / truth


def standard_error(truth: float, share: float, people: int = PEOPLE) -> float:
    """Of the estimate, as a share; `truth` = 1 is a plain question."""
    said = yes(truth, share)
    return sqrt(said * (1 - said) / people) / truth


def epsilon(truth: float) -> float:
    """The privacy loss: log of how much likelier a yes is from a true yes than from a true no."""
    return log(yes(truth, 1) / yes(truth, 0))


def times_the_people(truth: float, share: float) -> float:
    """How many times as many people give the standard error of a plain question."""
    return (standard_error(truth, share) / standard_error(1, share)) ** 2


def truly_yes(truth: float, share: float, *, said_yes: bool) -> float:
    """Chance that a person with this answer is a true yes (Bayes' rule)."""
    from_yes, all_yes = yes(truth, 1), yes(truth, share)
    return share * from_yes / all_yes if said_yes else share * (1 - from_yes) / (1 - all_yes)


def results() -> dict[str, str]:
    share = estimate(TRUTH, SAID_YES)
    values = {
        "people": f"{PEOPLE:,}",
        "estimate": f"{100 * share:.0f}",
        "standard_error": f"{standard_error(TRUTH, share):.3f}",
        "standard_error_plain": f"{standard_error(1, share):.4f}",
        "if_yes": f"{100 * truly_yes(TRUTH, share, said_yes=True):.0f}",
        "if_no": f"{100 * truly_yes(TRUTH, share, said_yes=False):.1f}",
        "try_estimate": f"{100 * estimate(0.75, SAID_YES):.0f}",
    }
    for truth in CHOICES:
        percent = f"{100 * truth:.0f}"
        values[f"epsilon_{percent}"] = f"{epsilon(truth):.3f}"
        values[f"times_{percent}"] = f"{times_the_people(truth, share):.2f}"
        values[f"if_yes_{percent}"] = f"{100 * truly_yes(truth, share, said_yes=True):.0f}"
    return values


def figures() -> dict[str, str]:
    return {"estimates_figure": estimates_figure()}


def asked() -> dict[str, float]:
    """How the question is put, with the chance of a true answer; the private ways come last."""
    chances = {f"truth {100 * truth:.0f} %": truth for truth in reversed(CHOICES)}
    return {"plain question": 1.0} | chances


def estimates_figure() -> str:
    """The same share as each way of asking shows it, with its interval."""
    share = estimate(TRUTH, SAID_YES)
    across = fig.scale((0.1, 0.5), (120, 380))
    shapes, rows = [], []
    shapes += fig.columns(
        across,
        (8, 168),
        {tick: f"{100 * tick:.0f} %" for tick in (0.1, 0.2, 0.3, 0.4, 0.5)},
        "hb-small",
    )
    for row, (name, truth) in enumerate(asked().items()):
        y, half = 28 + 40 * row, Z * standard_error(truth, share)
        colour = "1" if truth == 1 else "2"
        low, high = across(share - half), across(share + half)
        shapes += [
            fig.text(112, y + 5, name, "hb-small", "end"),
            *fig.interval(low, high, y, f"hb-line-{colour}"),
            fig.circle((across(share), y), f"hb-mark-{colour}"),
        ]
        rows.append([name, f"{100 * (share - half):.1f}", f"{100 * (share + half):.1f}"])
    shapes.append(fig.text(250, 208, "Estimated share of true yes", anchor="middle"))
    return fig.figure(
        "randomised-response",
        alt="Four intervals around the same share, wider the more answers are left to a coin.",
        desc=f"All are centred on {100 * share:.0f} %; the plain question has the narrowest "
        "interval, and a question answered truly one time in four the widest.",
        height=216,
        shapes=shapes,
        caption=f"The more each of {PEOPLE:,} answers is hidden, the wider the interval around "
        "the share that all of them are asked for.",
        data=fig.table(["Asked by", "Low, %", "High, %"], rows),
    )

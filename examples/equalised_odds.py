"""E13: one accuracy for all, and the two groups that are treated differently behind it.

The counts are invented, a hundred people in each group.
"""

from dataclasses import dataclass
from math import ceil, sqrt

from examples import figure as fig


@dataclass(frozen=True)
class Counts:
    """People by what the model said (positive or negative) and whether that was true or false."""

    tp: int
    fn: int
    fp: int
    tn: int

    @property
    def total(self) -> int:
        return self.tp + self.fn + self.fp + self.tn

    @property
    def base_rate(self) -> float:
        """Share of people who are in truth positive."""
        return (self.tp + self.fn) / self.total

    @property
    def selected(self) -> float:
        """Share of people whom the model calls positive."""
        return (self.tp + self.fp) / self.total

    @property
    def tpr(self) -> float:
        """True-positive rate, or recall: share of the truly positive whom the model finds."""
        return self.tp / (self.tp + self.fn)

    @property
    def fpr(self) -> float:
        """False-positive rate: share of the truly negative whom the model calls positive."""
        return self.fp / (self.fp + self.tn)

    @property
    def ppv(self) -> float:
        """Positive predictive value, or precision: share of the selected who are positive."""
        return self.tp / (self.tp + self.fp)

    @property
    def accuracy(self) -> float:
        return (self.tp + self.tn) / self.total


A = Counts(tp=40, fn=10, fp=10, tn=40)
B = Counts(tp=15, fn=10, fp=5, tn=70)
B_WITH_ODDS_OF_A = Counts(tp=20, fn=5, fp=15, tn=60)
"""Group B, had the model the same error rates there as in A."""

FOUR_FIFTHS = 0.8
"""A lower selection ratio is generally regarded as evidence of adverse impact (29 CFR 1607.4 D)."""


def overall_accuracy(first: Counts, second: Counts) -> float:
    return (first.tp + first.tn + second.tp + second.tn) / (first.total + second.total)


def selection_ratio(first: Counts, second: Counts) -> float:
    """The lower share of selected people over the higher one."""
    low, high = sorted((first.selected, second.selected))
    return low / high


def odds_gap(first: Counts, second: Counts) -> float:
    """The larger of the two gaps that equalised odds asks to be 0 (Hardt et al. 2016).

    Taking the larger one is how Fairlearn's equalized_odds_difference makes one number of two.
    """
    return max(abs(first.tpr - second.tpr), abs(first.fpr - second.fpr))


def implied_fpr(base_rate: float, ppv: float, tpr: float) -> float:
    """The FPR as p / (1 - p) * (1 - PPV) / PPV * TPR (Chouldechova 2017).

    Where base rates p differ, two groups cannot share PPV, TPR and FPR, unless no one is wrongly
    selected.
    """
    return base_rate / (1 - base_rate) * (1 - ppv) / ppv * tpr


def tpr_gap_error(first: Counts, second: Counts) -> float:
    """Standard error of the TPR gap; the truly positive people of both groups are its sample."""
    variances = (group.tpr * (1 - group.tpr) / (group.tp + group.fn) for group in (first, second))
    return sqrt(sum(variances))


def positives_needed(first_tpr: float, second_tpr: float) -> int:
    """Truly positive people in each group at which such a gap is 1.96 standard errors wide."""
    spread = first_tpr * (1 - first_tpr) + second_tpr * (1 - second_tpr)
    return ceil((1.96 / (first_tpr - second_tpr)) ** 2 * spread)


def results() -> dict[str, str]:
    error = tpr_gap_error(A, B)
    values = {
        "overall_accuracy": f"{overall_accuracy(A, B):.3f}",
        "selection_ratio": f"{selection_ratio(A, B):.2f}",
        "tpr_gap": f"{abs(A.tpr - B.tpr):.2f}",
        "fpr_gap": f"{abs(A.fpr - B.fpr):.3f}",
        "tpr_gap_error": f"{error:.3f}",
        "tpr_gap_low": fig.signed(A.tpr - B.tpr - 1.96 * error, 2),
        "tpr_gap_high": f"{A.tpr - B.tpr + 1.96 * error:.2f}",
        "positives_for_5_points": str(positives_needed(0.8, 0.75)),
        "odds_gap": f"{odds_gap(A, B):.2f}",
        "try_odds_gap": f"{odds_gap(A, B_WITH_ODDS_OF_A):.2f}",
        "try_ppv_b": f"{B_WITH_ODDS_OF_A.ppv:.3f}",
        "try_accuracy_b": f"{B_WITH_ODDS_OF_A.accuracy:.2f}",
        "try_selection_ratio": f"{selection_ratio(A, B_WITH_ODDS_OF_A):.2f}",
    }
    for name, group in (("a", A), ("b", B)):
        implied = implied_fpr(group.base_rate, group.ppv, group.tpr)
        values |= {
            f"base_rate_{name}": f"{group.base_rate:.2f}",
            f"selected_{name}": f"{group.selected:.2f}",
            f"tpr_{name}": f"{group.tpr:.2f}",
            f"fpr_{name}": f"{group.fpr:.4f}",
            f"ppv_{name}": f"{group.ppv:.2f}",
            f"accuracy_{name}": f"{group.accuracy:.2f}",
            f"implied_fpr_{name}": f"{implied:.4f}",
        }
    return values


def figures() -> dict[str, str]:
    return {"matrices_figure": matrices_figure(), "rates_figure": rates_figure()}


def matrix(title: str, left: float, group: Counts) -> list[str]:
    """The four counts of a group, truth down and the model across; 190 wide, 174 high."""
    shapes = [
        fig.text(left, 16, title),
        fig.text(left + 95, 40, "selected", anchor="middle"),
        fig.text(left + 159, 40, "left out", anchor="middle"),
        fig.text(left, 84, "positive"),
        fig.text(left, 148, "negative"),
    ]
    for row, counts in enumerate(((group.tp, group.fn), (group.fp, group.tn))):
        for column, count in enumerate(counts):
            corner = (left + 64 + 64 * column, 48 + 64 * row)
            shapes.append(fig.heat_cell(corner, (62, 62), count / group.total, str(count)))
    return shapes


def matrices_figure() -> str:
    """The confusion matrices of the two groups."""
    names = ("Found", "Missed", "False alarm", "Rightly left out")
    pairs = ((A.tp, B.tp), (A.fn, B.fn), (A.fp, B.fp), (A.tn, B.tn))
    rows = [[name, str(a), str(b)] for name, (a, b) in zip(names, pairs, strict=True)]
    return fig.figure(
        "odds-matrices",
        alt="Two tables of four counts, one for each group: truth down, the model's word across.",
        desc=f"In group A the model finds {A.tp} of {A.tp + A.fn} who are positive, in group B "
        f"{B.tp} of {B.tp + B.fn}; group B's largest cell is the {B.tn} who are rightly left out.",
        height=202,
        shapes=[
            *matrix(f"Group A: accuracy {A.accuracy:.2f}", 0, A),
            *matrix(f"Group B: accuracy {B.accuracy:.2f}", 208, B),
            fig.text(200, 198, "Rows: what is true. Columns: the model.", anchor="middle"),
        ],
        caption=f"Group B has the higher accuracy, because {B.tn} of its hundred are rightly left "
        f"out, and yet {B.fn} of its {B.tp + B.fn} positives are missed (invented counts).",
        data=fig.table(["People", "Group A", "Group B"], rows),
    )


def rates_figure() -> str:
    """Five rates of the two groups as pairs of bars, with the gap beside them."""
    pairs = {
        "Selected": (A.selected, B.selected),
        "Found, of the positive (TPR)": (A.tpr, B.tpr),
        "False alarms, of the negative (FPR)": (A.fpr, B.fpr),
        "Positive, of the selected (PPV)": (A.ppv, B.ppv),
        "Accuracy": (A.accuracy, B.accuracy),
    }
    across = fig.scale((0, 1), (8, 308))
    shapes = [fig.text(392, 13, "gap B − A", anchor="end")]
    for number, (name, (a, b)) in enumerate(pairs.items()):
        top = 52 * number
        shapes += [
            fig.text(8, top + 13, name),
            fig.rect((8, top + 18), (across(a) - 8, 13), "hb-mark-1"),
            fig.text(across(a) + 5, top + 29, f"A {a:.2f}", "hb-small"),
            fig.rect((8, top + 33), (across(b) - 8, 13), "hb-mark-2"),
            fig.text(across(b) + 5, top + 44, f"B {b:.2f}", "hb-small"),
            fig.text(392, top + 37, fig.signed(b - a, 2), anchor="end"),
        ]
    bottom = 52 * len(pairs)
    rows = [[name, f"{a:.4f}", f"{b:.4f}", fig.signed(b - a, 4)] for name, (a, b) in pairs.items()]
    return fig.figure(
        "odds-rates",
        alt="Five pairs of bars: how the model treats group A and group B, with the gaps.",
        desc=f"Group B is selected less ({B.selected:.2f} against {A.selected:.2f}) and found less "
        f"({B.tpr:.2f} against {A.tpr:.2f}), although its accuracy is higher.",
        height=bottom + 6,
        shapes=shapes,
        caption=f"An accuracy of {overall_accuracy(A, B):.3f} over all hides that group B's "
        f"positives are found {100 * (A.tpr - B.tpr):.0f} points less often.",
        data=fig.table(["Rate", "Group A", "Group B", "Gap"], rows),
    )

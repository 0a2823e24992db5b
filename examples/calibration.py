"""E8: twenty answers with a stated confidence, and how far that confidence can be believed.

The answers are invented. The temperature is fitted and scored on the same twenty, so what it
mends here is no forecast for other answers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from examples import figure as fig


@dataclass(frozen=True)
class Group:
    """Answers that share a stated confidence, 0 to 1, and how many of them are right."""

    confidence: float
    right: int
    total: int

    @property
    def accuracy(self) -> float:
        return self.right / self.total


STATED = (Group(0.9, 7, 10), Group(0.6, 6, 10))
KEPT_PROMISE = (Group(0.9, 9, 10), Group(0.6, 6, 10))
"""The same, had nine of the confident answers been right."""


def count(groups: Sequence[Group]) -> int:
    return sum(group.total for group in groups)


def accuracy(groups: Sequence[Group]) -> float:
    return sum(group.right for group in groups) / count(groups)


def calibration_error(groups: Sequence[Group]) -> float:
    """Expected calibration error: mean gap of accuracy and confidence (Naeini et al. 2015).

    Each stated confidence is a bin of its own; other bins give another error.
    """
    gaps = (group.total * abs(group.accuracy - group.confidence) for group in groups)
    return sum(gaps) / count(groups)


def mean_loss(groups: Sequence[Group], loss: Callable[[float], float]) -> float:
    """Mean of `loss` of the probability that each answer gave to what turned out true."""
    losses = (
        group.right * loss(group.confidence)
        + (group.total - group.right) * loss(1 - group.confidence)
        for group in groups
    )
    return sum(losses) / count(groups)


def brier(groups: Sequence[Group]) -> float:
    """Mean squared gap of confidence and outcome, 1 or 0; Brier (1950) counts both, so twice it."""
    return mean_loss(groups, lambda given: (1 - given) ** 2)


def log_loss(groups: Sequence[Group]) -> float:
    """Mean of -ln(probability given to what turned out true), in nats."""
    return mean_loss(groups, lambda given: -log(given))


def constant(groups: Sequence[Group]) -> list[Group]:
    """The same answers, each with the overall accuracy as its confidence."""
    return [replace(group, confidence=accuracy(groups)) for group in groups]


def logit(share: float) -> float:
    return log(share / (1 - share))


def sigmoid(value: float) -> float:
    return 1 / (1 + exp(-value))


def heated(groups: Sequence[Group], temperature: float) -> list[Group]:
    """Each confidence p becomes sigmoid(logit(p) / temperature) (Guo et al. 2017, 4.2).

    A temperature above 1 draws confidence towards one half; no answer changes sides.
    """
    return [
        replace(group, confidence=sigmoid(logit(group.confidence) / temperature))
        for group in groups
    ]


def best_temperature(groups: Sequence[Group]) -> float:
    """The temperature of least log loss on these very answers, by halving an interval.

    In 1 / temperature the loss is convex, so its slope changes sign once. It must do so between
    0 and 10, which asks for confident answers that are right more often than not, but not always.
    """
    low, high = 0.0, 10.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        slope = sum(
            group.total
            * logit(group.confidence)
            * (sigmoid(middle * logit(group.confidence)) - group.accuracy)
            for group in groups
        )
        low, high = (middle, high) if slope < 0 else (low, middle)
    return 1 / high


def results() -> dict[str, str]:
    temperature = best_temperature(STATED)
    after = heated(STATED, temperature)
    kept = best_temperature(KEPT_PROMISE)
    return {
        "accuracy": f"{accuracy(STATED):.2f}",
        "calibration_error": f"{calibration_error(STATED):.2f}",
        "brier": f"{brier(STATED):.3f}",
        "brier_constant": f"{brier(constant(STATED)):.4f}",
        "log_loss": f"{log_loss(STATED):.4f}",
        "temperature": f"{temperature:.3f}",
        "high_after": f"{after[0].confidence:.3f}",
        "low_after": f"{after[1].confidence:.3f}",
        "accuracy_after": f"{accuracy(after):.2f}",
        "calibration_error_after": f"{calibration_error(after):.4f}",
        "brier_after": f"{brier(after):.4f}",
        "log_loss_after": f"{log_loss(after):.4f}",
        "try_temperature": f"{kept:.2f}",
        "try_calibration_error": f"{calibration_error(KEPT_PROMISE):.2f}",
        "try_brier": f"{brier(KEPT_PROMISE):.3f}",
    }


def figures() -> dict[str, str]:
    return {"reliability_figure": reliability_figure()}


def reliability_figure() -> str:
    """Accuracy against stated confidence, before and after the temperature."""
    temperature = best_temperature(STATED)
    after = heated(STATED, temperature)
    across, up = fig.scale((0.5, 1), (48, 384)), fig.scale((0.5, 1), (264, 12))
    ticks = {tick / 10: f"{tick / 10:.1f}" for tick in range(5, 11)}
    shapes = [
        *fig.levels(up, (48, 384), ticks),
        *(fig.text(across(tick), 284, label, anchor="middle") for tick, label in ticks.items()),
        fig.line((48, 264), (384, 264), "hb-axis"),
        fig.line((across(0.5), up(0.5)), (across(1), up(1)), "hb-axis hb-dash-2"),
        fig.text(216, 306, "Stated confidence", anchor="middle"),
        fig.text(56, 30, "Share of answers right"),
        fig.text(across(0.82), up(0.84), "as good as its word", anchor="end"),
    ]
    for then, now in zip(STATED, after, strict=True):
        y = up(then.accuracy)
        start, end = across(then.confidence), across(now.confidence)
        shapes += [
            fig.line((start, y), (end, y), "hb-line-2 hb-dash-3"),
            fig.circle((start, y), "hb-mark-2"),
            fig.diamond((end, y), "hb-mark-1"),
        ]
    rows = [
        [f"{then.confidence:.1f}", f"{now.confidence:.3f}", f"{then.accuracy:.1f}"]
        for then, now in zip(STATED, after, strict=True)
    ]
    return fig.figure(
        "calibration-reliability",
        alt="Two groups of answers: how often they are right against how sure they were.",
        desc="As stated, 0.9 lies right of the dashed diagonal and 0.6 on it; after the "
        f"temperature of {temperature:.3f} the first lies almost on the diagonal and the second "
        "somewhat left of it.",
        height=340,
        shapes=[
            *shapes,
            *fig.legend(
                (8, 328),
                (104, 0),
                {"hb-mark-2": "as stated", "hb-mark-1": f"after temperature {temperature:.3f}"},
                (fig.circle, fig.diamond),
            ),
        ],
        caption="One temperature brings 0.9 close to what it delivers and takes 0.6 below it "
        "(fitted and scored on the same twenty answers).",
        data=fig.table(["Stated", "After", "Share right"], rows),
    )

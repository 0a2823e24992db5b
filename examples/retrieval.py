"""E4: word-matching retrieval over six chunks, and the score below which it says "I don't know".

All texts are invented. The threshold is picked on the very questions that test it, so its clean
record is no forecast for other questions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from examples import figure as fig
from examples.tf_idf import idf_log2, norm, scores, weights

CHUNKS = {
    "refunds": "refunds are paid within 14 days",
    "password": "reset your password on the sign in page",
    "rate limit": "the api returns error 429 when the rate limit is exceeded",
    "invoices": "invoices are sent by email each month",
    "account": "delete your account in the settings",
    "hours": "support answers on weekdays from 9 to 17",
}
REWORDED = CHUNKS | {"refunds": "refunds bring your money back within 14 days"}
"""The chunks once that on refunds speaks as those who ask do."""


@dataclass(frozen=True)
class Question:
    """What is asked, and the chunk that answers it; None when no chunk does."""

    text: str
    chunk: str | None


QUESTIONS = {
    "account": Question("how do i delete my account", "account"),
    "invoices": Question("how do i get invoices by email", "invoices"),
    "password": Question("how do i reset my password", "password"),
    "error": Question("what does error 429 mean", "rate limit"),
    "capital": Question("what is the capital of france", None),
    "money": Question("when do i get my money back", "refunds"),
}

THRESHOLD = 0.42
THRESHOLDS = (0.0, 0.15, THRESHOLD)


@dataclass(frozen=True)
class Answer:
    """The best chunk for a question, its cosine, and whether it is the one that answers."""

    chunk: str
    score: float
    right: bool

    @property
    def verdict(self) -> str:
        return "right" if self.right else "wrong"


def ranking(question: Question, chunks: Mapping[str, str]) -> list[str]:
    """Names of the chunks that share a word of any weight with the question, best first."""
    found = {name: score for name, score in scores(question.text, chunks).items() if score > 0}
    return sorted(found, key=lambda name: -found[name])


def recall_at(depth: int, chunks: Mapping[str, str] = CHUNKS) -> float:
    """Share of the answerable questions whose chunk is among the first `depth`."""
    answerable = [question for question in QUESTIONS.values() if question.chunk]
    found = sum(question.chunk in ranking(question, chunks)[:depth] for question in answerable)
    return found / len(answerable)


def mean_reciprocal_rank(chunks: Mapping[str, str] = CHUNKS) -> float:
    """Mean of 1 / rank of the right chunk, 0 when it is not found (Voorhees 1999)."""
    reciprocals = []
    for question in QUESTIONS.values():
        if question.chunk:
            ranked = ranking(question, chunks)
            found = question.chunk in ranked
            reciprocals.append(1 / (1 + ranked.index(question.chunk)) if found else 0.0)
    return sum(reciprocals) / len(reciprocals)


def answers(chunks: Mapping[str, str] = CHUNKS) -> dict[str, Answer]:
    """The best chunk for each question, whatever its score."""
    found = {}
    for name, question in QUESTIONS.items():
        cosines = scores(question.text, chunks)
        best = max(cosines, key=lambda chunk: cosines[chunk])
        found[name] = Answer(best, cosines[best], best == question.chunk)
    return found


def outcomes(threshold: float, given: Sequence[Answer]) -> tuple[int, int, int]:
    """How many answers are right, wrong and withheld when a score must reach `threshold`."""
    shown = [answer for answer in given if answer.score >= threshold]
    right = sum(answer.right for answer in shown)
    return right, len(shown) - right, len(given) - len(shown)


def risk_coverage(given: Sequence[Answer]) -> list[tuple[float, float, float]]:
    """Threshold, coverage and risk as the threshold falls past one answer after the other.

    Coverage is the share of questions answered, risk the share of wrong ones among them (El-Yaniv
    and Wiener 2010). An unanswerable question counts as wrong whatever is shown.
    """
    steps = []
    for answer in sorted(given, key=lambda one: -one.score):
        right, wrong, _ = outcomes(answer.score, given)
        steps.append((answer.score, (right + wrong) / len(given), wrong / (right + wrong)))
    return steps


def results() -> dict[str, str]:
    texts, given = list(CHUNKS.values()), answers()
    values = {
        "recall_1": f"{recall_at(1):.2f}",
        "recall_3": f"{recall_at(3):.2f}",
        "mrr": f"{mean_reciprocal_rank():.2f}",
        "idf_one_chunk": f"{idf_log2('when', texts):.3f}",
        "idf_the": f"{idf_log2('the', texts):.0f}",
        "norm_rate_limit": f"{norm(weights(CHUNKS['rate limit'], texts)):.3f}",
        "lowest_right": f"{min(one.score for one in given.values() if one.right):.4f}",
        "highest_wrong": f"{max(one.score for one in given.values() if not one.right):.4f}",
        "threshold": f"{THRESHOLD:.2f}",
    }
    for name, answer in given.items():
        values[f"score_{name}"] = f"{answer.score:.4f}"
        values[f"chunk_{name}"] = answer.chunk
    for threshold in THRESHOLDS:
        for name, count in counted(threshold, given).items():
            values[f"{name}_at_{100 * threshold:.0f}"] = count
    return values | {f"try_{name}": value for name, value in reworded().items()}


def counted(threshold: float, given: Mapping[str, Answer]) -> dict[str, str]:
    counts = outcomes(threshold, list(given.values()))
    return dict(zip(("right", "wrong", "abstained"), map(str, counts), strict=True))


def reworded() -> dict[str, str]:
    """What becomes of the question about money when the chunk says "money back"."""
    given = answers(REWORDED)
    return counted(THRESHOLD, given) | {
        "recall_1": f"{recall_at(1, REWORDED):.2f}",
        "score_money": f"{given['money'].score:.4f}",
    }


def figures() -> dict[str, str]:
    return {"scores_figure": scores_figure(), "risk_figure": risk_figure()}


def across(score: float) -> float:
    return fig.scale((0, 0.75), (8, 288))(score)


def score_bar(top: float, question: str, answer: Answer) -> list[str]:
    """The question above the bar of its score, and the threshold where it crosses; 42 high."""
    mark = "hb-mark-1" if answer.right else "hb-mark-2"
    return [
        fig.text(8, top + 13, question),
        fig.rect((8, top + 19), (across(answer.score) - 8, 14), mark),
        fig.line((across(THRESHOLD), top + 18), (across(THRESHOLD), top + 36), "hb-axis"),
        fig.text(392, top + 31, f"{answer.score:.4f} {answer.verdict}", anchor="end"),
    ]


def scores_figure() -> str:
    """The best score for each question, with the threshold."""
    given = answers()
    low = min(one.score for one in given.values() if one.right)
    high = max(one.score for one in given.values() if not one.right)
    shapes = []
    for number, (name, answer) in enumerate(given.items()):
        shapes += score_bar(42 * number, QUESTIONS[name].text, answer)
    bottom = 42 * len(given)
    shapes += [
        fig.line((across(THRESHOLD), bottom), (across(THRESHOLD), bottom + 10), "hb-axis"),
        fig.text(across(THRESHOLD), bottom + 24, f"threshold {THRESHOLD:.2f}", anchor="middle"),
    ]
    rows = [
        [QUESTIONS[name].text, answer.chunk, f"{answer.score:.4f}", answer.verdict]
        for name, answer in given.items()
    ]
    return fig.figure(
        "retrieval-scores",
        alt="A bar for each of six questions: the score of its best chunk, against a threshold.",
        desc=f"The four right answers score {low:.4f} or more; the two wrong ones, on the capital "
        f"of France and on money, score at most {high:.4f} and end left of the threshold.",
        height=bottom + 32,
        shapes=shapes,
        caption=f"A threshold of {THRESHOLD:.2f} parts the four right answers from the two wrong "
        "ones, but it was chosen on these very questions.",
        data=fig.table(["Question", "Best chunk", "Score", "Verdict"], rows),
    )


def risk_figure() -> str:
    """The share of wrong answers as the threshold lets more questions be answered."""
    steps = risk_coverage(list(answers().values()))
    asked = len(QUESTIONS)
    along, up = fig.scale((0, asked), (48, 384)), fig.scale((0, 0.4), (200, 12))
    stairs, before = [(along(0), up(0))], 0.0
    shapes = fig.levels(up, (48, 384), {share: f"{share:g}" for share in (0, 0.1, 0.2, 0.3, 0.4)})
    for threshold, coverage, risk in steps:
        point = along(coverage * asked), up(risk)
        stairs += [(point[0], up(before)), point]
        before = risk
        shapes.append(fig.text(point[0], point[1] - 10, f"{threshold:.2f}", anchor="middle"))
    shapes += [
        fig.path(stairs, "hb-line-1"),
        *(fig.circle(point, "hb-mark-2") for point in stairs[2::2]),
        fig.line((48, 200), (384, 200), "hb-axis"),
        *(fig.text(along(count), 220, str(count), anchor="middle") for count in range(asked + 1)),
        fig.text(216, 242, "Questions answered", anchor="middle"),
        fig.text(56, 30, "Share of wrong answers"),
        fig.text(56, 88, "above each mark the threshold"),
    ]
    rows = [[f"{t:.4f}", f"{coverage:.2f}", f"{risk:.2f}"] for t, coverage, risk in steps]
    return fig.figure(
        "retrieval-risk",
        alt="A staircase: the share of wrong answers against the number of questions answered.",
        desc="It is level at zero for the first four questions and climbs to "
        f"{steps[-2][2]:.2f} with the fifth and to {steps[-1][2]:.2f} with the sixth.",
        height=250,
        shapes=shapes,
        caption="Every question answered beyond the fourth is answered wrong, so this system does "
        "better to abstain.",
        data=fig.table(["Threshold", "Coverage", "Risk"], rows),
    )

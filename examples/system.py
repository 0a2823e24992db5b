"""The system: what lies on the path from input data to useful output, as one picture.

The picture is a loop: what is built goes down on the left, what is used goes up on the right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from examples import figure as fig

Box = tuple[float, float, float, float]
"""Left, top, width and height."""


@dataclass(frozen=True)
class Part:
    """A stage or a component: where it stands, what it takes and what it gives."""

    name: str
    box: Box
    comes_in: str
    goes_out: str


STAGES = {
    "data_preparation": Part(
        "Data preparation",
        (6, 44, 168, 60),
        "Raw rows, texts and images",
        "Clean, labelled rows, split for training and testing",
    ),
    "representation": Part(
        "Representation",
        (6, 122, 168, 48),
        "Texts, images and categories",
        "Tokens and vectors, which are numbers",
    ),
    "architecture": Part(
        "Architecture",
        (6, 188, 168, 60),
        "Vectors",
        "A function from vectors to a prediction",
    ),
    "training_signals": Part(
        "Training signals",
        (6, 266, 168, 60),
        "Predictions, and what they should have been",
        "Changes of the weights",
    ),
    "inference_behaviour": Part(
        "Inference behaviour",
        (188, 206, 206, 110),
        "What stands in the context window",
        "An answer, after some time and at some cost",
    ),
    "evaluation": Part(
        "Evaluation",
        (6, 344, 168, 60),
        "A trained model, and examples that it has not seen",
        "A verdict on whether it is fit for release",
    ),
    "feedback_loops": Part(
        "Feedback loops",
        (188, 44, 206, 60),
        "What people did with the answers",
        "New data, shaped by the system itself",
    ),
}
COMPONENTS = {
    "data_sources": Part(
        "Data sources",
        (10, 70, 160, 28),
        "What people, sensors and records produce",
        "Raw rows, texts and images, with their origin",
    ),
    "model_architecture": Part(
        "Model architecture",
        (10, 214, 160, 28),
        "The form of the task and of its data",
        "A function whose weights are still to be set",
    ),
    "training_infrastructure": Part(
        "Training infrastructure",
        (10, 292, 160, 28),
        "Examples, a function and a loss",
        "The weights of a trained model",
    ),
    "evaluation_methods": Part(
        "Evaluation methods",
        (10, 370, 160, 28),
        "Answers, and what they should have been",
        "Scores, with how sure they are",
    ),
    "deployment_controls": Part(
        "Deployment controls",
        (192, 370, 198, 28),
        "A model with its scores",
        "A release, a refusal, or the release before",
    ),
    "prompts": Part(
        "Prompts",
        (192, 280, 60, 28),
        "A question or a task",
        "Instructions and question, as text",
    ),
    "retrieval_systems": Part(
        "Retrieval systems",
        (256, 280, 134, 28),
        "A question",
        "Passages that fit it, with their sources",
    ),
    "context_windows": Part(
        "Context windows",
        (192, 232, 198, 28),
        "Instructions, question and passages",
        "The tokens that the model reads at once",
    ),
    "human_review": Part(
        "Human review",
        (192, 162, 198, 28),
        "An answer, and a reason to look at it",
        "An answer accepted, changed or refused",
    ),
    "monitoring": Part(
        "Monitoring",
        (192, 70, 198, 28),
        "Records of inputs, answers and what came of them",
        "Alarms, and examples to learn from",
    ),
}
PARTS = STAGES | COMPONENTS

ARROWS = (
    ((90, 22), (90, 44)),
    ((90, 104), (90, 122)),
    ((90, 170), (90, 188)),
    ((90, 248), (90, 266)),
    ((90, 326), (90, 344)),
    ((174, 384), (192, 384)),
    ((222, 370), (222, 316)),
    ((323, 342), (323, 316)),
    ((222, 280), (222, 260)),
    ((323, 280), (323, 260)),
    ((291, 206), (291, 190)),
    ((291, 162), (291, 146)),
    ((291, 120), (291, 104)),
    ((188, 74), (174, 74)),
)
"""From start to tip."""


def results() -> dict[str, str]:
    return {"components": str(len(COMPONENTS)), "stages": str(len(STAGES))}


def figures() -> dict[str, str]:
    """The whole picture, and one with each part marked."""
    return {"overview_figure": system_figure("")} | {
        f"{key}_figure": system_figure(key) for key in PARTS
    }


def arrow(start: fig.Point, tip: fig.Point) -> Iterator[str]:
    """A straight line with a head, along an axis."""
    (x0, y0), (x, y) = start, tip
    back = 6 if (x0, y0) > (x, y) else -6
    head = (
        [(x + back, y - 4), (x + back, y + 4)]
        if y == y0
        else [(x - 4, y + back), (x + 4, y + back)]
    )
    yield fig.line(start, tip, "hb-axis")
    yield fig.path([tip, *head], "hb-arrow", closed=True)


def drawn(key: str, part: Part, here: str) -> Iterator[str]:
    """A stage is a field with its name on top, a component a box around its name."""
    (x, y, width, height), is_stage = part.box, key in STAGES
    is_here = key == here
    if is_stage or is_here:
        yield fig.rect((x, y), (width, height), "hb-heat-1" if is_here else "hb-heat-0")
    edge = "hb-grid" if is_stage else "hb-axis"
    yield fig.rect((x, y), (width, height), "hb-here" if is_here else edge)
    baseline = y + (18 if is_stage else height / 2 + 4.5)
    # A longer name is as wide as its box in wide fonts.
    size = "hb-label" if is_stage else "hb-small"
    yield fig.text(x + width / 2, baseline, part.name, size, "middle")
    if is_here:
        yield fig.diamond((x, y), "hb-mark-2")


def ends() -> Iterator[str]:
    """Where the path begins, where it leads, and what a stage without a component makes."""
    yield fig.text(90, 16, "Input data", anchor="middle")
    yield fig.text(90, 160, "tokens and vectors", "hb-small", "middle")
    yield fig.text(323, 357, "A question", anchor="middle")
    yield fig.rect((192, 120), (198, 26), "hb-line-3")
    yield fig.text(291, 138, "Useful output", anchor="middle")


def system_figure(here: str) -> str:
    """The picture with one part marked, or none."""
    shapes = [
        *(shape for key, part in PARTS.items() for shape in drawn(key, part, here)),
        *ends(),
        *(shape for start, tip in ARROWS for shape in arrow(start, tip)),
    ]
    marked = PARTS.get(here)
    what = f", with “{marked.name}” marked" if marked else ""
    caption = (
        f"{marked.name} in the system. In: {small(marked.comes_in)}. Out: {small(marked.goes_out)}."
        if marked
        else "An AI system is a loop: built on the left, used on the right, and what comes of its "
        "use is the next input."
    )
    rows = [[part.name, part.comes_in, part.goes_out] for part in PARTS.values()]
    return fig.figure(
        f"system-{here.replace('_', '-') or 'overview'}",
        alt=f"The loop from input data to useful output and back{what}.",
        desc="Fields are stages, boxes in them are components. Down on the left: data preparation, "
        "representation, architecture, training signals, evaluation. Through deployment controls "
        "up on the right: prompts and retrieval systems fill the context window, the model "
        "answers, a person may review, monitoring watches, and feedback goes back to the data.",
        height=410,
        shapes=shapes,
        caption=caption,
        data=fig.table(["Part", "What comes in", "What goes out"], rows),
    )


def small(text: str) -> str:
    """The text without its first capital, to stand in a sentence."""
    return text[0].lower() + text[1:]

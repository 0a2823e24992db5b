"""The system's picture: every part is on it, in its place, and one is marked."""

from itertools import combinations

import pytest

from examples import figure, system
from examples.system import COMPONENTS, PARTS, STAGES, Box


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes have more than an edge in common."""
    return all(
        one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )


def within(inner: Box, outer: Box) -> bool:
    """Tell whether a box stands in another."""
    return all(
        outer[axis] < inner[axis] and inner[axis] + inner[axis + 2] < outer[axis] + outer[axis + 2]
        for axis in (0, 1)
    )


def test_results() -> None:
    """There are ten components and seven stages."""
    assert system.results() == {"components": "10", "stages": "7"}


def test_figures() -> None:
    """There is the whole picture and one for each part."""
    assert list(system.figures()) == ["overview_figure", *(f"{key}_figure" for key in PARTS)]


@pytest.mark.parametrize("parts", [STAGES, COMPONENTS], ids=["stages", "components"])
def test_no_overlap(parts: dict[str, system.Part]) -> None:
    """No stage stands on another, and no component on another; all stand on the picture."""
    for one, other in combinations(parts.values(), 2):
        assert not overlap(one.box, other.box), (one.name, other.name)
    for part in parts.values():
        assert within(part.box, (0, 0, figure.WIDTH, 410)), part.name


def test_components_stand_in_their_stages() -> None:
    """A component stands in a whole stage or in none: the last word is not the model's."""
    homes = {
        component.name: [
            stage.name for stage in STAGES.values() if overlap(component.box, stage.box)
        ]
        for component in COMPONENTS.values()
    }
    for component in COMPONENTS.values():
        for stage in STAGES.values():
            assert overlap(component.box, stage.box) == within(component.box, stage.box)
    assert homes == {
        "Data sources": ["Data preparation"],
        "Model architecture": ["Architecture"],
        "Training infrastructure": ["Training signals"],
        "Evaluation methods": ["Evaluation"],
        "Deployment controls": [],
        "Prompts": ["Inference behaviour"],
        "Retrieval systems": ["Inference behaviour"],
        "Context windows": ["Inference behaviour"],
        "Human review": [],
        "Monitoring": ["Feedback loops"],
    }


def test_arrows_are_straight() -> None:
    """Each arrow runs along an axis, which its head needs."""
    assert [((x, y), tip) for (x, y), tip in system.ARROWS if (x == tip[0]) == (y == tip[1])] == []


@pytest.mark.parametrize("key", ["", *PARTS])
def test_marks(key: str) -> None:
    """One part is marked, by its edge and by a sign, and the caption says what it does."""
    text = system.system_figure(key)
    assert text.count('class="hb-here"') == text.count('class="hb-mark-2"') == bool(key)
    for part in PARTS.values():
        assert f'<th scope="row">{part.name}</th><td>{part.comes_in}</td>' in text
    if key:
        name = PARTS[key].name
        assert f"back, with “{name}” marked.</title>" in text
        assert f"<figcaption>{name} in the system. In: " in text

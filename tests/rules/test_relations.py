"""Rules on related pages, in a handbook whose kinds name each other."""

from pathlib import Path

import pytest

from rules import found

NOISE, HOME, PLUGS = "obstacles/noise.md", "places/a&b.md", "remedies/p.md"


def test_sound(related: Path) -> None:
    """Pages that name and link each other have no problem."""
    assert found(related) == []


@pytest.mark.parametrize(
    ("src_uri", "old", "new", "expected"),
    [
        (
            PLUGS,
            "[obstacles/noise.md]",
            "[obstacles/noise.md, obstacles/nose.md]",
            f"{PLUGS}:5:33: R308 'obstacles/nose.md' is not a page of kind 'obstacle'. "
            f"Did you mean '{NOISE}'?",
        ),
        (
            PLUGS,
            "[obstacles/noise.md]",
            "[obstacles/noise.md, places/a&b.md]",
            f"{PLUGS}:5:33: R308 'places/a&b.md' is not a page of kind 'obstacle'.",
        ),
        (
            PLUGS,
            "(../obstacles/noise.md)",
            "(../obstacles/../index.md)",
            f"{PLUGS}:5:13: R310 The text has no link to 'obstacles/noise.md'. "
            "Link to it where it is spoken of.",
        ),
        (
            PLUGS,
            "obstacles: [obstacles/noise.md]",
            "obstacles: obstacles/noise.md",
            f"{PLUGS}:5:12: R303 'obstacles' must be a list of texts, such as [a, b].",
        ),
        (
            PLUGS,
            "obstacles: [obstacles/noise.md]\n",
            "",
            f"{PLUGS}:2:1: R302 Front matter has no 'obstacles'. Add it.\n"
            f"{PLUGS}:2:1: R309 '{NOISE}' names this page in 'remedies'. "
            "Add it to 'obstacles', or take this page out there.",
        ),
        (
            PLUGS,
            "obstacles: [",
            "places: [places/a&b.md]\nobstacles: [",
            f"{PLUGS}:5:1: R301 Front matter has an unknown key 'places'.",
        ),
        (
            PLUGS,
            "title: Plugs",
            "title: Plugs: soft",
            f"{PLUGS}:2:13: R006 This YAML can't be read: mapping values are not allowed in this "
            "context. Check indentation, colons and quotes here and above.",
        ),
        (
            PLUGS,
            "kind: remedy",
            "kind: remedies",
            f"{PLUGS}:4:7: R303 'kind' is 'remedies'. Did you mean 'remedy'? "
            "Kinds: page, habit, term, obstacle, place, remedy.",
        ),
    ],
    ids=[
        "unknown",
        "another-kind",
        "no-link",
        "no-list",
        "no-key",
        "another-kinds-key",
        "no-yaml",
        "unknown-kind",
    ],
)
def test_one_page(src_uri: str, old: str, new: str, expected: str, related: Path) -> None:
    """What is wrong with a related page is said at its name, or at the key it is missing from."""
    path = related / "docs" / src_uri
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert found(related) == expected.splitlines()


def test_both_ways(related: Path) -> None:
    """The page that does not name the other back is told what to add; an empty list is told too."""
    path = related / "docs" / NOISE
    text = path.read_text("utf-8")
    path.write_text(text.replace("remedies: [remedies/p.md]", "remedies: []"), "utf-8")
    assert found(related) == [
        f"{NOISE}:6:1: R309 '{PLUGS}' names this page in 'obstacles'. "
        "Add it to 'remedies', or take this page out there.",
        f"{NOISE}:6:1: R311 'remedies' names no page. Name one, such as {PLUGS}.",
    ]


def test_no_page_of_the_kind(related: Path) -> None:
    """A list may be empty as long as there is no page that could stand in it."""
    (related / "docs" / PLUGS).unlink()
    path = related / "docs" / NOISE
    text = path.read_text("utf-8").replace("remedies: [remedies/p.md]", "remedies: []")
    path.write_text(text.replace(", [p](../remedies/p.md)", ""), "utf-8")
    assert found(related) == []


def test_links_of_every_form(related: Path) -> None:
    """A link to a section, and one with signs as codes, lead to the page too."""
    path = related / "docs" / NOISE
    text = path.read_text("utf-8").replace("a&b.md),", "a%26b.md#what-disturbs),")
    path.write_text(text, "utf-8")
    assert found(related) == []

"""The rule on prerequisites."""

from pathlib import Path

from rules import found


def test_circle(study: Path) -> None:
    """A circle is one problem, at what its first page names."""
    page = study / "docs/habits/test-yourself.md"
    text = page.read_text()
    page.write_text(text.replace("prerequisites: []", "prerequisites: [habits/space-it.md]"))
    assert found(study) == [
        "habits/space-it.md:6:17: R905 The page comes before itself: habits/space-it.md needs "
        "habits/test-yourself.md needs habits/space-it.md. Take one out."
    ]
    page.write_text(text.replace("prerequisites: []", "prerequisites: [habits/test-yourself.md]"))
    assert found(study) == [
        "habits/test-yourself.md:6:17: R905 The page comes before itself: habits/test-yourself.md "
        "needs habits/test-yourself.md. Take one out."
    ]

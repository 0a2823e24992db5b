"""The grammar of checklist items, on the text of a list item."""

import pytest

from handbook.syntax.item import Task, task


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No box", None),
        ("[ ]No space", None),
        ("[y] No box either", None),
        ("[ ] Do it. {#k7m2}", Task("Do it.", id="k7m2")),
        ("[x] Done. {#k7m2}", Task("Done.", id="k7m2", ticked=True)),
        ("[ ] Do it.", Task("Do it.")),
        ("[ ] Do it. [@a, p. 1] {#k7m2}", Task("Do it.", "[@a, p. 1]", "k7m2")),
        ("[ ] Do it. [@a] [@b] {#k7m2}", Task("Do it.", "[@a] [@b]", "k7m2")),
        ("[ ] As [@a] says, do it. {#k7m2}", Task("As [@a] says, do it.", id="k7m2")),
        (
            "[ ] Do it. [@a] {#k7m2}\n      Done when: it is done,\n      and seen.",
            Task("Do it.", "[@a]", "k7m2", "it is done,\n      and seen."),
        ),
        (
            "[ ] Do it. {#k7m2}\n  Done when: seen.\n  Why: so.",
            Task("Do it.", id="k7m2", done_when="seen.", why="so."),
        ),
        (
            "[ ] Do it. {#k7m2}\nAlso.\nWhy: so\nand so.",
            Task("Do it.", id="k7m2", why="so\nand so.", rest="Also."),
        ),
        ("[ ] Do it. {#k7m2}\nAlso.", Task("Do it.", id="k7m2", rest="Also.")),
        ("[ ] Over two\nlines. {#k7m2}", Task("Over two\nlines.", id="k7m2")),
        ("[ ] Write \\{#k7m2}", Task("Write \\{#k7m2}")),
        ("[ ] Write `{#k7m2}`", Task("Write `{#k7m2}`")),
        ("[ ] {#k7m2} first", Task("{#k7m2} first")),
        ("[ ] Write \\[@a] {#k7m2}", Task("Write \\[@a]", id="k7m2")),
        ("[ ] Ünïcode 🥖 עברית {#k7m2}", Task("Ünïcode 🥖 עברית", id="k7m2")),
    ],
)
def test_task(text: str, expected: Task | None) -> None:
    """A task is its text, then its evidence, its id, and on the next line when it is done."""
    assert task(text) == expected

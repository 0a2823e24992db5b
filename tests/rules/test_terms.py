"""Rules on terms."""

from pathlib import Path

import pytest

from rules import found

TERM = """\
---
title: Recall
description: To bring back.
kind: term
level: [pupil]
prerequisites: []
reviewed: 2026-11-24
review_in: 365 days
tags: [retrieval]
---

## Meaning

To bring back, with a cue.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cue: What brings it back.\n", []),
        (
            "cue: A hint.\nRe-Call: Again.\nrecall, retrieval: Again.\n",
            [
                "2:1: R904 No page has 'Re-Call' in its text. Use it, or take the term out.",
                "3:1: R901 'recall' is explained at terms/recall.md:2 too. Keep one.",
                "3:9: R901 'retrieval' is explained at terms/recall.md:9 too. Keep one.",
            ],
        ),
        (
            "spaced: Apart.\nbook: Paper.\ncue: A hint.\n",
            [
                "2:1: R903 'book' stands after 'spaced'. "
                "Run 'handbook check --fix', which sorts the terms.",
            ],
        ),
        (
            "cue:\n",
            ["1:1: R902 The term 'cue' has no meaning. Write a sentence after the colon."],
        ),
        (
            "unheard: Not heard.\n",
            ["1:1: R904 No page has 'unheard' in its text. Use it, or take the term out."],
        ),
    ],
)
def test_glossary(text: str, expected: list[str], study: Path) -> None:
    """Each term is explained once, in order, and used."""
    (study / "docs/terms").mkdir()
    (study / "docs/terms/recall.md").write_text(TERM)
    page = study / "docs/habits/space-it.md"
    page.write_text(page.read_text().replace("Pause for", "Recall it. Pause for"))
    (study / "docs/glossary.yml").write_text(text)
    assert [line.removeprefix("glossary.yml:") for line in found(study)] == expected

"""Silences: an entry may be excused from a rule, with the reason."""

from pathlib import Path

import pytest

from rules import reported

HTTP = ("https://www.rfc-editor.org/", "http://www.rfc-editor.org/")
NOTHING = "'silence' must name rules and reasons, such as {R216: the site has no https}."


def silence(text: str) -> tuple[str, str]:
    """Return the change that adds a silence, in one line, at the end of the entry."""
    return "rfc-editor.org/\n", f"rfc-editor.org/\n  silence: {text}\n"


def test_silence(study: Path) -> None:
    """A rule is silent at the entry that gives a reason, and nowhere else."""
    assert reported(study, HTTP, silence("{R216: The site has no https.}")) == []


def test_silence_of_another_rule(study: Path) -> None:
    """A silence of one rule leaves another, and tells that it was for nothing."""
    assert reported(study, HTTP, silence("{R217: The address needs it.}")) == [
        "23:8: R216 'http://www.rfc-editor.org/' is not encrypted. "
        "Write 'https://www.rfc-editor.org/', if the site has it.",
        "24:13: R230 The silence of 'R217' silences nothing. Take it out.",
    ]


def test_silence_at_another_entry(study: Path) -> None:
    """A silence ends where the next entry begins."""
    path = study / "docs/references.yml"
    text = path.read_text("utf-8").replace('issued: "2006"', 'issued: "2007"')
    path.write_text(text.replace('issued: "2007"', 'issued: "2006"', 1), "utf-8")
    assert reported(study, HTTP, silence("{R216: a, R227: b}")) == [
        "24:22: R230 The silence of 'R227' silences nothing. Take it out.",
        "26:7: R227 The id 'roediger2006' is not an author's family name and the year. "
        "Write 'roediger2007'.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R216", f"3: R230 {NOTHING}"),
        ("[R216]", f"3: R230 {NOTHING}"),
        ("{}", f"3: R230 {NOTHING}"),
        ("{R216: ''}", "13: R230 The silence of 'R216' has no reason. Write one."),
        ("{R216: ' '}", "13: R230 The silence of 'R216' has no reason. Write one."),
        ("{R216: [a]}", "13: R230 The silence of 'R216' has no reason. Write one."),
        ("{R999: a}", "13: R230 'R999' is no rule."),
        ("{R2116: a}", "13: R230 'R2116' is no rule. Did you mean 'R216'?"),
        ("{R228: a}", "13: R230 'R228' can't be silenced. Take it out."),
        ("{R230: a}", "13: R230 'R230' can't be silenced. Take it out."),
    ],
)
def test_wrong_silence(text: str, expected: str, study: Path) -> None:
    """A silence without a reason, of no rule, or of nothing, is a problem itself."""
    lines = reported(study, HTTP, silence(text))
    assert [line for line in lines if " R216 " not in line] == [f"24:{expected}"]

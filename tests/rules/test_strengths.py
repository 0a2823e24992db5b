"""How strong a work is, and what it contradicts."""

from pathlib import Path

import pytest

from rules import found, reported

STRENGTHS = "experiment, observational, standard, textbook, engineering-report, opinion."


@pytest.mark.parametrize(
    ("line", "problems"),
    [
        ("strength: experiment", []),
        (
            "strength: experimental",
            [
                "24:13: R712 'experimental' is no strength. Did you mean 'experiment'? Strengths: "
                + STRENGTHS
            ],
        ),
        ("strength: [opinion]", ["24:3: R205 'strength' must be a text."]),
        ("contradicts: [cepeda2006]", []),
        ("contradicts: cepeda2006", ["24:3: R205 'contradicts' must be a list."]),
        (
            "contradicts: [cepeda2005, [a]]",
            [
                "24:17: R713 'cepeda2005' is no entry to contradict. Did you mean 'cepeda2006'?",
                "24:29: R713 'This' is no entry to contradict.",
            ],
        ),
    ],
)
def test_fields(line: str, problems: list[str], study: Path) -> None:
    """A strength is one of the list; what a work contradicts is in the bibliography."""
    url = "  URL: https://www.rfc-editor.org/\n"
    assert reported(study, (url, f"{url}  {line}\n")) == problems


def test_number_on_a_work_of_unknown_strength(study: Path) -> None:
    """A work that a number rests on must say how strong it is; cited for words it need not."""
    path = study / "docs/references.yml"
    path.write_text(path.read_text().replace("  DOI:", "  supports_seen: true\n  DOI:"))
    with (study / "docs/index.md").open("a") as page:
        page.write("\nIt takes 20 minutes [@cepeda2006].\nIt takes 30 minutes [@cepeda2006]. ")
        page.write("It is long [@roediger2006].\n")
    message = "A number rests on 'cepeda2006' at index.md:9, and it has no 'strength'."
    assert [line for line in found(study) if " R228 " not in line] == [
        f"references.yml:1:3: R711 {message} Add one of {STRENGTHS}"
    ]

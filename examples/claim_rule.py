"""How well the rule that finds numbers in sentences agrees with a reader, on labelled sentences."""

from dataclasses import dataclass
from pathlib import Path

from handbook import settings
from handbook.page import Reader

ROOT = Path(__file__).parent.parent
LABELLED = ROOT / "tests" / "claims" / "labelled.tsv"


@dataclass(frozen=True)
class Labelled:
    """A sentence, where it comes from, what a reader says of it, and what the rule says."""

    text: str
    origin: str
    claim: bool
    found: bool


def sentences() -> list[Labelled]:
    """Return the labelled sentences, each read as a page of this handbook."""
    reader = Reader(settings.load(ROOT))
    labelled = []
    for line in LABELLED.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            label, origin, text = line.split("\t")
            found = bool(reader.read("case.md", text.encode()).claims)
            labelled.append(Labelled(text, origin, label == "claim", found))
    return labelled


def recall(labelled: list[Labelled]) -> float:
    """Share of the claims that the rule found."""
    return sum(one.found for one in labelled if one.claim) / sum(one.claim for one in labelled)


def precision(labelled: list[Labelled]) -> float:
    """Share of what the rule found that is a claim."""
    return sum(one.claim for one in labelled if one.found) / sum(one.found for one in labelled)


def results() -> dict[str, str]:
    labelled = sentences()
    return {
        "sentences": str(len(labelled)),
        "claims": str(sum(one.claim for one in labelled)),
        "recall": f"{100 * recall(labelled):.0f} %",
        "precision": f"{100 * precision(labelled):.0f} %",
    }

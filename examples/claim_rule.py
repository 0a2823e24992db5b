"""How well two readers agree which sentences state a number, and the rule with them."""

from dataclasses import dataclass
from pathlib import Path

from handbook.configuration import settings
from handbook.pages.reader import Reader

ROOT = Path(__file__).parent.parent
LABELLED = ROOT / "tests" / "claims" / "labelled.tsv"


@dataclass(frozen=True)
class Labelled:
    """A sentence: whether it is a claim, to each reader and to the rule, and where it is from."""

    text: str
    origin: str
    first: bool
    second: bool
    claim: bool
    found: bool


def sentences() -> list[Labelled]:
    """Return the labelled sentences, each read as a page of this handbook."""
    reader = Reader(settings.load(ROOT))
    labelled = []
    for line in LABELLED.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            *labels, origin, text = line.split("\t")
            claim, first, second = (label == "claim" for label in labels)
            found = bool(reader.read("case.md", text.encode()).claims)
            labelled.append(Labelled(text, origin, first, second, claim, found))
    return labelled


def agreement(labelled: list[Labelled]) -> float:
    """Share of the sentences of which both readers say the same."""
    return sum(one.first == one.second for one in labelled) / len(labelled)


def kappa(labelled: list[Labelled]) -> float:
    """Cohen's kappa of the two readers: their agreement beyond chance, of what is possible."""
    first = sum(one.first for one in labelled) / len(labelled)
    second = sum(one.second for one in labelled) / len(labelled)
    chance = first * second + (1 - first) * (1 - second)
    return (agreement(labelled) - chance) / (1 - chance)


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
        "agreement": f"{100 * agreement(labelled):.0f} %",
        "kappa": f"{kappa(labelled):.2f}",
        "recall": f"{100 * recall(labelled):.0f} %",
        "precision": f"{100 * precision(labelled):.0f} %",
    }

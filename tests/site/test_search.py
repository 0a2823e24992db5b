"""The search in a real browser: each term of the article leads to the page about it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

# What a reader types -> the page that comes first.
TERMS = {
    "linear regression": "concepts/linear-regression/",
    "loss function": "concepts/loss-function/",
    "TF-IDF": "concepts/tf-idf/",
    "embedding": "concepts/embedding/",
    "LLM": "concepts/large-language-model/",
    "agent": "concepts/agent/",
    "RAG": "concepts/retrieval-augmented-generation/",
    "NLP": "concepts/natural-language-processing/",
    "computer vision": "concepts/computer-vision/",
    "MLOps": "takeaways/mlops/",
    "system design": "takeaways/system-design/",
    "drift": "concepts/drift/",
    "endpoint": "concepts/endpoint/",
    "CI/CD": "concepts/ci-cd-for-ml/",
    "latency": "concepts/latency-and-throughput/",
    "burnout": "takeaways/energy/",
    "energy": "takeaways/energy/",
    "specialise": "takeaways/specialisation/",
    "communicate": "takeaways/communication/",
    "data preparation": "how-ai-works/data-preparation/",
    "training signals": "how-ai-works/training-signals/",
    "inference behavior": "how-ai-works/inference-behaviour/",
    "inference behaviour": "how-ai-works/inference-behaviour/",
    "feedback loops": "how-ai-works/feedback-loops/",
    "data sources": "components/data-sources/",
    "model architecture": "components/model-architecture/",
    "training infrastructure": "components/training-infrastructure/",
    "evaluation methods": "components/evaluation-methods/",
    "deployment controls": "components/deployment-controls/",
    "prompts": "components/prompts/",
    "context windows": "components/context-windows/",
    "retrieval systems": "components/retrieval-systems/",
    "monitoring": "components/monitoring/",
    "human review": "components/human-review/",
    "inaccurate outputs": "limitations/inaccurate-outputs/",
    "outdated context": "limitations/outdated-context/",
    "biased data": "limitations/biased-data/",
    "privacy": "limitations/privacy/",
    "unclear evaluation": "limitations/unclear-evaluation/",
    "operational cost": "limitations/operational-cost/",
    "validation": "safeguards/validation/",
    "logging": "safeguards/logging/",
    "security review": "safeguards/security-review/",
    "human oversight": "safeguards/human-oversight/",
    "hallucination": "limitations/inaccurate-outputs/",
    "prompt injection": "safeguards/security-review/",
    "overfitting": "concepts/loss-function/",
}


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The first page, with the search open."""
    found = browser.new_page()
    found.goto(address, wait_until="networkidle")
    found.locator("input.md-search__input").click()
    yield found
    found.close()


@pytest.mark.parametrize(("term", "path"), TERMS.items())
def test_term(term: str, path: str, page: Page, address: str) -> None:
    """A term finds its page first."""
    box = page.locator("input.md-search__input")
    box.fill("")
    box.press_sequentially(term)
    first = page.locator(".md-search-result__link").first
    there = re.compile(re.escape(address + path) + "[?#]")
    # A search for each key waits in line, on a busy machine for seconds.
    expect(first).to_have_attribute("href", there, timeout=30_000)


def test_what_is_not_searched(sites: dict[tuple[str, str], Path]) -> None:
    """The index has no list of references, imprint, choices of a form, or labels of a picture."""
    text = (sites["ai", "mkdocs"] / "search/search_index.json").read_text("utf-8")
    entries = json.loads(text)["docs"]
    assert [one["location"] for one in entries if one["location"].endswith("#references")] == []
    told = {one["location"]: f"{one['title']} {one['text']}" for one in entries}
    assert not any("Revised 20" in said for said in told.values())
    assert "All levels" not in told["checklists/plan/"]
    assert "article journal (" not in told["bibliography/"]
    assert "4.605 at 0.01" not in told["concepts/loss-function/#the-picture"]

"""The search in a real browser: each term of the article leads to the page about it."""

import re
from collections.abc import Iterator

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
    expect(first).to_have_attribute("href", re.compile(re.escape(address + path) + "[?#]"))

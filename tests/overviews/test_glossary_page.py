"""The glossary as a page."""

from pathlib import Path

from handbook import book
from handbook.overviews import glossary_page


def test_page(study: Path) -> None:
    """Terms stand by letter, below links to the letters; one with a page leads to it."""
    (study / "docs/glossary.yml").write_text(
        "95th percentile: What few exceed.\n'cue, *hint*': What <b> brings it back.\n"
    )
    (study / "docs/terms").mkdir()
    (study / "docs/terms/recall.md").write_text(
        "---\ntitle: Call back\ndescription: To bring back.\nkind: term\n---\n"
    )
    assert glossary_page.page(book.load(study)) == (
        "---\ngenerated: true\n"
        'title: "Glossary"\ndescription: "What the terms on these pages mean."\n'
        'search: {"boost": 0.1}\n---\n\n'
        "[0–9](#letter-0) · [C](#letter-c)\n\n"
        '## <span id="letter-0">0–9</span>\n\n'
        '- <strong id="term-95th-percentile">95th percentile</strong>: What few exceed.\n\n'
        '## <span id="letter-c">C</span>\n\n'
        '- <strong id="term-call-back">[Call back](terms/recall.md)</strong>: To bring back.\n'
        '- <strong id="term-cue">cue</strong> (&#42;hint&#42;): '
        "What &lt;b&gt; brings it back.\n"
    )


def test_no_terms(study: Path) -> None:
    """A handbook without terms says so."""
    text = glossary_page.page(book.load(study))
    assert text.endswith("---\n\nNo term is explained yet.\n")

"""The evidence page: each claim with its sources, folded where a page has many."""

from pathlib import Path

from handbook import book
from handbook.book import Book
from handbook.identity import standing
from handbook.overviews import evidence_page


def test_page(claims: Book) -> None:
    """A claim is text, with its sources, what contradicts them, and the page that it stands on."""
    text = evidence_page.page(claims)
    assert text.startswith(
        '---\ngenerated: true\ntitle: "Evidence"\ndescription: "Every number on the site, its '
        'source, and how strong that source is."\nsearch: {"boost": 0.1}\n---\n\n'
        "Each sentence with a number, and what it rests on.\n\n"
        f"{standing.about(claims)}\n"
        '<form data-filter=".hb-claim" data-noun="claims" '
    )
    assert (
        '<select name="strength"><option value="">All</option>'
        '<option value="unsupported">No source found (2)</option>'
        '<option value="experiment">Experiment (1)</option>'
    ) in text
    assert (
        "</form>\n\n- [No source found](#no-source-found): 2\n- [Experiment](#experiment): 1\n"
    ) in text
    assert text.count("\n## ") == 7
    span = '<span class="hb-claim" data-page="index.md" data-strength='
    on = 'On: <a href="../">The Study Handbook</a>, Numbers.'
    cepeda = '<a href="../bibliography/#ref-cepeda2006">Cepeda et al. 2006</a>'
    strong = '<a href="../bibliography/#ref-strong2020">Strong 2020</a> (experiment)'
    for lines in [
        [
            f'{span}"unsupported">It takes 6 hours.</span>',
            "<strong>Nobody knows.</strong>",
            f"Compare: {strong}; {cepeda}.",
            on,
        ],
        [
            f'{span}"unsupported">It takes 5 hours.</span>',
            "<strong>No *source* was found.</strong>",
            on,
        ],
        [
            f'{span}"experiment">It takes 3 hours.</span>',
            f"Source: {cepeda}; {strong}.",
            on,
        ],
        [
            f'{span}"unstated">It takes 2 hours.</span>',
            f"Source: {cepeda}.",
            f"Contradicted by: {strong}.",
            on,
        ],
        [
            f'{span}"illustrative">It takes 20 minutes, or x of &lt;10.</span>',
            "Computed by: break.",
            on,
        ],
    ]:
        assert f"<li>{'<br>'.join(lines)}</li>\n" in text


def test_folded(claims: Book) -> None:
    """What is computed or made up is folded, a page at a time; what others found is not."""
    text = evidence_page.page(claims)
    parts = {part.partition("\n")[0]: part for part in text.split("\n## ")[1:]}
    fold = '<details class="hb-folded">\n<summary>The Study Handbook (1)</summary>\n<ul>\n<li>'
    folded = [title for title, part in parts.items() if fold in part]
    assert folded == ["Computed here", "Illustrative"]
    assert parts["Computed here"].count("<details") == 2
    assert text.count("<details") == 3


def test_no_claims(study: Path) -> None:
    """A handbook without numbers says so."""
    (study / "docs/habits/space-it.md").unlink()
    this = book.load(study)
    assert evidence_page.page(this).endswith("---\n\nNo page states a number yet.\n")

"""Preprints on arXiv: one form, in the bibliography and from `handbook cite`."""

from pathlib import Path

import pytest

from handbook.cite.record import Record, as_entry
from rules import reported

FORM = {
    "type": "article",
    "publisher": "arXiv",
    "arxiv": "1706.03762",
    "URL": "https://arxiv.org/abs/1706.03762",
}
OTHER_FORMS = [
    pytest.param({"publisher": "", "container-title": "arXiv"},
        "Write 'publisher: arXiv'. Take out 'container-title: arXiv'.", id="container"),
    pytest.param({"publisher": ""}, "Write 'publisher: arXiv'.", id="nothing-but-the-id"),
    pytest.param({"type": "article-journal", "container-title": "CoRR"},
        "Write 'type: article'. Take out 'container-title: CoRR'.", id="DBLP"),
    pytest.param({"type": "article-journal", "publisher": "",
                  "container-title": "arXiv preprint arXiv:1706.03762"},
        "Write 'type: article', 'publisher: arXiv'. "
        "Take out 'container-title: arXiv preprint arXiv:1706.03762'.", id="Google-Scholar"),
    pytest.param({"publisher": "arXiv (Cornell University)", "type": "report"},
        "Write 'type: article', 'publisher: arXiv'.", id="Crossref"),
    pytest.param({"number": "arXiv:1706.03762", "note": "arXiv:1706.03762 [cs]"},
        "Take out 'number: arXiv:1706.03762', 'note: arXiv:1706.03762 [cs]'.", id="Zotero"),
    pytest.param({"DOI": "10.48550/arXiv.1706.03762"},
        "Take out 'DOI: 10.48550/arXiv.1706.03762'.", id="DOI-and-address"),
    pytest.param({"DOI": "10.48550/arXiv.1706.03762", "publisher": "", "URL": ""},
        "Write 'publisher: arXiv', 'URL: https://arxiv.org/abs/1706.03762'. "
        "Take out 'DOI: 10.48550/arXiv.1706.03762'.", id="DOI"),
    pytest.param({"URL": "https://arxiv.org/pdf/1706.03762.pdf"},
        "Write 'URL: https://arxiv.org/abs/1706.03762'.", id="PDF"),
]  # fmt: skip


def change(fields: dict[str, str]) -> list[tuple[str, str]]:
    """Return the changes that give the entry of a page the fields of a work."""
    address = f"  URL: {fields['URL']}\n" if fields.get("URL") else ""
    others = "".join(
        f"  {name}: '{text}'\n"
        for name, text in fields.items()
        if text and name not in ("type", "URL")
    )
    return [
        ("type: webpage", f"type: {fields['type']}"),
        ("  URL: https://www.rfc-editor.org/\n", others + address),
    ]


@pytest.mark.parametrize(("fields", "expected"), OTHER_FORMS)
def test_another_form(fields: dict[str, str], expected: str, study: Path) -> None:
    """What is to be written and taken out is said at once, and `handbook cite` does the same."""
    found = reported(study, *change({**FORM, **fields}))
    said = f"17:3: R231 'new2020' is a preprint on arXiv in a form of its own. {expected}"
    assert [line for line in found if "R231" in line] == [said]
    entry = as_entry(Record({**FORM, **fields}, {}))
    assert dict(entry) == {**FORM, "supports_seen": "false"}


@pytest.mark.parametrize(
    "fields",
    [
        FORM,
        {**FORM, "arxiv": "1706.03762v2", "URL": "https://arxiv.org/abs/1706.03762v2"},
        {**FORM, "note": "In two parts."},
        {**FORM, "URL": "https://www.rfc-editor.org/"},
        {**FORM, "publisher": "", "type": "article-journal", "container-title": "A journal",
         "DOI": "10.1000/182"},
        {**FORM, "publisher": "", "type": "paper-conference", "container-title": "A conference"},
        {**FORM, "publisher": "bioRxiv", "DOI": "10.1000/182"},
        {"type": "article", "publisher": "bioRxiv", "DOI": "10.1000/182"},
        {"type": "book", "publisher": "Arx", "URL": "https://www.rfc-editor.org/"},
    ],
)  # fmt: skip
def test_the_form(fields: dict[str, str], study: Path) -> None:
    """A preprint in the form is right, and so is a work that has come out elsewhere."""
    found = reported(study, *change(fields))
    assert [line for line in found if "R231" in line] == []

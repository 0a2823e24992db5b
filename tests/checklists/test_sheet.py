"""A checklist as it stands on paper."""

import re
from pathlib import Path

from handbook import book
from handbook.checklists import checklist, sheet

PAGE = "docs/habits/test-yourself.md"


def body(study: Path, index: int = 1) -> str:
    """Return a checklist of the study handbook, its links absolute and its QR code left out."""
    this = book.load(study)
    one = list(checklist.checklists(this))[index]
    text = sheet.body(this, one, this.settings.address)
    assert text.count('class="hb-qr"') == 1
    return re.sub(r"<svg.*</svg>\n", "", text)


def test_body(study: Path) -> None:
    """A sheet says how to use the list, numbers what is done in order, and says what it is."""
    assert body(study) == (
        '<div class="hb-about" data-list="habits/test-yourself.md" data-title="Test yourself" '
        'data-level="pupil student" data-version="e05656">\n'
        "<p><b>Objective:</b> Remember what you read.</p>\n"
        "<p><b>When:</b> When you close the book.</p>\n"
        "<p><b>How:</b> Read each item and do it, in this order.</p>\n"
        "</div>\n\n"
        "1. [ ] Write down three things that you remember. [@roediger2006] {#q3fz}\n"
        "      Done when: the book stayed closed.\n"
        "1. [ ] Compare with [the page](http://127.0.0.1:8000/habits/test-yourself/#how). {#n8wd}\n"
        "\nWhy each item is on the list: "
        "see [Test yourself](http://127.0.0.1:8000/habits/test-yourself/).\n\n"
        '<div class="hb-imprint" data-search-exclude>\n'
        '<p><label>Name <input type="text" name="habits/test-yourself.md-name" autocomplete="off">'
        "</label>\n"
        '<label>Date <input type="text" name="habits/test-yourself.md-date" autocomplete="off">'
        "</label></p>\n"
        "<p>The Study Handbook · Revised 2026-11-24 · Version e05656<br>"
        "References: http://127.0.0.1:8000/checklists/habits/test-yourself/</p>\n"
        "</div>\n"
    )


def test_reason_and_links_of_every_line(study: Path) -> None:
    """An item keeps the reason of its own; each address is seen from the page."""
    page = study / PAGE
    page.write_text(
        page.read_text().replace(
            "the book stayed closed.",
            "[it](space-it.md) stayed closed.\n      Why: *[so](#why)*, or <https://e.org/a>.",
        )
    )
    assert (
        "      Done when: [it](http://127.0.0.1:8000/habits/space-it/) stayed closed.\n"
        "      Why: *[so](http://127.0.0.1:8000/habits/test-yourself/#why)*, or <https://e.org/a>.\n"
    ) in body(study)


def test_front_matter_is_text(study: Path) -> None:
    """Markup in front matter is shown, not run."""
    page = study / PAGE
    page.write_text(page.read_text().replace("Remember what", "<b>\"R'</b> *what*"))
    assert "<p><b>Objective:</b> &lt;b&gt;&quot;R&#x27;&lt;/b&gt; *what* you read.</p>" in body(
        study
    )


def test_works(study: Path) -> None:
    """Only of a list that cites a work the imprint says that its page has the references."""
    page = study / PAGE
    page.write_text(page.read_text().replace(" [@roediger2006]", ""))
    text = body(study)
    assert "<br>http://127.0.0.1:8000/checklists/habits/test-yourself/</p>" in text


def test_site_without_a_url(study: Path) -> None:
    """Without the site's URL the imprint names no address, and has no code to scan."""
    mkdocs = study / "mkdocs.yml"
    mkdocs.write_text(mkdocs.read_text().replace("site_url: http://127.0.0.1:8000/\n", ""))
    this = book.load(study)
    one = next(checklist.checklists(this))
    text = sheet.body(this, one, this.settings.address)
    assert "<p>The Study Handbook · Revised 2026-11-24 · Version 0fcb40</p>\n</div>\n" in text
    assert "svg" not in text


def test_code_is_an_image_that_scales(study: Path) -> None:
    """The code is an SVG that assistive technology passes over, as the address is beside it."""
    this = book.load(study)
    text = sheet.body(this, next(checklist.checklists(this)), this.settings.address)
    svg = text[text.index("<svg") : text.index("</svg>")]
    assert svg.startswith('<svg aria-hidden="true" viewBox="0 0 33 33" class="hb-qr"><title>')

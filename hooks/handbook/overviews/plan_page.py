"""The page where a reader chooses items from every list: what stands there before any script."""

import html

from handbook.book import LAST, Book, generated_page
from handbook.checklists import sheet
from handbook.checklists.checklist import FOLDER, Checklist

SRC_URI = f"{FOLDER}/plan.md"
INTRO = """\
Choose items from every list, put them in your order, and print them; about nine fit on a page.
Your choice stays in this browser, and an address carries it to others.

<noscript><p>Choosing needs JavaScript. Without it, this page is every list.</p></noscript>
"""
# `assets/plan.js` fills and shows it.
FORM = """\
<form class="hb-plan" data-search-exclude hidden>
<p class="hb-bar hb-choose hb-screen">
<label>Title <input type="text" name="heading" maxlength="80" autocomplete="off"></label>
</p>
<p class="hb-when-shared hb-screen">This plan came with the address; your own is as it was.</p>
<p class="hb-note hb-screen"></p>
<ol></ol>
<p class="hb-when-empty hb-screen">Choose items from the lists below.</p>
<p class="hb-when-long hb-screen">More than nine items are seldom read to the end.</p>
<button type="button" name="share">Share</button>
<button type="button" name="keep">Keep as my plan</button>
<button type="button" name="back">Back to my own plan</button>
<input type="text" name="address" aria-label="Address of this plan" readonly hidden>
<div class="hb-imprint">
{name_and_date}\
<p>{site}<br><span class="hb-here"></span></p>
</div>
<p class="hb-bar hb-choose hb-screen">
<label>Level <select name="level">{levels}</select></label>
<label>Page <select name="page">{pages}</select></label>
<button type="button" name="add">Add all of these</button>
</p>
</form>
"""


def page(book: Book, lists: list[Checklist], body: str) -> str:
    """Return the page, on which `body` holds every list."""
    return generated_page(
        f"{INTRO}\n{_form(book, lists)}\n{body}",
        title="My plan",
        description="Your own checklist, chosen from all of the handbook's.",
        sheet=True,
        plan=True,
        search=LAST,
    )


def _form(book: Book, lists: list[Checklist]) -> str:
    levels = {"": "All levels", **{level: level for level in book.settings.levels}}
    pages = {"": "All pages", **{one.page.src_uri: one.page.title for one in lists}}
    return FORM.format(
        name_and_date=sheet.name_and_date("plan"),
        site=html.escape(book.settings.site_name),
        levels=_options(levels),
        pages=_options(pages),
    )


def _options(names: dict[str, str]) -> str:
    return "".join(
        f'<option value="{html.escape(value)}">{html.escape(name)}</option>'
        for value, name in names.items()
    )

"""A checklist as an issue on GitHub: a form that opens one, with the list as its text."""

import html
from urllib.parse import urlencode

from handbook.book import Book
from handbook.checklists import export
from handbook.checklists.checklist import Checklist

# GitHub's server takes 8191 bytes (https://github.com/github/docs/issues/5136).
MAX_ADDRESS = 8000
# An owner has at most 39 characters, a repository 100.
LONGEST = f"https://github.com/{'o' * 39}/{'n' * 100}/issues/new?"
TOO_LONG = "This list is too long to be opened as an issue: paste the Markdown download into one.\n"
# `assets/checklist.js` shows it and knows where it leads.  A field without a name is not sent.
FORM = """\
<form class="hb-issue hb-bar hb-screen" data-search-exclude hidden>
<input type="hidden" name="title" value="{title}">
<input type="hidden" name="body" value="{body}">
<label>Repository (owner/name) <input type="text" required pattern="[\\w.\\-]+/[\\w.\\-]+" \
title="owner/name" autocomplete="off" spellcheck="false"></label>
<button>Open as an issue</button>
</form>
"""


def form(book: Book, one: Checklist) -> str:
    """Return the form as HTML, or what to do where an address can't hold the list."""
    title, body = f"Checklist: {one.page.title}", export.task_list(book, one)
    if len(LONGEST + urlencode({"title": title, "body": body})) > MAX_ADDRESS:
        return TOO_LONG
    # Line ends as entities: a blank line would end the block of HTML in Markdown.
    return FORM.format(title=html.escape(title), body=html.escape(body).replace("\n", "&#10;"))

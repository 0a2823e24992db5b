"""A filter of a page's entries: the form that stands hidden on the page before any script."""

import html
from collections import Counter
from collections.abc import Iterable

from handbook.files.escape import escaped

# `assets/filter.js` shows it.  The name of a select is that of the entries' attribute.
FORM = """\
<form data-filter="{selector}" data-noun="{noun}" autocomplete="off" data-search-exclude hidden>
<p class="hb-bar hb-screen">
{selects}\
</p>
<p role="status"></p>
</form>
"""
SELECT = """\
<label>{label} <select name="{name}"><option value="">All</option>{options}</select></label>
"""


def form(selector: str, noun: str, **options: Iterable[tuple[str, str]]) -> str:
    """Return the form for the entries that a CSS selector finds, with a select for each name.

    `options` are value and label, once for each entry that has the value, in the order to show.
    """
    selects = "".join(_select(name, Counter(found)) for name, found in options.items())
    return FORM.format(selector=html.escape(selector), noun=noun, selects=selects)


def _select(name: str, counted: Counter[tuple[str, str]]) -> str:
    options = "".join(
        f'<option value="{html.escape(_word(value))}">{html.escape(label)} ({number})</option>'
        for (value, label), number in counted.items()
    )
    return SELECT.format(label=name.capitalize(), name=name, options=options) if options else ""


def attributes(**values: Iterable[str]) -> str:
    """Return an entry's attributes for an HTML tag inside Markdown, each a list of words."""
    return " ".join(f'data-{name}="{_attribute(found)}"' for name, found in values.items())


def _attribute(values: Iterable[str]) -> str:
    return escaped(" ".join(map(_word, values))).replace('"', "&quot;")


def _word(value: str) -> str:
    return "%20".join(value.split())

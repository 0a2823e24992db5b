"""Lost items: what looks like an item of a checklist, and is shown as text."""

from handbook.syntax import marks
from handbook.syntax.item import short

# In these, an attribute list may stand last on a line of text; elsewhere it has a line of its own:
# `markdown.extensions.attr_list.AttrListTreeprocessor`.
NAMED_IN_LINE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "td", "th"})


def shows_id(text: str, mark: str, tag: str) -> bool:
    """Tell whether an id in braces, with a mark behind its `#`, is shown as text in an element.

    Where it names an element instead, it follows one, or begins a line.
    """
    before = marks.without(text.partition(mark)[0])
    line = before.removesuffix("{#").rpartition("\n")[2]
    return before.endswith("{#") and bool(line.strip()) and tag not in NAMED_IN_LINE


def without_id(line: str) -> str:
    """Say of a line with an id that it is no item."""
    return f"'{short(line)}' ends with an id and is no item. Begin it with '- [ ] '."

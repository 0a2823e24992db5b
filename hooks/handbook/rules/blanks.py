"""Rules on what nobody sees: blanks at the ends of lines, and the end of the file.

Two blanks or more at the end of a line break it in Markdown, and are left as they are; so are those
in code, in HTML whose text is shown as it is, and where a sign would lose its meaning without one.
"""

import re
from collections.abc import Iterator

from handbook.book import Book
from handbook.pages.front_matter import FRONT_MATTER
from handbook.pages.page import Page
from handbook.problem import Problem
from handbook.rules.edit import Edit, problems

RULES = {
    "R021": """A line does not end with a blank, unless it has two, which break the line.
Why: nobody sees it, and whoever comes next changes lines that they did not mean to change.
Fix: run 'handbook check --fix'.""",
    "R022": """A file ends with one line end.
Why: without it, a line added below changes the line above, too.
Fix: run 'handbook check --fix'.""",
}
FIX = "Run 'handbook check --fix'."
# Python-Markdown's tab stops.
TAB = 4
BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)
FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?P<sign>`{3,}|~{3,}).*$", re.MULTILINE)
# One that every reader of Markdown takes for a fence; with others, all from the first to the last
# counts as code.
PLAIN = re.compile(r" {0,3}(?:`{3,}|~{3,})[ \t]*[\w+#.-]*[ \t]*")
# From the first to the last of these, text is shown as it is.
AS_IT_IS = re.compile(
    r"<(?P<tag>pre|script|style|textarea)\b.*?(?:</(?P=tag)>|\Z)", re.DOTALL | re.IGNORECASE
)
INDENTED = re.compile(r"[ >]*(?:\t| {4})")
# A list's sign, a heading's or a box needs the blank behind it, and so does a backslash.
NEEDS_IT = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)]|#+)|.*[\\\]:]")


def check(book: Book) -> Iterator[Problem]:
    """Yield each line that ends with a blank, and each file that ends with none or many lines."""
    yield from problems(book, edits)


def edits(page: Page) -> Iterator[Edit]:
    """Yield what takes blanks away, and what ends the file."""
    text = page.text
    if not text.strip(" \t\n"):
        return
    last = text.find("\n", len(text.rstrip(" \t\n")))
    last = len(text) if last < 0 else last
    # Most files have none, which this finds out soonest.
    if " \n" in text or "\t\n" in text or text.endswith((" ", "\t")):
        yield from _blanks(text, last)
    if not text[last:]:
        wrong = f"The last line has no line end. {FIX}"
        yield Edit(last, last, "\n", "R022", wrong, "ended the last line")
    elif text[last:] != "\n":
        wrong = f"The file ends with empty lines. {FIX}"
        yield Edit(last + 1, len(text), "", "R022", wrong, "took the empty lines away")


def _blanks(text: str, last: int) -> Iterator[Edit]:
    """Yield what takes blanks away before the end of the last line."""
    matter = FRONT_MATTER.match(text)
    begin = matter.end() if matter else 0
    kept = _kept(text, begin)
    for match in BLANKS.finditer(text, begin, last):
        start = text.rfind("\n", 0, match.start()) + 1
        line = text[start : match.start()]
        # At the very beginning, Python-Markdown takes a line of blanks for code.
        is_empty = not line and bool(text[begin:start].strip())
        is_code = any(first <= start < end for first, end in kept)
        if is_empty or (line and not is_code and _is_blank(line, match[0])):
            wrong = f"The line ends with a blank. {FIX}"
            yield Edit(match.start(), match.end(), "", "R021", wrong, "took the blank away")


def _is_blank(line: str, blanks: str) -> bool:
    """Tell a blank that means nothing from a line break and from what a sign needs."""
    shown = (line + blanks).expandtabs(TAB)
    is_break = shown.endswith("  ")
    return not is_break and not NEEDS_IT.fullmatch(line) and not INDENTED.match(line)


def _kept(text: str, begin: int) -> list[tuple[int, int]]:
    """Return the spans in which blanks are shown."""
    spans = [match.span() for match in AS_IT_IS.finditer(text, begin)]
    fences = list(FENCE.finditer(text, begin))
    if not all(PLAIN.fullmatch(fence[0]) for fence in fences):
        return [*spans, (fences[0].start(), fences[-1].end())]
    opening = None
    for fence in fences:
        if not opening:
            opening = fence
        elif fence["sign"].startswith(opening["sign"]) and fence[0].strip() == fence["sign"]:
            spans.append((opening.start(), fence.end()))
            opening = None
    return [*spans, (opening.start(), len(text))] if opening else spans

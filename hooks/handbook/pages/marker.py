"""Marks are put at every place of a page that may turn out to be something; the parser decides."""

import re

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from handbook.claims.claim import BEGINNING
from handbook.syntax import marks

# It begins with a set of signs, for one of which the engine looks faster than it tries the rest.
SIGNS = re.compile(
    r"""
    [@\[\]{<\n] (?:
      (?<=@)  (?:
        (?P<citation> (?<![^\W_]@)(?=[\w{]) )
      | (?P<variable> (?=@\w+@@) )
      )
    | (?<=\[) (?P<item> [ xX]\][ \t]+ )
    | (?<=\n) (?:
        (?P<heading>  [ \t>]*\#{1,6}[ \t]* )
      | (?P<setext>   (?=[ \t>]*(?:=+|-+)[ \t]*$) )
      | (?P<number>   [ \t>*+-]*\d+[.)](?=[ \t]) )
      | (?P<defined>  [ \t]{0,3}\[[^\[\]^@][^\[\]@]*\]:[ \t]*(?:<(?=[^<>/!?][^<>\n]*>))? )
      )
    | (?<=\]) (?P<link> \([ \t]*(?:<(?=[^<>/!?][^<>\n]*>[ \t]*[)"']))? )
    | (?<=<)  (?:
        (?P<autolink> [a-z][a-z0-9+.-]*:(?://)? )
      | (?P<tag>      [a-z](?:[^\s/<>:@]*(?=[\s/>])|[^\s/<>]*(?=[\s/])) )
      )
    | (?<=\{) (?:
        (?P<id>       \#(?=[^{}\n]*\}[ \t]*$) )
      | (?P<computed> =(?=[\w.]) )
      | (?P<template> (?=\{) )
      | (?P<basis>    (?:(?<!\\\{)|(?<=(?<!\\)\\\\\{))~(?!~) )
      | (?P<attributes> (?<!@\{):?[ ]*(?![=~{%\s}])(?=[^{}\n]*\}) )
      )
    )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
# What may begin a quantity or an appeal, in a text of small letters.
TOKENS = re.compile(
    rf"""
    [^a-zA-Z0-9_\-/.\#=@&?%:,^\\`] (?<!\w)(?<!=["'])
    (?P<token> {BEGINNING} )
    (?! [^\[\]\n]{{0,99}}\](?!\(|\[[^\]]) )
    """,
    re.VERBOSE,
)
PLANNED = re.compile(r"\b(?P<planned>(?=(?:todo|fixme)\b))")
FENCE = re.compile(r"[ \t>]*(?:`{3,}[^`]*|~{3,}.*)")
IN_LIST = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)+\[")
# A list's number is no quantity; nor has one in a label a mark, which would make it another label.
UNMARKED = "number"
# Pattern -> what it finds, where that has no name of its own.
KINDS = {
    **dict.fromkeys(("defined", "autolink"), "link"),
    **dict.fromkeys(("variable", "template", "planned"), "placeholder"),
}
# Before what it finds stands the mark of these.
BEFORE = frozenset({"setext", "placeholder"})
# What an author says to a browser; the mark is part of it.
IN_HTML = {"tag": marks.in_tag, "attributes": marks.in_attributes}


class Marker(Preprocessor):
    """Puts a mark at every place that may matter, and remembers where it is."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.places: list[tuple[str, int]] = []

    def run(self, lines: list[str]) -> list[str]:
        self.places = []
        # A mark that the author typed is not ours; a line end before each line makes them alike.
        text = marks.without("\n".join(["", *lines]))
        pieces, taken, end = [], 1, 0
        for match in _found(text):
            kind = KINDS.get(str(match.lastgroup), str(match.lastgroup))
            start = match.start("token") if kind == "token" else match.start()
            if start < end:
                continue
            end = match.end()
            marked = start if kind in BEFORE else end
            if at := self._at(kind, start, end, text):
                self.places.append((kind, at - 1))
                mark = IN_HTML.get(kind, marks.mark)(len(self.places) - 1)
                pieces += [text[taken:marked], mark]
                taken = marked
        return "".join([*pieces, text[taken:]]).split("\n")

    def _at(self, kind: str, start: int, end: int, text: str) -> int:
        """Return the place of what was found from start to end, or 0 when it gets no mark."""
        # A page full of numbers must not keep its citations from being read.
        limit = marks.LIMIT // 2 if kind == "token" else marks.LIMIT
        if kind == UNMARKED or len(self.places) >= limit:
            return 0
        if kind in {"link", "computed"}:
            return end
        if kind not in {"item", "heading", "setext"}:
            return start
        # Of these, the place is that of their line.
        end = start if kind == "setext" else end
        line_start = text.rfind("\n", 0, end) + 1
        line = text[line_start:end]
        # A mark behind a fence would become the name of the code's language, one in a line of
        # blanks or behind another heading's line a text, and one in the middle of a line would tell
        # an asterisk before text from one before a space.
        if (kind == "setext" and (FENCE.fullmatch(line) or not line.strip(" \t>=-"))) or (
            kind == "item" and not IN_LIST.match(line)
        ):
            return 0
        return line_start + len(line) - len(line.lstrip(" \t>"))


def _found(text: str) -> list[re.Match[str]]:
    """Return all that may turn out to be something, sorted by where it begins."""
    # Its one small form has two characters.
    small = text.replace("İ", "i").lower()
    found = [*SIGNS.finditer(text), *TOKENS.finditer(small)]
    if "todo" in small or "fixme" in small:
        found += PLANNED.finditer(small)
    return sorted(found, key=re.Match.start)

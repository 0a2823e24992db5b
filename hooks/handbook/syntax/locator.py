"""Locators: the part of a work that a citation means, told from the words around it as Pandoc does.

A locator is in braces, or a label that Pandoc knows and a number, or a word with a digit, which is
a page: https://pandoc.org/MANUAL.html#citations-in-markdown
"""

import re

# What ends a word: punctuation, but for the signs of a range and of "12:33", and STX and ETX, with
# which Python-Markdown keeps markup that it has read.
STOP = r"\x02\x03!\"\#%&'()*,./;?@\[\\\]_{}¡§«¶·»¿\u2010-\u2012\u2014-\u2027\u2030-\u205e"
UNIT = rf"[^\s{STOP}]+"
RUN = rf"(?:{UNIT}(?:\.{UNIT})*|(?:\.{UNIT})+)"
# A bracket stands as it is, or escaped, which Python-Markdown keeps as its number.
BRACKETS = (r"\(", r"\)"), (r"\[", r"\]"), (r"\{", r"\}"), ("\x0291\x03", "\x0293\x03")
BRACKETED = "|".join(rf"{opening}(?:{RUN})?{closing}" for opening, closing in BRACKETS)
WORD = rf"(?:{BRACKETED}|{RUN})++"
# Pandoc's labels, from the terms of CSL's English locale.
LABEL = rf"""(?:
    (?: (?:book|chapter|column|figure|folio|issue|line|note|page|paragraph|part|section)s?
      | (?:verse|volume)s? | opus | opera | sub\ verb(?:o|is) ) (?=[\s{STOP}–-])
  | (?:bk|chap|col|fig|fol|no|para|pt|sec|vol)s?\. | (?:cc?|ll?|nn?|opp?|pp?|vv?|s\.vv?)\.
  | §§? | ¶¶?
)"""
LABELLED = re.compile(rf"{LABEL}\s*+(?P<word>{WORD})", re.VERBOSE | re.IGNORECASE)
BARE = re.compile(rf"(?P<word>{WORD})")
NEXT = re.compile(rf"[,;]?\s*(?P<word>{WORD})")
INNER = rf"[^\s{STOP}–-]*"
BRACED = re.compile(rf"\{{\s*(?P<inside>(?:[^{{}}\[\]]|\{{{INNER}\}}|\[{INNER}\])*)\}}")
ROMAN = re.compile(
    r"(?=[ivxlcdm])m*(?:cm)?d?(?:cd)?c*(?:xc)?l?(?:xl)?x*(?:ix)?v?(?:iv)?i*(?=[-–]|\Z)",
    re.IGNORECASE,
)
BEGINS_WITH_STOP = re.compile(rf"[\s{STOP}:–-]")
RANGE = re.compile(r"(?<=[\w)\]])--?(?=[\w(\[])")


def split(after: str) -> tuple[str, str]:
    """Return the locator and the suffix in what stands after a key.

    The locator is as written, a dash in a range an en dash. The suffix begins with the space or
    the punctuation that parts it from what is before.
    """
    start = len(after) - len(after.removeprefix(",").lstrip())
    if braced := BRACED.match(after, start):
        locator, end = braced["inside"].strip(), braced.end()
    else:
        end = _end(after, start)
        locator = after[start:end].strip()
    suffix = after[end:].rstrip() if locator or braced else after.rstrip()
    if suffix and not locator and not BEGINS_WITH_STOP.match(suffix):
        suffix = f", {suffix}"
    return RANGE.sub("–", locator), suffix


def _end(text: str, start: int) -> int:
    """Return where a locator that begins at `start` ends; there, when there is none.

    After a label, Roman numerals are numbers too.
    """
    labelled = LABELLED.match(text, start)
    is_number = _has_number if labelled else _has_digit
    end, match = start, labelled or BARE.match(text, start)
    while match and is_number(match["word"]):
        end = match.end()
        match = NEXT.match(text, end)
    return end


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _has_number(word: str) -> bool:
    return _has_digit(word) or any(ROMAN.match(part) for part in re.split(r"[.()\[\]{}\x03]", word))

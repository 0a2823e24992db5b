"""Rules on what stands in a field: dates that have come, titles as plain text, bare numbers."""

import re
from collections.abc import Iterator

from handbook.files.yamltext import Mapping, Text
from handbook.problem import Found
from handbook.references import csl, dates
from handbook.references.bibliography import people
from handbook.rules.references import texts

RULES = {
    "R223": """A date is not in the future.
Why: what is not yet there can't be cited.
Fix: correct it; a book may bear the year to come, then silence the rule and say so.""",
    "R224": """A title and a name are plain text.
Why: markup is shown as it is written, never run.
Fix: write the signs that a reader sees: '&' and not '&amp;', no tags, no braces of BibTeX.""",
    "R225": """A volume, issue, edition or page is the number alone.
Why: the words around it come from the style.
Fix: write '12' and not 'vol. 12', '3-9' and not 'pp. 3--9'.""",
    "R232": """A text has no signs that nobody sees or means.
Why: they come along when a text is copied, and neither a search nor a registrar finds it then.
Fix: take them out; for U+FFFD, write what some program could not read.""",
}
MARKUP = re.compile(r"</?[a-z][^<>]*>|&(?:\w+|#\w+);|\\[a-z]+\b|[{}]", re.IGNORECASE)
TITLES = {"publisher", *(name for name in csl.TEXTS if "title" in name)}
WORDS = {
    "volume": re.compile(r"\bvol(?:ume|s)?\b\.?\s*", re.IGNORECASE),
    "issue": re.compile(r"\b(?:no|nr|iss(?:ue)?|number)\b\.?\s*", re.IGNORECASE),
    "edition": re.compile(r"(?<!\s)\s*\b(?:edition|edn?|ed)\b\.?", re.IGNORECASE),
    "page": re.compile(r"\b(?:pp?|pages?|S)\b\.?\s*", re.IGNORECASE),
}
# Spaces are looked at once, from the first of them on.
DASHES = re.compile(r"(?<!\s)\s*(?:[\u2010\u2011–—−]|--+)\s*|(?<!\s)\s+-\s*|-\s+")
RANGE = re.compile(r"(\d+)-(\d+)", re.ASCII)
# Those of Wikipedia's CS1 but for spaces and joiners, which are parts of words in some languages;
# and those that turn the text around them.
INVISIBLE = "\0-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u202a-\u202e\u2060-\u2069\ufeff"
NO_TEXT = re.compile(f"[{INVISIBLE}\ufffd]")


def check(entry: Mapping) -> Iterator[Found]:
    """Yield the problems of an entry's dates, titles, names and numbers."""
    yield from _signs(entry)
    for name, value in entry.items():
        if not isinstance(value, Text):
            continue
        if name in csl.DATES and not dates.not_a_date(value, ranged=True):
            if dates.in_future(value):
                message = f"'{name}' is '{value}', which is still to come. Correct it."
                yield value.line, value.col, "R223", message
        elif name in TITLES:
            yield from _markup(value)
        elif name in WORDS and (said := _more_than_number(name, value)):
            yield value.line, value.col, "R225", f"'{name}' is '{value}'. {said}"


def _signs(entry: Mapping) -> Iterator[Found]:
    for text in texts(entry):
        if match := NO_TEXT.search(text):
            message = f"U+{ord(match[0]):04X} is no sign of a text. Take it out."
            yield text.line, text.col + match.start(), "R232", message
    for person in people(entry, *csl.NAMES):
        for text in texts(person):
            yield from _markup(text)


def _markup(text: Text) -> Iterator[Found]:
    if match := MARKUP.search(text):
        message = f"'{match[0]}' is markup, and shown as it is. Write plain text."
        yield text.line, text.col + match.start(), "R224", message


def bare(name: str, value: str) -> str:
    """Return the number in a field of `WORDS`, or the value when there is nothing but words."""
    number = DASHES.sub("-", WORDS[name].sub("", value)).strip()
    return bare(name, number) if number and number != value else value


def _more_than_number(name: str, value: str) -> str:
    if (number := bare(name, value)) != value:
        return f"Write '{number}'."
    match = RANGE.fullmatch(value) if name == "page" else None
    if match and len(match[1]) == len(match[2]) and match[1] > match[2]:
        return "The range ends before it begins. Correct it."
    return ""

"""Rules on the names of an entry: each is the name of one person or institution."""

import html
import re
from collections.abc import Iterator

from handbook.files.yamltext import Mapping, Text
from handbook.problem import Found
from handbook.references import csl
from handbook.references.bibliography import people

RULES = {
    "R220": """A name is not all in capitals.
Why: it was copied from a page that shows it so; the person writes it otherwise.
Fix: write capitals as the person does. An institution's one short word may be capitals.""",
    "R221": """A name does not stand for names that are not listed.
Why: "et al." would be shown as a person, and no one can look up "Anonymous".
Fix: take it out; if the list is not complete, write 'author_complete: false'.""",
    "R222": """A name holds one name, and nothing else.
Why: two names in one are sorted, shortened and found as one person.
Fix: write each name as an entry of its own in the list, and 'Jr' or 'III' as 'suffix'.""",
}
OTHERS = re.compile(r"\bet\.?\s+al(?:ii|iae)?\b\.?|\band (?:others|colleagues)\b", re.IGNORECASE)
NOBODY = {
    *("admin", "administrator", "anon", "anonymous", "author", "authors", "editor", "editors"),
    *("editorial board", "n.a", "n.n", "n/a", "nobody", "none", "others", "staff", "unknown"),
    *("unknown author", "user", "various", "various authors"),
}
# The word "and" between two names, after a comma or not.
AND = re.compile(r"(?:^|[\s,])(?:and|&)\s", re.IGNORECASE)
WORD_IN_CAPITALS = re.compile(r"[^\W\d_]{3,}")


def check(entry: Mapping) -> Iterator[Found]:
    """Yield the problems of an entry's names."""
    for person in people(entry, *csl.NAMES):
        for part in ("family", "given", "literal"):
            text = person.get(part)
            if isinstance(text, Text) and (found := _wrong(part, text)):
                yield text.line, text.col, *found


def _wrong(part: str, text: str) -> tuple[str, str] | None:
    others = OTHERS.search(text)
    if others or text.casefold().strip(".[]()") in NOBODY:
        message = (
            f"'{others[0] if others else text}' is no name. Take it out, "
            "and write 'author_complete: false' if names are missing."
        )
        return "R221", message
    if found := _several(part, text):
        return "R222", f"The name '{text}' {found}"
    if _is_shouted(part, text):
        return "R220", f"The name '{text}' is all in capitals. Write it as its bearer does."
    return None


def _several(part: str, text: str) -> str:
    """Say what shows that a text is more than one name, or nothing."""
    if ";" in html.unescape(text) or (
        AND.search(text) if part != "literal" else re.search(r", and\s", text)
    ):
        return "holds several names. Write each on a line of its own."
    if "," in text and part != "literal":
        return "has a comma. Write 'family' and 'given' apart, and 'Jr' or 'III' as 'suffix'."
    if any(char.isdigit() for char in text) and part != "literal":
        return "has a digit. Write the name alone, or 'literal' for an institution."
    return ""


def _is_shouted(part: str, text: str) -> bool:
    """Tell a name in capitals from initials and from the short name of an institution."""
    if not text.isupper():  # false, too, for writing that has no capitals
        return False
    words = WORD_IN_CAPITALS.findall(text)
    if part == "literal":
        return len([word for word in words if len(word) > 3]) > 1
    return bool(words) or (part == "family" and len(text) > 1)

"""Titles as the Chicago Manual of Style prints them: headline capitals, typographic quotes."""

import re
import unicodedata
from enum import Enum, auto

# Words that stay small inside a title; the list is that of pandoc's citeproc.
SMALL = frozenset(
    [
        *("a", "about", "an", "and", "as", "at", "but", "by", "d", "de", "down", "for", "from"),
        *("in", "into", "l", "nor", "of", "on", "onto", "or", "over", "so", "the", "till", "to"),
        *("up", "van", "via", "von", "with", "yet"),
    ]
)
# An address such as "ease.ml/ci" is one word; what stands before a word decides on its capital.
CHUNK = re.compile(r"[^\W_]+(?:\.[^\W_]+)+(?:/[^\W_]+)*|[^\W_]+|\s+|\"|(?:[^\w\s\"]|_)+")
# What a title and a subtitle are, and what their words.
PART = re.compile(r"[.?!:]\s+")
WORD = re.compile(r"[^\W_][\w'’-]*")
LAST_WORD = re.compile(r"(?<=\s)[^\s/–—-]+$")
QUOTED = (
    re.compile(r'(?<!\w)"(?=\S)([^"]+)(?<=\S)"(?!\w)'),
    re.compile(r"(?<!\w)'(?=\S)((?:[^']|(?<=\w)'(?=\w))+)(?<=\S)'(?!\w)"),
)
MARKS = (("“", "”"), ("‘", "’"))


class _After(Enum):
    """Where in a title a word stands: after what, or last."""

    NOTHING = auto()
    STOP = auto()
    SENTENCE = auto()
    BREAK = auto()
    WORD = auto()
    LAST = auto()


def headline(title: str, language: str = "") -> str:
    """Return an English title with headline capitals, and one in another language as it is.

    Only words in small letters change: "NumPy" and "II" stay. The first and the last word and the
    first of a subtitle are capital. The steps are those of pandoc's citeproc, which changes
    addresses and signs of other scripts as well: "ease.ml" and the "τ" of "τ-bench" stay here.
    """
    if not _is_english(language):
        return title
    last = LAST_WORD.search(title)
    parts, after = [], _After.NOTHING
    for match in CHUNK.finditer(title):
        if last and match.start() == last.start() and after is not _After.WORD:
            after = _After.LAST
        parts.append(_capital(match[0], after))
        after = _next(after, match[0][-1])
    return "".join(parts)


def has_headline_capitals(title: str, language: str = "") -> bool:
    """Tell an English title whose words, and not names alone, seem to have capitals already.

    Counted are those in no first place that would be small: at least three, and most of them. A
    word with capitals or digits inside, such as "NumPy", would not.
    """
    if not _is_english(language):
        return False
    later = (word for part in PART.split(title) for word in WORD.findall(part)[1:])
    words = [word for word in later if word[1:].islower() and word.lower() not in SMALL]
    capital = [word for word in words if word[0].isupper()]
    return len(capital) >= 3 and len(capital) > len(words) / 2


def _is_english(language: str) -> bool:
    """Tell a language tag of English; a title without one counts as English."""
    return not language or bool(re.match(r"en\b", language))


def _capital(word: str, after: _After) -> str:
    if not word.islower() or "." in word or not unicodedata.name(word[0], "").startswith("LATIN"):
        return word
    begins = after in {_After.NOTHING, _After.SENTENCE}
    stands_out = after is _After.LAST or (after is _After.BREAK and word not in SMALL)
    return word[0].upper() + word[1:] if begins or (stands_out and len(word) > 1) else word


def _next(after: _After, char: str) -> _After:
    if char in ".?!:":
        return _After.STOP
    if char.isalnum():
        return _After.WORD
    if char.isspace() and after is _After.STOP:
        return _After.SENTENCE
    return _After.BREAK if char.isspace() or char in "-/–—" else after


def typographic(text: str, depth: int = 0) -> str:
    """Return the text with curved quotation marks and apostrophes; `depth` quotes are around it."""
    opening, closing = MARKS[depth % 2]
    text = text.replace("“", '"').replace("”", '"')
    for quoted in QUOTED:
        text = quoted.sub(lambda m: opening + typographic(m[1], depth + 1) + closing, text)
    return text.replace("'", "’")

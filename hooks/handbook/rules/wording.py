"""Rules on the words of an item, in English: it begins with a verb, and it is one action.

No grammar is parsed: a verb is a word of `verbs.txt` or of the handbook's own `verbs`.
ASD-STE100 is Simplified Technical English, whose section 5 is on instructions (issue 9).
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice

from handbook.book import Book
from handbook.pages.page import Item
from handbook.problem import Problem

RULES = {
    "R514": "An item begins with a verb that says what to do.",
    "R515": "An item is one action.",
}

# A word, a piece of code, or a sign that ends a clause; a digit in a box (1, FE0F, 20E3) is none.
WORD = re.compile(r"`[^`]*`|(?!.\ufe0f?\u20e3)\w[\w'’-]*|[.;&](?=\s)")
ADVERBS = {"first", "next", "then", "now", "finally", "also", "always", "only", "just", "please"}
PARTICLES = {"down", "up", "out", "off"}
JOINTS = {"and", "&", "then", ";", "."}
# What begins the object of a verb, and hardly ever follows a noun.
OBJECTS = {
    *("a", "an", "the", "these", "those", "each", "every", "all", "any", "both", "some", "one"),
    *("my", "your", "his", "her", "its", "our", "their"),
    *("it", "them", "him", "what", "why", "how", "whether", "if"),
}
# "that" follows nouns too ("the cost and change that you expect"), but hardly these.
CHECKS = {"check", "confirm", "ensure", "prove", "say", "show", "verify"}
# A verb after "and" may belong to what one of these opens: "Stop before you read and sign a form."
SUBORDINATES = {
    *("to", "can", "could", "may", "might", "must", "should", "will", "would", "let"),
    *("after", "because", "before", "if", "so", "unless", "until", "when", "while", "who"),
}


def check(book: Book) -> Iterator[Problem]:
    """Yield the problems of each item's words; none when the site is not in English."""
    if not book.settings.language.startswith("en"):
        return
    verbs = common_verbs() | book.settings.verbs
    for page in book.pages:
        for item in book.items(page):
            for rule, message in (*_opening(item, verbs), *_actions(item, verbs)):
                yield Problem(page.src_uri, item.at.line, item.at.col, rule, message)


@cache
def common_verbs() -> frozenset[str]:
    """Return English verbs in their base form, which is that of the imperative."""
    return frozenset(files("handbook").joinpath("verbs.txt").read_text("utf-8").split())


def _opening(item: Item, verbs: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what stands in the place of the verb.

    An instruction is a command (ASD-STE100, rule 5.3), and an item is actionable ("A Checklist for
    Checklists"): nobody can tick what is not to be done.
    An adverb before the verb hides it; the order of the items is that of the list.
    """
    if not item.prose:  # reported with the other faults of items
        return
    said = [match[0] for match in islice(WORD.finditer(item.prose), 2)] or [item.prose]
    word, after = [*map(_folded, said), ""][:2]
    begins = f"The item '{item.short}' begins with '{said[0]}'"
    if word in {"never", "not", "don't"} or (word, after) == ("do", "not"):
        message = f"The item '{item.short}' says what not to do, which can't be ticked as done."
        yield "R514", f"{message} Say what to do instead."
    elif (word in ADVERBS or word.endswith("ly")) and _is_verb(after, verbs):
        yield "R514", f"{begins}. Begin with the verb '{after}'."
    elif not _is_verb(word, verbs):
        message = f"{begins}, which is no verb known here."
        yield "R514", f"{message} Begin with a verb, or add it to 'verbs' in [tool.handbook]."


def _actions(item: Item, verbs: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield a second action.

    An instruction is one, unless two happen at the same time (ASD-STE100, rule 5.2), and an item
    asks for one specific response ("A Checklist for Checklists"): a box is not ticked by half.
    Verbs before the first object share it ("search and replace the name"), and are one.
    """
    between = (ADVERBS | PARTICLES) - {"then"}
    folded = [(match, _folded(match[0])) for match in WORD.finditer(item.prose)]
    words = [(match, word) for match, word in folded if word not in between]
    texts = [word for _, word in words]
    for place, (joint, verb, after) in enumerate(zip(texts, texts[1:], texts[2:], strict=False)):
        before = texts[:place]
        if (
            joint in JOINTS
            and not all(_is_verb(word, verbs) for word in before)
            and _is_verb(verb, verbs)
            and (after in OBJECTS or (after == "that" and verb in CHECKS))
            and (joint not in {"and", "&"} or SUBORDINATES.isdisjoint(before))
        ):
            second = item.prose[words[place + 1][0].start() : words[place + 2][0].end()]
            message = f"The item '{item.short}' holds a second action: '{second}'."
            yield "R515", f"{message} Make it two items, or move a check into 'Done when:'."
            return


def _is_verb(word: str, verbs: frozenset[str]) -> bool:
    """Tell a verb, alone or behind a hyphen ("double-check")."""
    return word in verbs or word.rpartition("-")[2] in verbs


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")

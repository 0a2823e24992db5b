"""Terms, and where they stand in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown.util import STX

from handbook.files.yamltext import Text

# What an address can't show as it is, for which its number stands in the id.
OTHER_SIGN = re.compile(r"[^a-z0-9-]")


@dataclass(frozen=True)
class Term:
    """A term: its names, which have places in the file where they stand, and its meaning."""

    names: tuple[Text, ...]
    meaning: str
    src_uri: str

    @property
    def anchor(self) -> str:
        """The term's id on the page of the glossary."""
        name = "-".join(self.names[0].casefold().split())
        return "term-" + OTHER_SIGN.sub(lambda sign: f".{ord(sign[0]):x}", name)

    @property
    def order(self) -> tuple[str, str]:
        """What terms are sorted by."""
        return self.names[0].casefold(), self.names[0]

    @property
    def page(self) -> str:
        """The page that explains it, or nothing."""
        return self.src_uri if self.src_uri.endswith(".md") else ""


class Terms:
    """The terms of a handbook, and where they stand in a text; `own` are those of each page."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms: dict[str, Term] = {}
        self.own: dict[str, set[Term]] = {}
        for term in terms:
            self.own.setdefault(term.page, set()).add(term)
            for name in term.names:
                self.terms.setdefault(_key(name), term)
        longest_first = sorted(self.terms, key=lambda name: (-len(name), name))
        # A plural counts; a part of a word, or of a longer word with a hyphen, does not.
        names = "|".join(_by_letter(longest_first)) or "(?!)"
        self.pattern = re.compile(rf"(?<![\w{STX}-])(?P<name>{names})s?(?![\w-])")

    def term(self, name: str) -> Term:
        """Return the term of a name as it stands in a text."""
        spaced = " ".join(name.split())
        return self.terms.get(spaced) or self.terms[spaced.casefold()]


def _key(name: str) -> str:
    """Return a name as it is looked up: with capitals inside, as an abbreviation has, as it is."""
    spaced = " ".join(name.split())
    return spaced.casefold() if spaced[1:].islower() or len(spaced) == 1 else spaced


def _by_letter(names: Iterable[str]) -> Iterator[str]:
    """Yield a pattern for each letter that names begin with: to look at that first is quick."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[0].upper(), []).append(name)
    for group in groups.values():
        letters = "".join(sorted({sign for name in group for sign in _cases(name[0])}))
        yield f"(?=[{re.escape(letters)}])(?:{'|'.join(map(_pattern, group))})"


def _cases(letter: str) -> set[str]:
    return {letter, letter.lower(), letter.upper()}


def _pattern(key: str) -> str:
    words = r"\s+".join(map(re.escape, key.split()))
    return f"(?i:{words})" if key == key.casefold() else words

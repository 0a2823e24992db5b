"""What an entry would say if it followed a registrar's record where the two differ a little."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from handbook.files.yamltext import Mapping, Text
from handbook.files.yamlwriting import scalar
from handbook.identity.comparison import CLOSE, OTHER, author, compare
from handbook.identity.record import Key, Record, keys
from handbook.identity.words import bare, words
from handbook.references.bibliography import Bibliography


def corrections(entry: Mapping, record: Record) -> Iterator[tuple[str, Text, str]]:
    """Yield the field, the text that an entry has, and what the record has in its place."""
    found = compare(entry, record)
    if found.verdict is OTHER:
        return
    title, year = entry.get("title"), entry.get("issued")
    family = (author(entry) or Mapping()).get("family")
    offered = {
        "title": (title, _merged(entry.text("title"), bare(record.title))),
        "first author": (family, bare(record.author.partition(",")[0])),
        "year": (year, max(record.years, default="")),
    }
    for name in found.that_are(CLOSE):
        text, other = offered[name]
        if isinstance(text, Text) and (name != "year" or len(text) == len(other)):
            yield name, text, other


def _merged(ours: str, theirs: str) -> str:
    """Return a registrar's title in our capitals and signs, as far as the words are ours."""
    mine, other = ours.split(), theirs.split()
    matcher = SequenceMatcher(None, [*map(_fold, mine)], [*map(_fold, other)], autojunk=False)
    parts: list[str] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        parts += mine[a:b] if tag == "equal" else other[c:d]
    return " ".join(parts)


def _fold(word: str) -> str:
    return "".join(words(word))


def corrected(bibliography: Bibliography, records: dict[Key, Record]) -> tuple[str, list[str]]:
    """Return the bibliography's text with all corrections, and a line about each."""
    changes: dict[int, tuple[Text, str]] = {}
    said = []
    for entry in bibliography.entries if bibliography.text else ():
        for record in (records[key] for key in keys(entry) if key in records):
            for name, text, other in corrections(entry, record) if record.title else ():
                if text.start not in changes:
                    changes[text.start] = text, other
                    place = f"{bibliography.src_uri}:{text.line}:{text.col}"
                    said.append(f"{place}: wrote the {name} '{other}' for '{text}'")
    written = bibliography.text
    for start, (text, other) in sorted(changes.items(), reverse=True):
        written = written[:start] + scalar(other, in_flow=True) + written[text.end :]
    return written, said

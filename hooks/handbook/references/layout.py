"""The one layout of the bibliography: entries sorted by id, fields in order, comments kept.

A comment stands before its entry, field or name, and moves with it; one at the end of a line comes
to stand before that line.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator

from handbook.files.yamlcomments import Comment, comments
from handbook.files.yamltext import Mapping, Sequence, Text, Value
from handbook.files.yamlwriting import flow, scalar
from handbook.references import csl
from handbook.references.bibliography import FIELDS, Bibliography

RANK = {name: rank for rank, name in enumerate(FIELDS)}
# What YAML may take for a boolean, because it is one.
BOOLEANS = {"supports_seen", "author_complete"}
# What a comment belongs to: an entry's number, then perhaps a field, then perhaps what is in it.
Target = tuple[int | str, ...]
HEAD, END, AFTER = "head", "end", "after"
Notes = dict[Target, list[str]]


def arranged(bibliography: Bibliography, added: tuple[Mapping, ...] = ()) -> str:
    """Return the text of a bibliography in its layout, with some entries added to it.

    One that could not be read is empty.
    """
    text, entries = bibliography.text, (*bibliography.entries, *added)
    if not entries or (not text and not added):
        return text
    notes = _notes(text, bibliography.entries)
    order = sorted(range(len(entries)), key=lambda i: sort_key(entries[i]))
    parts = [["\n".join(notes[(HEAD,)])], *(_entry(i, entries[i], notes) for i in order)]
    parts.append(notes[(END,)])
    return "\n\n".join("\n".join(lines) for lines in parts if any(lines)) + "\n"


def alone(entry: Mapping) -> str:
    """Return the text of one entry in the layout."""
    return "\n".join(_entry(0, entry, defaultdict(list))) + "\n"


def is_sorted(bibliography: Bibliography) -> bool:
    """Tell whether the entries stand in the order of their ids."""
    keys = [sort_key(entry) for entry in bibliography.entries]
    return keys == sorted(keys)


def sort_key(entry: Mapping) -> tuple[str, str]:
    """Return what entries are sorted by."""
    ident = entry.text("id")
    return ident.casefold(), ident


def _entry(index: int, entry: Mapping, notes: Notes) -> list[str]:
    """Return the lines of an entry."""
    lines: list[str] = [] if entry else [*notes[(index,)], "- {}"]
    for name in in_order(entry, RANK):
        # No comment can stand between the dash and the first field.
        indent = "  " if lines else ""
        above = notes[index, name] if lines else notes[(index,)] + notes[index, name]
        lines += [f"{indent}{note}" for note in above]
        first, *rest = _field(index, name, entry[name], notes)
        lines += [f"{indent or '- '}{first}", *rest]
    return lines + [f"  {note}" for note in notes[index, AFTER, ""]]


def in_order(mapping: Iterable[str], ranks: dict[str, int]) -> list[str]:
    """Return the names of the fields in order; an unknown one stays behind that before it."""
    places, rank = {}, 0
    for name in mapping:
        rank = ranks.get(name, rank)
        places[name] = rank
    return sorted(places, key=lambda name: (places[name], name not in ranks))


def _field(index: int, name: str, value: Value, notes: Notes) -> Iterator[str]:
    """Yield the lines of a field, the first without its indent."""
    key = scalar(name)
    if isinstance(value, Text):
        plain = name in BOOLEANS and value in {"true", "false"}
        quote = '"' if name in csl.DATES else "'"
        yield f"{key}: {value if plain else scalar(value, quote=quote)}"
    elif not _stands_apart(value):
        yield f"{key}: {flow(value)}"
    else:
        yield f"{key}:"
        for part, child in _parts(value):
            yield from (f"    {note}" for note in notes[index, name, part])
            begin = f"{scalar(part)}: " if isinstance(part, str) else "- "
            yield f"    {begin}{scalar(child) if isinstance(child, Text) else flow(child)}"


def _stands_apart(value: Value) -> bool:
    """Tell a list of names, and a mapping, from what is written in one line."""
    if isinstance(value, Sequence):
        return bool(value) and all(isinstance(child, Mapping) for child in value)
    return bool(value)


def _parts(value: Value) -> Iterator[tuple[int | str, Value]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, Sequence):
        yield from enumerate(value)


def _notes(text: str, entries: tuple[Mapping, ...]) -> Notes:
    """Return the comments by what they belong to."""
    found = list(comments(text, entries))
    notes: Notes = defaultdict(list)
    if not found:
        return notes
    anchors: dict[int, Target] = {}
    for index, entry in enumerate(entries):
        for line, target in _anchors(index, entry):
            anchors.setdefault(line, target)
    lines = sorted(anchors)
    top = text.split("\n")
    if lines:
        del top[lines[0] - 1 :]
    head = max((n for n, line in enumerate(top, 1) if line.strip() in {"", "---"}), default=0)
    for comment in found:
        place = bisect(lines, comment.line)
        before = anchors[lines[place - 1]] if place else (0,)
        after = anchors[lines[place]] if place < len(lines) else (END,)
        if comment.line <= head:
            after = (HEAD,)
        notes[_target(comment, before, after)].append(comment.text)
    return notes


def _anchors(index: int, entry: Mapping) -> Iterator[tuple[int, Target]]:
    """Yield the lines on which something begins, and what; the outermost first."""
    yield entry.line, (index,)
    for name, value in entry.items():
        if isinstance(name, Text):
            yield name.line, (index, name)
        apart = _stands_apart(value)
        for part, child in _parts(value):
            target = (index, name, part) if apart else (index, name)
            if isinstance(part, Text):
                yield part.line, target
            for line in _lines(child):
                yield line, target


def _lines(value: Value) -> Iterator[int]:
    yield value.line
    for _, child in _parts(value):
        yield from _lines(child)


def _target(comment: Comment, before: Target, after: Target) -> Target:
    """Return what a comment belongs to, of what stands before and after it."""
    if not comment.alone:
        return before
    # One that is indented, with no field of its entry below it, closes the entry.
    closes = comment.before.isspace() and len(after) == 1 and after not in {(0,), (HEAD,)}
    return (before[0], AFTER, "") if closes else after

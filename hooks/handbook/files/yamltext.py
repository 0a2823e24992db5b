"""YAML as its author wrote it: every scalar is text that knows its line and column.

A value such as `10.1000` or `2026-02-30` stays text, so that a rule can quote it exactly.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import yaml

from handbook.files import merge
from handbook.problem import Problem

# The C parser where the wheel has it: a bibliography of 2,000 entries is read eight times faster.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 12
# What YAML does not allow, https://yaml.org/spec/1.1/#c-printable, and what ends a line for
# its parser alone, so that all places below would be wrong.
UNREADABLE = re.compile(
    "[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# As PyYAML says it.
SECOND = "but found another document"
NO_START = "found character that cannot start any token"
INDENT = "found a tab character that violates indentation"


class Text(str):
    """A scalar with its 1-based place in the file, and where it starts and ends in the text."""

    __slots__ = ("col", "end", "line", "start")
    line: int
    col: int
    start: int
    end: int


class Mapping(dict[str, "Value"]):
    """A mapping with the 1-based place of its first key; its keys are `Text`."""

    line: int = 1
    col: int = 1

    def text(self, name: str) -> str:
        """Return the text under a key, or nothing when there is none."""
        value = self.get(name)
        return value if isinstance(value, Text) else ""

    def place(self, name: str) -> tuple[int, int]:
        """Return line and column of a key, or of the mapping when it has no such key."""
        found = next((key for key in self if key == name), self)
        return (found.line, found.col) if isinstance(found, Text) else (self.line, self.col)


class Sequence(list["Value"]):
    """A sequence with the 1-based place of its first item."""

    line: int
    col: int


Value = Text | Mapping | Sequence


def load(text: str, src_uri: str, line: int = 1) -> tuple[Value | None, list[Problem]]:
    """Return the value of one YAML document and the problems met; `line` is that of its start."""
    if left := [*merge.lines(text)]:
        return None, [Problem(src_uri, line + at, 1, "R014", message) for at, message in left]
    reader = _Reader(text, src_uri, line)
    if UNREADABLE.search(text):
        return None, list(reader.unreadable())
    try:
        reader.problems += reader.refused(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        return None, [reader.syntax(error)]
    value = None if reader.problems else reader.document()
    return value, reader.problems


class _Reader:
    def __init__(self, text: str, src_uri: str, line: int) -> None:
        self.text = text
        self.src_uri = src_uri
        self.line = line
        self.problems: list[Problem] = []
        self.events: list[Any] = []

    def problem(self, mark: Any, rule: str, message: str) -> Problem:
        """Return a problem at PyYAML's mark, whose type differs with the parser."""
        return Problem(self.src_uri, self.line + mark.line, mark.column + 1, rule, message)

    def unreadable(self) -> Iterator[Problem]:
        """Yield the first sign of each line that no YAML may have."""
        for number, line in enumerate(self.text.split("\n"), self.line):
            if match := UNREADABLE.search(line):
                code = f"U+{ord(match[0]):04X}"
                message = f"This YAML can't be read: the invisible sign {code} stands here. "
                col = match.start() + 1
                yield Problem(self.src_uri, number, col, "R006", f"{message}Take it out.")

    def syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        what = (error.problem or error.context or "").rstrip(".")
        mark: Any = error.problem_mark or error.context_mark
        said = f"{what}. Check indentation, colons and quotes here and above."
        sign = self.text[mark.index : mark.index + 1] if what == NO_START else ""
        if sign == "\t" or what == INDENT:
            said = "a tab stands where only spaces may. Write spaces."
        elif sign:
            said = f"no value begins with '{sign}'. Put the value in quotes."
        return self.problem(mark, "R006", f"This YAML can't be read: {said}")

    def refused(self, events: Iterator[yaml.Event]) -> Iterator[Problem]:
        """Yield what is refused before any value is built, so that nothing can expand."""
        depth = 0
        for event in events:
            self.events.append(event)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    yield self.problem(
                        event.start_mark,
                        "R006",
                        f"This YAML is nested more than {MAX_DEPTH} deep. Flatten it.",
                    )
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            anchor = getattr(event, "anchor", None)
            tag = getattr(event, "tag", None)
            if anchor:
                sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
                yield self.problem(
                    event.start_mark,
                    "R008",
                    f"'{sign}{anchor}' is a YAML anchor or alias. Write the value out.",
                )
            if tag and tag != "!":
                shown = tag.replace("tag:yaml.org,2002:", "!!")
                yield self.problem(
                    event.start_mark, "R008", f"'{shown}' is a YAML tag. Write a plain value."
                )

    def document(self) -> Value | None:
        """Return the value of the document whose events were read, and report a second one."""
        starts = [event for event in self.events if isinstance(event, yaml.DocumentStartEvent)]
        if len(starts) > 1:
            mark: Any = starts[1].start_mark
            self.problems.append(self.syntax(yaml.MarkedYAMLError(None, None, SECOND, mark)))
        # What begins the stream and the document is no value.
        events = iter(self.events[2:])
        return self.value(next(events), events) if len(starts) == 1 else None

    def value(self, event: Any, events: Iterator[Any]) -> Value:
        """Return the value that an event begins, with what follows it."""
        value: Value
        if isinstance(event, yaml.MappingStartEvent):
            value = self.mapping(events)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = Sequence(self.value(child, events) for child in _inside(events))
        else:
            value = Text(event.value)
            value.start, value.end = event.start_mark.index, event.end_mark.index
        value.line = self.line + event.start_mark.line
        # The text of a quoted scalar begins after its quote.
        quoted = isinstance(event, yaml.ScalarEvent) and event.style in {"'", '"'}
        value.col = event.start_mark.column + (2 if quoted else 1)
        return value

    def mapping(self, events: Iterator[Any]) -> Mapping:
        mapping = Mapping()
        for event in _inside(events):
            key, value = self.value(event, events), self.value(next(events), events)
            if not isinstance(key, Text):
                message = "A key must be a word. Did you mean a list?"
                self.problems.append(self.problem(event.start_mark, "R006", message))
            elif key in mapping:
                first, _ = mapping.place(key)
                message = f"'{key}' stands twice; first at line {first}. Keep one."
                self.problems.append(self.problem(event.start_mark, "R007", message))
            else:
                mapping[key] = value
        return mapping


def _inside(events: Iterator[Any]) -> Iterator[Any]:
    """Return what begins each value up to the end of the mapping or sequence around it."""
    return takewhile(lambda event: not isinstance(event, yaml.CollectionEndEvent), events)

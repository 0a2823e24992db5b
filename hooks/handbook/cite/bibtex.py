"""BibTeX as its author wrote it: entries and fields with their places, and what can't be read.

bibtexparser's splitter finds blocks and fields. It takes all up to a comma for a value, all before
'=' for a name, and all outside of entries for a comment: a slip hides there, and is looked for
here.
"""

import logging
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from bibtexparser.exceptions import BlockAbortedException
from bibtexparser.model import Block, ImplicitComment, ParsingFailedBlock, String
from bibtexparser.model import Entry as Split
from bibtexparser.splitter import Splitter

from handbook.cite.fault import Fault, FaultError, shown
from handbook.cite.value import joined
from handbook.files.yamltext import Mapping, Text

# The splitter logs what it can't read, which is reported here.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

NAME = re.compile(r"[A-Za-z][\w:.+/-]*")
FIELD_LINE = re.compile(r"^[ \t]*(?P<name>[\w-]+)[ \t]*=", re.MULTILINE)
COMMENT_LINE = re.compile(r"^[ \t]*%.*", re.MULTILINE)
# What stands outside of entries when a brace is missing, or one too many.
LOST = re.compile(
    r"^[ \t]*(?P<entry>@(?!comment\b)\w+)|[{}]|^[ \t]*[\w-]+[ \t]*=", re.MULTILINE | re.IGNORECASE
)
# The @strings that every style defines.
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Entry:
    """An entry; the names of `fields` are in small letters, their values in LaTeX."""

    type: Text
    key: str
    fields: Mapping


def read(text: str) -> tuple[list[Entry], list[Fault]]:
    """Return the entries of a BibTeX file with LF line ends, and what is wrong with it."""
    reader = _Reader(text)
    for block in Splitter(text).split().blocks:
        reader.block(block)
    if not reader.entries and not reader.faults:
        reader.fault(0, "There is no BibTeX entry here. One begins with '@article{key,'.")
    return reader.entries, sorted(reader.faults)


class _Reader:
    def __init__(self, text: str) -> None:
        self.source = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.end = 0
        self.after_failure = False
        self.strings = dict(zip(MONTHS, MONTHS, strict=True))
        self.keys: dict[tuple[str, str], int] = {}
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []

    def block(self, block: Block) -> None:
        raw = block.raw or ""
        start = max(self.source.find(raw, self.end), self.end)
        # What the splitter gave up may overlap with what it read next.
        self.end = start + (1 if type(block) is ParsingFailedBlock else len(raw))
        if isinstance(block, ParsingFailedBlock) and block.ignore_error_block:
            # Something stands twice in it, or it does in the file, which is told by `once`.
            block = block.ignore_error_block
        if isinstance(block, Split):
            self.entry(block, start)
        elif isinstance(block, String):
            self.string(block, start)
        elif isinstance(block, ParsingFailedBlock):
            error = _unreadable(block)
            self.fault(start + error.offset, error.message)
        elif isinstance(block, ImplicitComment) and not self.after_failure:
            self.outside(block.comment, start)
        self.after_failure = isinstance(block, ParsingFailedBlock)

    def once(self, kind: str, key: str, start: int) -> None:
        """Note a key that stands twice among those of its kind, for which BibTeX knows no case."""
        first = self.keys.setdefault((kind, key.lower()), start) if key else start
        if first != start:
            line, _ = self.place(first)
            self.fault(start, f"'{key}' stands twice; first at line {line}. Keep one.")

    def string(self, block: String, start: int) -> None:
        self.once("string", block.key, start)
        raw = block.raw or ""
        value = self.value(block.value, start + raw.index(block.value, raw.index("=") + 1))
        if value is not None:
            self.strings[block.key.lower()] = value

    def entry(self, block: Split, start: int) -> None:
        self.once("entry", block.key, start)
        before = self.source[self.starts[self.place(start)[0] - 1] : start].strip()
        if before and before[-1] not in "})":
            message = f"'@{block.entry_type}' is an entry to BibTeX, even behind {shown(before)}."
            self.fault(start, f"{message} Put it on a line of its own, or take it out.")
        elif not block.fields:
            self.fault(start, f"'@{block.entry_type}' has no fields. Add them, or take it out.")
        else:
            fields = Mapping()
            fields.line, fields.col = self.place(start)
            fields.update(self.fields(block, start))
            self.entries.append(Entry(self.text(block.entry_type, start), block.key, fields))

    def fields(self, block: Split, start: int) -> Iterator[tuple[Text, Text]]:
        raw = block.raw or ""
        end = raw.index(",") + 1
        for field in block.fields:
            begin = raw.index(field.key, end)
            at = raw.index(field.value, raw.index("=", begin + len(field.key)) + 1)
            end = at + len(field.value)
            self.once(f"field of {start}", field.key, start + begin)
            if not NAME.fullmatch(field.key):
                message = f"{shown(field.key)} is no name of a field. Check the comma before it; "
                self.fault(start + begin, f"{message}a comment can't stand inside an entry.")
            elif (value := self.value(field.value, start + at)) is not None:
                yield self.text(field.key.lower(), start + begin), value

    def value(self, raw: str, start: int) -> Text | None:
        """Return a value with its parts joined, or nothing after a fault."""
        try:
            return self.text(joined(raw, self.strings), start + (raw[:1] in {"{", '"'}))
        except FaultError as error:
            self.fault(start + error.offset, error.message)
            return None

    def outside(self, comment: str, start: int) -> None:
        """Note an entry without a brace, and the rest of one that was closed too early."""
        plain = COMMENT_LINE.sub(lambda match: " " * len(match[0]), comment)
        if match := LOST.search(plain):
            said = (
                "has no '{' after it. Write one."
                if match["entry"]
                else "stands outside of every entry. Check the braces above."
            )
            at = match.end() - len(match[0].lstrip())
            self.fault(start + at, f"'{match[0].strip()}' {said}")

    def fault(self, offset: int, message: str) -> None:
        self.faults.append((*self.place(offset), message))

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def text(self, value: str, offset: int) -> Text:
        text = Text(value)
        text.line, text.col = self.place(offset)
        return text


def _unreadable(block: ParsingFailedBlock) -> FaultError:
    """Return what is wrong with a block that the splitter gave up."""
    raw, depth, end, last = block.raw or "", 0, 0, None
    for match in FIELD_LINE.finditer(raw):
        depth += raw.count("{", end, match.start()) - raw.count("}", end, match.start())
        if last and depth > 1:
            message = f"The value of '{last['name']}' is not closed where '{match['name']}' begins."
            return FaultError(last.start("name"), f"{message} Check its braces.")
        last, end = match, match.start()
    said = block.error.abort_reason if isinstance(block.error, BlockAbortedException) else ""
    reason = " ".join(said.split()).rstrip(".").replace("`", "'")
    reason = reason[:1].lower() + reason[1:]
    message = f"This entry can't be read: {reason}. Check its braces, quotes and commas."
    return FaultError(0, message)

"""The register of ids that stand on no page any more, but on readers' lists and in their browsers.

- id: k7m2
  retired: 2026-12-01
  text: Derive the gradient by hand.
  now: v3dw   # the item that took its place, if one did
"""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from handbook.files.filetext import decode
from handbook.files.yamltext import Mapping, Sequence
from handbook.files.yamltext import load as load_yaml
from handbook.problem import Problem
from handbook.references.bibliography import MAX_BYTES

FIELDS = ("id", "retired", "text", "now")


@dataclass(frozen=True)
class Register:
    """The entries by id, as written, and the problems met.

    `unread` is the text of the file when an entry in it may be one that nobody knows of.
    """

    entries: dict[str, Mapping]
    problems: tuple[Problem, ...] = ()
    unread: str = ""

    def chain(self, ident: str) -> list[str]:
        """Return the ids from a reader's id to the last; "" is last when the item is gone."""
        ids = [ident]
        while ids[-1] in self.entries and ids.count(ids[-1]) == 1:
            ids.append(self.entries[ids[-1]].text("now"))
        return ids

    @cached_property
    def leading_to(self) -> dict[str, list[str]]:
        """Return the retired ids that lead to each id, oldest entries first."""
        found: dict[str, list[str]] = {}
        for ident in self.entries:
            if last := self.chain(ident)[-1]:
                found.setdefault(last, []).append(ident)
        return found


def load(path: Path, docs: Path) -> Register:
    """Read the register; a missing one is empty."""
    if not path.is_file():
        return Register({})
    return _load(path, path.relative_to(docs).as_posix(), path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _load(path: Path, src_uri: str, _changed: int) -> Register:
    problems: list[Problem] = []
    data = path.read_bytes()
    text = decode(src_uri, data, problems, MAX_BYTES)
    if text is None:
        return Register({}, tuple(problems), data.decode("utf-8", "replace"))
    read = parse(text, src_uri)
    return replace(read, problems=(*problems, *read.problems))


def parse(text: str, src_uri: str) -> Register:
    """Read the text of a register: a list of mappings."""
    value, problems = load_yaml(text, src_uri)
    entries: dict[str, Mapping] = {}
    listed = value if isinstance(value, Sequence) else () if value is None else (value,)
    for entry in listed:
        if not isinstance(entry, Mapping) or not isinstance(value, Sequence):
            message = "The register must be a list of entries, each beginning with '- id:'."
            problems.append(Problem(src_uri, entry.line, entry.col, "R507", message))
        elif (ident := entry.text("id")) in entries:
            line, col = entry.place("id")
            first = entries[ident].line
            message = f"The id '{ident}' is retired at line {first} too. Keep one."
            problems.append(Problem(src_uri, line, col, "R507", message))
        else:
            entries[ident] = entry
    return Register(entries, tuple(problems), text if problems or "" in entries else "")

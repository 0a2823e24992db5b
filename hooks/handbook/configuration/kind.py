"""Kinds of page: what a handbook says of each, and which of them name each other."""

from dataclasses import dataclass, field
from typing import Any

from handbook.problem import UnusableError, did_you_mean

# What TOML calls its types; every array here is of strings.
TOML: dict[type, str] = {
    str: "a string",
    bool: "true or false",
    list: "an array of strings",
    dict: "a table",
}
MATRIX = "[tool.handbook.matrix]"


@dataclass(frozen=True)
class Kind:
    """A kind of page: its folder below docs, its sections in order, the section of its items.

    `term` tells that a page of this kind explains its title.
    `guide` says of a section what to write there.
    """

    name: str
    folder: str
    sections: tuple[str, ...] = ()
    checklist: str = ""
    term: bool = False
    guide: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def plural(self) -> str:
        """What its pages are called together, in small letters: the name of their folder."""
        return self.folder.replace("-", " ")


@dataclass(frozen=True)
class Matrix:
    """Three kinds whose pages name each other: each row its columns and what answers it.

    `title` and `description` are those of the page that shows it, and `section` is where the page
    of a column speaks of its rows.
    """

    title: str
    description: str
    rows: Kind
    columns: Kind
    answers: Kind
    section: str

    def related(self, kind: Kind | None) -> tuple[Kind, ...]:
        """Return the kinds whose pages a page of this kind names, each under its folder."""
        if kind == self.rows:
            return self.columns, self.answers
        return (self.rows,) if kind in {self.columns, self.answers} else ()


def kinds(tables: dict[str, Any]) -> dict[str, Kind]:
    """Return the kinds of `[tool.handbook.kinds]` by name."""
    return {name: _kind(name, table) for name, table in tables.items()}


def _kind(name: str, table: Any) -> Kind:
    where = f"tool.handbook.kinds.{name}"
    if not isinstance(table, dict) or "folder" not in table:
        raise UnusableError(f"pyproject.toml:1:1: [{where}] must be a table with a folder.")
    known: dict[str, type] = {
        "folder": str,
        "sections": list,
        "checklist": str,
        "term": bool,
        "guide": dict,
    }
    closed("pyproject.toml", where, table, known)
    sections, checklist = tuple(table.get("sections", ())), table.get("checklist", "")
    guide = table.get("guide", {})
    closed("pyproject.toml", f"{where}.guide", guide, dict.fromkeys(sections, str))
    if checklist and checklist not in sections:
        raise UnusableError(
            f"pyproject.toml:1:1: [{where}] checklist = {checklist!r} is not one of its sections."
            + did_you_mean(checklist, sections)
        )
    return Kind(name, table["folder"], sections, checklist, table.get("term", False), guide)


def matrix(table: dict[str, str], known: dict[str, Kind]) -> Matrix | None:
    """Return what `[tool.handbook.matrix]` says, or nothing when there is no such table."""
    if not table:
        return None
    keys = ("title", "description", "rows", "columns", "answers", "section")
    closed("pyproject.toml", "tool.handbook.matrix", table, dict.fromkeys(keys, str))
    if missing := [key for key in keys if key not in table]:
        raise UnusableError(f"pyproject.toml:1:1: {MATRIX} has no {missing[0]}. Add it.")
    rows, columns, answers = (_known(key, table[key], known) for key in keys[2:5])
    if table["section"] not in columns.sections:
        said = f"section = {table['section']!r} is no section of kind {columns.name!r}."
        near = did_you_mean(table["section"], columns.sections)
        raise UnusableError(f"pyproject.toml:1:1: {MATRIX} {said}{near}")
    return Matrix(table["title"], table["description"], rows, columns, answers, table["section"])


def _known(key: str, name: str, known: dict[str, Kind]) -> Kind:
    if name not in known:
        near = did_you_mean(name, known)
        raise UnusableError(f"pyproject.toml:1:1: {MATRIX} {key} = {name!r} is no kind.{near}")
    return known[name]


def closed(file: str, where: str, table: dict[str, Any], known: dict[str, type]) -> None:
    """Refuse a table that has an unknown key or a value of another type."""
    for key, value in table.items():
        if key not in known:
            raise UnusableError(
                f"{file}:1:1: [{where}] has an unknown key {key!r}.{did_you_mean(key, known)}"
            )
        texts = value if isinstance(value, list) else ()
        if not isinstance(value, known[key]) or not all(isinstance(text, str) for text in texts):
            raise UnusableError(f"{file}:1:1: [{where}] {key} must be {TOML[known[key]]}.")
